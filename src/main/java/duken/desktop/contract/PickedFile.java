package duken.desktop.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;

/** A file that a person has chosen, read for the engine. */
final class PickedFile {

  /** Larger than any certificate or list of roots. */
  private static final long LARGEST = 256 * 1024;

  private PickedFile() {}

  /**
   * Its content as the engine takes it.
   *
   * @return empty when it cannot be read or is too large
   */
  static Optional<String> content(Path file, ProviderForm.Kind kind) {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      return Optional.of(
          kind == ProviderForm.Kind.BINARY_FILE
              ? Base64.getEncoder().encodeToString(bytes)
              : new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /**
   * When the certificate in a PKCS#12 file ends.
   *
   * @return empty when the password does not open it or there is none
   */
  static Optional<Instant> ends(String base64, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(
          new ByteArrayInputStream(Base64.getDecoder().decode(base64)), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          return Optional.of(certificate.getNotAfter().toInstant());
        }
      }
      return Optional.empty();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
