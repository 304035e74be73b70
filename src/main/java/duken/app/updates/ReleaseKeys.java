package duken.app.updates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The keys whose holders may tell of a new version. Two while one takes over from the other, see
 * {@code docs/UPDATES.md}.
 */
final class ReleaseKeys {

  private static final String ALGORITHM = "Ed25519";

  /** So that a signature made for something else is none of a document about updates. */
  private static final String PURPOSE = "duken update 1\n";

  private final List<PublicKey> keys;

  private ReleaseKeys(List<PublicKey> keys) {
    this.keys = List.copyOf(keys);
  }

  static ReleaseKeys ofThisProgram() {
    try (InputStream in = ReleaseKeys.class.getResourceAsStream("release-keys.txt")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return of(text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * These keys.
   *
   * @param encoded each a SubjectPublicKeyInfo in Base64
   */
  static ReleaseKeys of(List<String> encoded) {
    return new ReleaseKeys(encoded.stream().map(ReleaseKeys::read).toList());
  }

  private static PublicKey read(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded.strip());
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a release key cannot be read", e);
    }
  }

  /** Whether nobody may. */
  boolean isEmpty() {
    return keys.isEmpty();
  }

  boolean signed(String text, byte[] signature) {
    return keys.stream().anyMatch(key -> signed(key, text, signature));
  }

  private static boolean signed(PublicKey key, String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update((PURPOSE + text).getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (SignatureException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java knows no Ed25519", e);
    }
  }
}
