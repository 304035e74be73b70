package duken.provider.kaspipay.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Reads the files that the bank gives: PKCS#12 with key and certificate, PEM with its roots. */
public final class ClientCertificate {

  private ClientCertificate() {}

  /** Why a file is of no use. */
  public static final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    /** What is wrong: {@code certificate}, {@code password} or {@code trust}. */
    private final String culprit;

    public Unusable(String culprit) {
      super(culprit);
      this.culprit = culprit;
    }

    /** What is wrong: {@code certificate}, {@code password} or {@code trust}. */
    public String culprit() {
      return culprit;
    }
  }

  /**
   * Opens a PKCS#12 file.
   *
   * @throws Unusable {@code password} when it does not open, {@code certificate} when it is none
   */
  public static KeyStore open(String base64, String password) throws Unusable {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw new Unusable("certificate");
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password.toCharArray());
      if (keyAlias(store) == null) {
        throw new Unusable("certificate");
      }
      return store;
    } catch (IOException e) {
      throw new Unusable(
          e.getCause() instanceof GeneralSecurityException ? "password" : "certificate");
    } catch (GeneralSecurityException _) {
      throw new Unusable("certificate");
    }
  }

  /**
   * When the certificate ends, UTC.
   *
   * @throws Unusable {@code certificate} when there is none
   */
  public static Instant ends(KeyStore store) throws Unusable {
    try {
      if (store.getCertificate(keyAlias(store)) instanceof X509Certificate x509) {
        return x509.getNotAfter().toInstant();
      }
      throw new Unusable("certificate");
    } catch (GeneralSecurityException _) {
      throw new Unusable("certificate");
    }
  }

  /**
   * Reads the bank's roots.
   *
   * @throws Unusable {@code trust} when there is no certificate in the text
   */
  public static List<X509Certificate> roots(String pem) throws Unusable {
    try {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.UTF_8)));
      List<X509Certificate> roots = new ArrayList<>();
      all.forEach(it -> roots.add((X509Certificate) it));
      if (roots.isEmpty()) {
        throw new Unusable("trust");
      }
      return roots;
    } catch (GeneralSecurityException | ClassCastException _) {
      throw new Unusable("trust");
    }
  }

  private static String keyAlias(KeyStore store) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return alias;
      }
    }
    return null;
  }
}
