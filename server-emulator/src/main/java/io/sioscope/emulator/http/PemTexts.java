package io.sioscope.emulator.http;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * What stands in a text in PEM form: certificates and private keys (PKCS#8, PKCS#1, SEC 1) behind each other in any order; other
 * things are passed over. Immutable; pure.
 *
 * @param certificates in their order
 * @param key the first private key that no password locks
 * @param locked whether there is one that a password locks
 */
record PemTexts(List<X509Certificate> certificates, Optional<PrivateKey> key, boolean locked) {
    /** By the algorithm of the key. A key of another kind is believed to be the certificate's. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA", "Ed25519", "Ed25519");

    PemTexts {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a text.
     *
     * @throws IOException if something in it is broken
     */
    static PemTexts read(String text) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<PrivateKey> keys = new ArrayList<>();
        boolean locked = false;
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                switch (found) {
                    case X509CertificateHolder holder ->
                        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                    case PrivateKeyInfo secret -> keys.add(new JcaPEMKeyConverter().getPrivateKey(secret));
                    case PEMKeyPair pair -> keys.add(new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo()));
                    case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ -> locked = true;
                    default -> {}
                }
            }
        } catch (GeneralSecurityException | RuntimeException broken) {
            // The parser tells what is broken by exceptions of many kinds.
            throw new IOException("what stands there is broken", broken);
        }
        return new PemTexts(certificates, keys.stream().findFirst(), locked);
    }

    /** Whether a private key and a public one are two halves of one pair. */
    static boolean belongTogether(PrivateKey secret, PublicKey known) {
        String name = SIGNATURES.get(secret.getAlgorithm());
        if (name == null) {
            return true;
        }
        byte[] text = {1, 2, 3};
        try {
            Signature signing = Signature.getInstance(name);
            signing.initSign(secret);
            signing.update(text);
            byte[] signed = signing.sign();
            signing.initVerify(known);
            signing.update(text);
            return signing.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }
}
