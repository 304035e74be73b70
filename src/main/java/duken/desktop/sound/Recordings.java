package duken.desktop.sound;

import duken.desktop.text.Language;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recorded words: the shop's own where it has any, else those of the program. A recording of the
 * shop is any WAV file that Java can read, {@code voices/ru/paid.wav} in the data folder.
 */
final class Recordings {

  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  private static final String OURS = "/duken/desktop/assets/voices/";

  /** Ten seconds of the best sound there is; nobody says a number for so long. */
  private static final int LARGEST = 2_000_000;

  private final Path own;
  private final Function<String, InputStream> ours;

  /**
   * @param own the shop's folder, which need not exist
   * @param ours opens a recording of the program, {@code ru/paid.wav}; null when there is none
   */
  Recordings(Path own, Function<String, InputStream> ours) {
    this.own = own;
    this.ours = ours;
  }

  /** Those of the program as it is handed out. */
  static InputStream ofTheProgram(String name) {
    return Recordings.class.getResourceAsStream(OURS + name);
  }

  /** Samples of {@link SoundOutput#FORMAT}; empty when there is no recording. */
  Optional<byte[]> of(Language language, String word) {
    String name = language.tag() + "/" + word + ".wav";
    return own(name).or(() -> ours(name));
  }

  private Optional<byte[]> own(String name) {
    Path file = own.resolve(name);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      return Optional.of(samples(new ByteArrayInputStream(Files.readAllBytes(file))));
    } catch (IOException | UnsupportedAudioFileException | IllegalArgumentException e) {
      LOG.warn("voices/{} cannot be read; the program's own is heard instead", name);
      LOG.debug("its trace", e);
      return Optional.empty();
    }
  }

  private Optional<byte[]> ours(String name) {
    try (InputStream file = ours.apply(name)) {
      return file == null ? Optional.empty() : Optional.of(samples(new BufferedInputStream(file)));
    } catch (IOException | UnsupportedAudioFileException | IllegalArgumentException e) {
      LOG.warn("the recording {} cannot be read", name);
      LOG.debug("its trace", e);
      return Optional.empty();
    }
  }

  private static byte[] samples(InputStream file)
      throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream recorded = AudioSystem.getAudioInputStream(file);
        AudioInputStream heard = AudioSystem.getAudioInputStream(SoundOutput.FORMAT, recorded)) {
      return heard.readNBytes(LARGEST);
    }
  }
}
