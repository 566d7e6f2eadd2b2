package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sioscope.emulator.http.LocalCertificate;
import io.sioscope.emulator.http.ServerTls;
import io.sioscope.emulator.http.TlsFileException;
import io.sioscope.emulator.http.TlsFileException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that do not hold what a server needs; with them it must not even listen. */
class TlsFilesTest {
    private static final char[] PASSWORD = "open sesame".toCharArray();

    @TempDir
    private Path folder;

    private LocalCertificate made;
    private LocalCertificate other;
    private Path chain;
    private Path key;

    @BeforeEach
    void write() throws IOException {
        made = LocalCertificate.make(Instant.now());
        other = LocalCertificate.make(Instant.now());
        chain = file("chain.pem", made.certificatePem());
        key = file("key.pem", made.keyPem());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path store(String name, LocalCertificate secret, LocalCertificate known, boolean withKey) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        if (withKey) {
            keys.setKeyEntry("server", secret.key(), PASSWORD, new Certificate[] {known.certificate()});
        } else {
            keys.setCertificateEntry("server", known.certificate());
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD);
        }
        return file;
    }

    private static void refused(Loading loading, Reason reason, Path file) {
        TlsFileException refusal = catchThrowableOfType(TlsFileException.class, loading::load);
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        assertThat(refusal.file()).isEqualTo(file.toString());
        assertThat(refusal).hasMessageStartingWith(file + " ");
    }

    @FunctionalInterface
    private interface Loading {
        ServerTls load() throws IOException;
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    @Test
    void theFileThatIsMissingIsNamed() {
        Path none = folder.resolve("none.pem");
        refused(() -> ServerTls.pem(none, key), Reason.UNREADABLE, none);
        refused(() -> ServerTls.pem(chain, none), Reason.UNREADABLE, none);
        refused(() -> ServerTls.pkcs12(none, PASSWORD), Reason.UNREADABLE, none);
        refused(() -> ServerTls.pem(folder, key), Reason.UNREADABLE, folder);
        refused(() -> ServerTls.pkcs12(folder, PASSWORD), Reason.UNREADABLE, folder);
    }

    @Test
    void whatHoldsNoCertificateOrNoKeyIsNamed() throws IOException {
        for (String text : new String[] {"", "text", made.keyPem(), made.certificatePem().replaceFirst("M", "!")}) {
            Path wrong = file("wrong.pem", text);
            refused(() -> ServerTls.pem(wrong, key), Reason.NO_CERTIFICATE, wrong);
        }
        for (String text : new String[] {"", "text", made.certificatePem(), made.keyPem().replaceFirst("M", "!")}) {
            Path wrong = file("wrong.pem", text);
            refused(() -> ServerTls.pem(chain, wrong), Reason.NO_KEY, wrong);
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefusedBeforeAnybodyConnects() throws Exception {
        Path wrong = file("wrong.pem", other.keyPem());
        refused(() -> ServerTls.pem(chain, wrong), Reason.KEY_OF_ANOTHER, wrong);
        Path mixed = store("mixed.p12", other, made, true);
        refused(() -> ServerTls.pkcs12(mixed, PASSWORD), Reason.KEY_OF_ANOTHER, mixed);
    }

    @Test
    void aKeyThatAPasswordLocksIsToldFromNone() throws Exception {
        String kind = "PBEWithSHA1AndDESede";
        Cipher cipher = Cipher.getInstance(kind);
        cipher.init(Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance(kind).generateSecret(new PBEKeySpec(PASSWORD)));
        byte[] newer = new EncryptedPrivateKeyInfo(
                        cipher.getParameters(), cipher.doFinal(made.key().getEncoded()))
                .getEncoded();
        Path locked = file("locked.pem", pem(new PemObject("ENCRYPTED PRIVATE KEY", newer)));
        refused(() -> ServerTls.pem(chain, locked), Reason.KEY_LOCKED, locked);
        Path older = file(
                "older.pem",
                """
                -----BEGIN EC PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF

                QUJDREVGR0hJSktMTU5PUA==
                -----END EC PRIVATE KEY-----
                """);
        refused(() -> ServerTls.pem(chain, older), Reason.KEY_LOCKED, older);
    }

    @Test
    void thePasswordAndTheKindOfAPkcs12FileAreToldApart() throws Exception {
        Path store = store("server.p12", made, made, true);
        assertThatCode(() -> ServerTls.pkcs12(store, PASSWORD)).doesNotThrowAnyException();
        refused(() -> ServerTls.pkcs12(store, "wrong".toCharArray()), Reason.WRONG_PASSWORD, store);
        refused(() -> ServerTls.pkcs12(store, new char[0]), Reason.WRONG_PASSWORD, store);
        refused(() -> ServerTls.pkcs12(chain, PASSWORD), Reason.NOT_PKCS12, chain);
        Path empty = file("empty.p12", "");
        refused(() -> ServerTls.pkcs12(empty, PASSWORD), Reason.NOT_PKCS12, empty);
        Path certificates = store("certificates.p12", made, made, false);
        refused(() -> ServerTls.pkcs12(certificates, PASSWORD), Reason.NO_KEY, certificates);
    }

    @Test
    void olderKeysAndBothInOneFileAreTaken() throws IOException {
        Path both = file("both.pem", made.keyPem() + made.certificatePem());
        assertThatCode(() -> ServerTls.pem(both, both)).doesNotThrowAnyException();
        ECPrivateKey secret = new ECPrivateKey(
                256, ((java.security.interfaces.ECPrivateKey) made.key()).getS(), SECObjectIdentifiers.secp256r1);
        Path older = file("sec1.pem", pem(new PemObject("EC PRIVATE KEY", secret.getEncoded())));
        assertThat(older).content().contains("BEGIN EC PRIVATE KEY");
        assertThatCode(() -> ServerTls.pem(chain, older)).doesNotThrowAnyException();
    }
}
