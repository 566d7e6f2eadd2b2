package io.sioscope.emulator.http;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that proves nothing to anybody but who is told to trust it: for https on the own machine. It is for
 * {@code localhost}, {@code 127.0.0.1}, {@code ::1} and further names, with an elliptic key (P-256), and lasts 397 days, the longest
 * that browsers accept. Immutable; any thread.
 *
 * @param certificate the certificate, signed with its own key
 * @param key its private key
 */
public record LocalCertificate(X509Certificate certificate, PrivateKey key) {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final Duration LIFE = Duration.ofDays(397);
    /** Clocks of other devices may be behind. */
    private static final Duration LEEWAY = Duration.ofDays(1);
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F.:]*");

    /**
     * Makes one.
     *
     * @param now when it begins to hold
     * @param moreNames host names and addresses beside those of the own machine
     * @throws IllegalArgumentException if a name cannot stand in a certificate
     */
    public static LocalCertificate make(Instant now, String... moreNames) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X500Principal subject = new X500Principal("CN=localhost, O=Sioscope local certificate");
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    subject,
                    new BigInteger(127, new SecureRandom()).setBit(126),
                    Date.from(now.minus(LEEWAY)),
                    Date.from(now.plus(LIFE).minus(LEEWAY)),
                    subject,
                    pair.getPublic());
            extend(builder, names(moreNames));
            return new LocalCertificate(
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(
                                    new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate()))),
                    pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException missing) {
            throw new IllegalStateException("Java knows no certificates with elliptic keys", missing);
        }
    }

    /**
     * Reads one from texts in PEM form that stand behind each other, in any order, as {@link #certificatePem} and {@link #keyPem}
     * write them.
     *
     * @throws IOException if there is no certificate, or no key that it belongs to
     */
    public static LocalCertificate parse(String pem) throws IOException {
        PemTexts texts = PemTexts.read(pem);
        if (texts.certificates().isEmpty()) {
            throw new IOException("there is no certificate");
        }
        X509Certificate certificate = texts.certificates().getFirst();
        PrivateKey key = texts.key().orElseThrow(() -> new IOException("there is no private key"));
        if (!PemTexts.belongTogether(key, certificate.getPublicKey())) {
            throw new IOException("the private key is not the certificate's");
        }
        return new LocalCertificate(certificate, key);
    }

    /** Whether it is for this machine and exactly these names beside, in this order. */
    public boolean isFor(String... moreNames) {
        byte[] names = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        try {
            return Arrays.equals(names, new DEROctetString(alternatives(names(moreNames))).getEncoded());
        } catch (IOException | IllegalArgumentException noNames) {
            return false;
        }
    }

    private static Set<String> names(String... more) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        names.addAll(List.of(more));
        return names;
    }

    private static GeneralNames alternatives(Set<String> names) {
        return new GeneralNames(names.stream().map(LocalCertificate::alternative).toArray(GeneralName[]::new));
    }

    private static void extend(X509v3CertificateBuilder builder, Set<String> names) throws CertIOException {
        builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
        // One that may be imported as an authority too, which some systems ask of what is trusted; for no other name.
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
        builder.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    }

    private static GeneralName alternative(String name) {
        return new GeneralName(
                ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    /** The SHA-256 of the certificate as browsers show it: pairs of capital hexadecimal digits, colons between. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The certificate in PEM form, for those who are to trust it. */
    public String certificatePem() {
        return pem(certificate);
    }

    private static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can be written", impossible);
        }
        return text.toString();
    }

    /**
     * Writes both to files that {@link ServerTls#pem} reads, the key for its owner's eyes only where the file system can say so.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Path chain, Path keyFile) throws IOException {
        Files.writeString(chain, certificatePem());
        Files.deleteIfExists(keyFile);
        if (Files.getFileStore(chain.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(keyFile, keyPem().getBytes(StandardCharsets.US_ASCII));
    }

    /** The private key in PEM form (PKCS#8), without a password: for its owner's eyes only. */
    public String keyPem() {
        try {
            return pem(new JcaPKCS8Generator(key, null));
        } catch (IOException impossible) {
            throw new IllegalStateException("the key was made here", impossible);
        }
    }
}
