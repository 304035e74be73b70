package duken.provider.kaspipay.wire;

import duken.provider.kaspipay.account.ClientCertificate;
import duken.provider.kaspipay.account.ClientCertificate.Unusable;
import duken.provider.kaspipay.account.KaspiPayAccount;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Gives one shop's client its certificate and the bank's roots as further trust anchors. Host names
 * are checked as ever; no other client trusts these roots (Kaspi Pay sheet, section 2).
 */
final class TlsMaterial {

  private TlsMaterial() {}

  /**
   * Sets up a client.
   *
   * @throws Unusable naming what cannot be read
   */
  static void apply(KaspiPayAccount account, OkHttpClient.Builder builder) throws Unusable {
    if (account.credentials().certificate() == null && account.credentials().trust() == null) {
      return;
    }
    try {
      KeyManager[] keys = null;
      if (account.credentials().certificate() != null) {
        String password =
            account.credentials().password() == null ? "" : account.credentials().password();
        KeyStore store = ClientCertificate.open(account.credentials().certificate(), password);
        KeyManagerFactory factory =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password.toCharArray());
        keys = factory.getKeyManagers();
      }
      X509TrustManager trust = trust(account.credentials().trust());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new X509TrustManager[] {trust}, null);
      builder.sslSocketFactory(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException _) {
      throw new Unusable("certificate");
    }
  }

  private static X509TrustManager trust(String pem) throws GeneralSecurityException, Unusable {
    X509TrustManager system = manager(null);
    if (pem == null) {
      return system;
    }
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      anchors.load(null, null);
    } catch (java.io.IOException _) {
      throw new Unusable("trust");
    }
    int number = 0;
    for (X509Certificate root : ClientCertificate.roots(pem)) {
      anchors.setCertificateEntry("root-" + number, root);
      number++;
    }
    return new Either(manager(anchors), system);
  }

  private static X509TrustManager manager(KeyStore anchors) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(anchors);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  /** Trusts what one of the two trusts. */
  private record Either(X509TrustManager bank, X509TrustManager system)
      implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("this is a client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      try {
        bank.checkServerTrusted(chain, type);
      } catch (CertificateException _) {
        system.checkServerTrusted(chain, type);
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      List<X509Certificate> all = new ArrayList<>(List.of(bank.getAcceptedIssuers()));
      all.addAll(List.of(system.getAcceptedIssuers()));
      return all.toArray(X509Certificate[]::new);
    }
  }
}
