package retention.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A chain of certificates and the private key to it, ready for TLS.
 *
 * <p>Read with what the JDK has, because the libraries that read PEM bring ten megabytes of another provider of cryptography
 * for the one step that the JDK lacks, unwrapping the older forms of keys.
 *
 * @param notAfter when the first certificate of the chain to end does so
 */
record Identity(SSLContext context, Instant notAfter) {

    private static final char[] NO_PASSWORD = {};

    /** Throws IllegalArgumentException, with the name of the file, for what is no good. */
    static Identity of(String certificateFile, byte[] certificates, String keyFile, byte[] key) {
        X509Certificate[] chain = chain(certificateFile, certificates);
        PrivateKey secret = PemKey.read(keyFile, key, chain[0].getPublicKey().getAlgorithm());
        try {
            if (!belong(chain[0].getPublicKey(), secret)) {
                throw new IllegalArgumentException(
                        "the private key in " + keyFile + " does not belong to the certificate in " + certificateFile
                                + ", or the server's own certificate is not the first there");
            }
            return new Identity(context(chain, secret), end(chain));
        } catch (GeneralSecurityException | IOException unfit) {
            throw new IllegalArgumentException(
                    certificateFile + " and " + keyFile + " cannot be used for TLS: " + unfit.getMessage(), unfit);
        }
    }

    private static X509Certificate[] chain(String file, byte[] content) {
        try {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content));
            if (all.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no certificate; it must be PEM");
            }
            return all.toArray(X509Certificate[]::new);
        } catch (CertificateException wrong) {
            throw new IllegalArgumentException(file + " cannot be read as a chain of PEM certificates", wrong);
        }
    }

    private static boolean belong(PublicKey known, PrivateKey secret) throws GeneralSecurityException {
        byte[] text = {1, 2, 3};
        Signature signature = Signature.getInstance(
                switch (known.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> known.getAlgorithm();
                });
        signature.initSign(secret);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        signature.update(text);
        return signature.verify(signed);
    }

    private static SSLContext context(X509Certificate[] chain, PrivateKey secret)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("server", secret, NO_PASSWORD, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, new SecureRandom());
        return context;
    }

    @SuppressWarnings("JavaUtilDate") // what certificates tell dates in
    private static Instant end(X509Certificate[] chain) {
        Instant end = Instant.MAX;
        for (X509Certificate one : chain) {
            Instant its = Instant.ofEpochMilli(one.getNotAfter().getTime());
            end = its.isBefore(end) ? its : end;
        }
        return end;
    }
}
