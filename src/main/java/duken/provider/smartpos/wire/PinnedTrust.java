package duken.provider.smartpos.wire;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts one certificate and no other, whatever its name, issuer or age: that of the terminal a
 * person paired (Smart POS, section 2). Remembers the one it refused.
 */
final class PinnedTrust implements X509TrustManager {

  private final String pin;
  private volatile String refused;

  /**
   * @param pin fingerprint of the only certificate; null takes any, for a look at it
   */
  PinnedTrust(String pin) {
    this.pin = pin;
  }

  /** The fingerprint of the certificate that was refused last, or null. */
  String refused() {
    return refused;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    String shown = Fingerprint.of(chain[0]);
    if (pin != null && !pin.equals(shown)) {
      refused = shown;
      throw new CertificateException("another certificate than the pinned one");
    }
    refused = null;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("nobody is a client here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
