package duken.provider.cashier.settings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a request is signed (cashier sheet, section 5.1). */
public enum SignatureProfile {
  /** May to June 2026: values only, joined by nothing, body not covered. */
  XS1 {
    @Override
    public String text(String url, List<String> names, Map<String, String> headers, String body) {
      StringBuilder text = new StringBuilder();
      for (String name : names) {
        text.append(name.equals(URL) ? pathAndQuery(url) : headers.getOrDefault(name, ""));
      }
      return text.toString();
    }

    @Override
    byte[] message(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  },

  /** Since July 2026: {@code name:value} lines, whole URL, body covered, hashed twice. */
  XS2 {
    @Override
    public String text(String url, List<String> names, Map<String, String> headers, String body) {
      StringBuilder text = new StringBuilder();
      for (String name : names) {
        if (!text.isEmpty()) {
          text.append('\n');
        }
        String value =
            name.equals(URL) ? url.toLowerCase(Locale.ROOT) : headers.getOrDefault(name, "");
        text.append(name.toLowerCase(Locale.ROOT)).append(':').append(value);
      }
      if (body != null && !body.isEmpty()) {
        text.append('\n').append(body);
      }
      return text.toString();
    }

    @Override
    byte[] message(String text) throws GeneralSecurityException {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
  };

  private static final String URL = "url";

  /**
   * The text that is signed.
   *
   * @param url exactly as it goes on the wire
   * @param names the entries of {@code X-SH}, in order
   * @param headers by exact name; a missing one counts as empty
   * @param body or null
   */
  public abstract String text(
      String url, List<String> names, Map<String, String> headers, String body);

  /** The bytes that go into SHA256withECDSA. */
  abstract byte[] message(String text) throws GeneralSecurityException;

  /** The value of {@code X-Sign}: base64 of the DER signature over {@code text}. */
  public String sign(String text, PrivateKey key) {
    try {
      return sign(message(text), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  public boolean verify(String text, String signature, PublicKey key) {
    try {
      return verify(message(text), signature, key);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Plain SHA256withECDSA over ASCII text: {@code signed.sign} of the finish call, section 5.4. */
  public static String signPlain(String text, PrivateKey key) {
    try {
      return sign(text.getBytes(StandardCharsets.US_ASCII), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  public static boolean verifyPlain(String text, String signature, PublicKey key) {
    try {
      return verify(text.getBytes(StandardCharsets.US_ASCII), signature, key);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String sign(byte[] message, PrivateKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA", EcKeys.PROVIDER);
    signature.initSign(key);
    signature.update(message);
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private static boolean verify(byte[] message, String signature, PublicKey key)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("SHA256withECDSA", EcKeys.PROVIDER);
    verifier.initVerify(key);
    verifier.update(message);
    return verifier.verify(Base64.getDecoder().decode(signature));
  }

  private static String pathAndQuery(String url) {
    URI uri = URI.create(url);
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery();
    return query == null || query.isEmpty() ? path : path + "?" + query;
  }
}
