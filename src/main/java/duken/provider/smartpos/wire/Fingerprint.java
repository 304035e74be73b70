package duken.provider.smartpos.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** SHA-256 over the DER of a certificate: 32 upper-case hex pairs with colons between them. */
public final class Fingerprint {

  private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

  private Fingerprint() {}

  static String of(X509Certificate certificate) {
    try {
      return PAIRS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("a certificate without a fingerprint", e);
    }
  }

  /** One that a person typed, with or without colons, in any case. */
  public static Optional<String> typed(String text) {
    String digits = text.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
    return digits.matches("[0-9A-F]{64}")
        ? Optional.of(PAIRS.formatHex(HexFormat.of().parseHex(digits)))
        : Optional.<String>empty();
  }
}
