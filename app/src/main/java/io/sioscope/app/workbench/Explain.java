package io.sioscope.app.workbench;

import io.sioscope.app.capture.format.FormatProblem;
import io.sioscope.app.capture.format.FormatTexts;
import io.sioscope.emulator.http.TlsFileException;
import io.sioscope.emulator.server.ListenException;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.session.ConnectFailure;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Turns what went wrong into words, the same in the window and on the command line. Immutable; any thread. */
public final class Explain {
    private static final int SHOWN = 80;
    private static final String EXAMPLE = "{\"token\":\"abc\"}";

    private final Words words;
    private final FormatTexts formats;

    /** In the language of {@code locale}; English where there is no translation. */
    public Explain(Locale locale) {
        this.words = Words.beside(Explain.class, locale);
        this.formats = new FormatTexts(locale);
    }

    /** Why a connection did not come about. */
    public Explanation connect(ConnectFailure failure, ConnectSpec spec) {
        return switch (failure) {
            case ConnectFailure.UnknownHost it -> of("unknownHost", it.host());
            case ConnectFailure.Refused it -> of("refused", it.host(), it.port());
            case ConnectFailure.Unreachable it -> of("unreachable", it.host(), it.port(), it.detail());
            case ConnectFailure.Tls it -> of(it.certificate() ? "certificate" : "tls", it.host(), it.port(), it.detail());
            case ConnectFailure.Timeout it -> of("timeout", spec.url(), it.millis());
            case ConnectFailure.HttpStatus it -> http(it, spec);
            case ConnectFailure.NotHttp it -> of("notHttp", spec.url(), it.detail());
            case ConnectFailure.NotEngineIo it -> of("notEngineIo", spec.url(), spec.path(), start(it.bodyStart()));
            case ConnectFailure.Proxy it -> of("proxy", it.host(), it.port(), it.detail());
            case ConnectFailure.OtherVersion it ->
                of(it.spoken() == EngineVersion.V3 ? "older" : "newer", spec.url());
            case ConnectFailure.WebSocketRefused it ->
                isRedirect(it.status())
                        ? of("redirect", spec.url(), it.status(), it.location())
                        : of("webSocketRefused", spec.url(), it.status(), spec.path());
            case ConnectFailure.HandshakeBroken it -> of("handshakeBroken", spec.url(), start(it.text()));
            case ConnectFailure.ClosedEarly it -> of("closedEarly", spec.url(), it.detail());
            case ConnectFailure.TooLarge it -> of("tooLarge", spec.url(), it.limit());
            case ConnectFailure.BrokenPacket it -> of("brokenPacket", spec.url(), it.fault().toString());
            case ConnectFailure.Post it -> connect(it.cause(), spec);
            case ConnectFailure.Other it -> of("other", spec.url(), it.detail());
        };
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400;
    }

    private Explanation http(ConnectFailure.HttpStatus it, ConnectSpec spec) {
        if (it.engineCode() >= 0) {
            return of("engine", spec.url(), it.engineCode(), it.engineMessage());
        }
        if (isRedirect(it.status())) {
            return of("redirect", spec.url(), it.status(), it.location());
        }
        if (it.status() == 401 || it.status() == 403) {
            return of("forbidden", spec.url(), it.status());
        }
        return of(it.status() == 404 ? "notFound" : "status", spec.url(), it.status(), spec.path());
    }

    /** A namespace that the server did not grant. */
    public Explanation refused(String namespace, String message) {
        return of(message.equals("Invalid namespace") ? "namespace.unknown" : "namespace", namespace, message);
    }

    /** A server of an older generation than the one that was asked for. */
    public Explanation olderServer(String url) {
        return of("older", url);
    }

    /** Why a server could not listen. */
    public Explanation listen(ListenException refusal) {
        String host = refusal.address().getHostString();
        int port = refusal.address().getPort();
        return switch (refusal.reason()) {
            case PORT_IN_USE -> of("portInUse", host, port);
            case NOT_PERMITTED -> of("notPermitted", host, port);
            case NO_SUCH_ADDRESS -> of("noSuchAddress", host, port);
            case OTHER -> of("cannotListen", host, port, String.valueOf(refusal.getCause() == null
                    ? refusal.getMessage()
                    : refusal.getCause().getMessage()));
        };
    }

    /** Why a host's certificate could not be used. */
    public Explanation certificate(CertificateRefusal refusal) {
        Throwable cause = refusal.getCause() == null ? refusal : refusal.getCause();
        String why = cause instanceof FileSystemException unreadable ? reason(unreadable) : String.valueOf(cause.getMessage());
        if (cause instanceof TlsFileException file) {
            String system = file.getCause() instanceof FileSystemException unreadable
                    ? reason(unreadable)
                    : words.get("reason.notAFile");
            return of("tlsFile." + file.reason().name().toLowerCase(Locale.ROOT), file.file(), refusal.file(), system);
        }
        return of("certificateUnusable", refusal.file(), why);
    }

    /** What is wrong with something filled in. */
    public Explanation problem(SpecProblem problem) {
        String code = problem.code().name().toLowerCase(Locale.ROOT);
        String field = words.get("field." + problem.field().name().toLowerCase(Locale.ROOT));
        return new Explanation(
                words.get("problem." + code, field, start(problem.detail()), problem.index() + 1),
                words.get("problem." + code + ".hint", field, EXAMPLE));
    }

    /** A capture that could not be read or written. */
    public Explanation file(FormatProblem problem) {
        return new Explanation(formats.message(problem) + ".", formats.hint(problem));
    }

    /** A file whose name's ending is of no format. */
    public Explanation unknownEnding(Path file) {
        return of("unknownEnding", file);
    }

    /** A file that could not be written. */
    public Explanation unwritable(Path file, Exception refusal) {
        return of("unwritable", file, reason(refusal));
    }

    private String reason(Exception refusal) {
        return switch (refusal) {
            case NoSuchFileException missing -> words.get("reason.missing");
            case AccessDeniedException denied -> words.get("reason.denied");
            case NotDirectoryException notFolder -> words.get("reason.notFolder");
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> words.get("reason.other");
        };
    }

    /** Something of our own that should not have happened; where the details are. */
    public Explanation internal(Path log) {
        return of("internal", log);
    }

    private Explanation of(String key, Object... arguments) {
        Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown[i] instanceof String text ? start(text) : shown[i];
        }
        return new Explanation(words.get(key, shown), words.get(key + ".hint", shown));
    }

    /** The start of a foreign text, on one line, without anything that moves a terminal's cursor. */
    private static String start(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
