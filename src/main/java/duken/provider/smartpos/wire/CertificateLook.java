package duken.provider.smartpos.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Looks at the certificate a terminal shows, and says nothing to it. */
public final class CertificateLook {

  private static final String BANK = ".kaspipos.kz";
  private static final int DNS_NAME = 2;

  /** Where there is no TLS. */
  public static final Shown NONE = new Shown(null, false);

  private CertificateLook() {}

  /**
   * What was shown.
   *
   * @param fingerprint of the leaf
   * @param ofTheBank whether chain and name pass the usual check for the bank's own name
   */
  public record Shown(String fingerprint, boolean ofTheBank) {}

  /**
   * Shakes hands and leaves.
   *
   * @throws IOException when nobody is there, or nobody who speaks TLS
   */
  public static Shown at(TerminalAddress address, Duration patience) throws IOException {
    int millis = Math.toIntExact(patience.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address.resolved(), address.port()), millis);
      plain.setSoTimeout(millis);
      FreshTls tls = new FreshTls(new PinnedTrust(null));
      try (Socket socket = tls.createSocket(plain, address.host(), address.port(), true)) {
        SSLSocket secure = (SSLSocket) socket;
        secure.startHandshake();
        X509Certificate[] chain =
            Arrays.stream(secure.getSession().getPeerCertificates())
                .map(X509Certificate.class::cast)
                .toArray(X509Certificate[]::new);
        return new Shown(
            Fingerprint.of(chain[0]), isOfTheBank(chain, secure.getSession().getCipherSuite()));
      }
    }
  }

  private static boolean isOfTheBank(X509Certificate[] chain, String suite) {
    try {
      TrustManagerFactory usual =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      usual.init((KeyStore) null);
      String type = suite.contains("ECDSA") ? "ECDHE_ECDSA" : "ECDHE_RSA";
      ((X509TrustManager) usual.getTrustManagers()[0]).checkServerTrusted(chain, type);
      return chain[0].getSubjectAlternativeNames() != null
          && chain[0].getSubjectAlternativeNames().stream().anyMatch(CertificateLook::isBanks);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static boolean isBanks(List<?> name) {
    return Integer.valueOf(DNS_NAME).equals(name.get(0))
        && String.valueOf(name.get(1)).endsWith(BANK);
  }
}
