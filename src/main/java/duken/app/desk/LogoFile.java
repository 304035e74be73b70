package duken.app.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shop's own picture for the customer's screen, a file of the data folder. */
final class LogoFile {

  private static final Logger LOG = LoggerFactory.getLogger(LogoFile.class);
  private static final String NAME = "customer-logo";

  private final Path file;

  /** The file beside this one. */
  LogoFile(Path beside) {
    file = beside.resolveSibling(NAME);
  }

  /** Its bytes, or null when there is none. */
  byte[] read() {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      LOG.warn("the shop's picture cannot be read: {}", e.getClass().getSimpleName());
      return null;
    }
  }

  /** Keeps these bytes whole, or none for null. */
  void write(byte[] picture) {
    try {
      if (picture == null) {
        Files.deleteIfExists(file);
        return;
      }
      Path fresh = file.resolveSibling(NAME + ".new");
      Files.write(fresh, picture);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("the shop's picture could not be kept: {}", e.getClass().getSimpleName());
    }
  }
}
