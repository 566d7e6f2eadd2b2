package io.sioscope.emulator.http;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file does not hold what a server needs to prove itself. An expected refusal: the reason says all there is to know. */
public final class TlsFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Reason {
        /** It is not there, is a folder, or this user may not read it; the cause says which. */
        UNREADABLE("cannot be read"),
        /** No certificate stands in it, or a broken one. */
        NO_CERTIFICATE("holds no certificate in PEM form"),
        /** No private key stands in it, or a broken one, or no certificate stands beside it. */
        NO_KEY("holds no private key with its certificate"),
        /** The private key can only be read with a password, and PEM files are read without. */
        KEY_LOCKED("holds a private key that is locked by a password"),
        /** The private key is that of another certificate. */
        KEY_OF_ANOTHER("holds a private key that is not the certificate's"),
        /** The password does not open it. */
        WRONG_PASSWORD("is not opened by this password"),
        /** It is no PKCS#12 file. */
        NOT_PKCS12("is no PKCS#12 file");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final String file;
    private final Reason reason;

    TlsFileException(Path file, Reason reason, @Nullable Throwable cause) {
        super(file + " " + reason.words + (reason == Reason.UNREADABLE && cause != null ? ": " + cause.getMessage() : ""), cause);
        this.file = file.toString();
        this.reason = reason;
    }

    /** The file as it was named. */
    public String file() {
        return file;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }
}
