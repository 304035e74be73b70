package duken.app.updates;

import duken.security.OwnerOnlyFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of newer versions from one start to the next. */
final class UpdateMemory {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateMemory.class);
  private static final String ASKED = "asked";
  private static final String DOCUMENT = "document";
  private static final String LATER = "later";
  private static final String ON = "on";

  private final Path file;
  private final Properties values = new Properties();

  /** Reads what is remembered; nothing when there is no file or it cannot be read. */
  UpdateMemory(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        values.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException | IllegalArgumentException _) {
      LOG.warn("what was known of newer versions cannot be read; it is asked anew");
      values.clear();
    }
  }

  /** When an answer last came. */
  synchronized Optional<Instant> asked() {
    try {
      return Optional.ofNullable(values.getProperty(ASKED)).map(Instant::parse);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** The last document that was believed, still signed. */
  synchronized Optional<String> document() {
    return Optional.ofNullable(values.getProperty(DOCUMENT));
  }

  /** The version nobody wants to hear of. */
  synchronized Optional<String> later() {
    return Optional.ofNullable(values.getProperty(LATER));
  }

  synchronized boolean isOn() {
    return !"no".equals(values.getProperty(ON));
  }

  synchronized void asked(Instant moment) {
    values.setProperty(ASKED, moment.toString());
  }

  synchronized void document(String text) {
    values.setProperty(DOCUMENT, text);
  }

  synchronized void later(String version) {
    values.setProperty(LATER, version);
  }

  synchronized void turn(boolean on) {
    values.setProperty(ON, on ? "yes" : "no");
  }

  synchronized void write() {
    StringWriter text = new StringWriter();
    try {
      values.store(text, "What Duken knows of newer versions");
      OwnerOnlyFile.write(file, text.toString());
    } catch (IOException e) {
      LOG.warn("what is known of newer versions cannot be written", e);
    }
  }
}
