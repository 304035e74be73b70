package duken.desktop.sound;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where sound goes. */
@FunctionalInterface
public interface SoundOutput {

  /** 16 kHz, 16 bit, mono, the lower byte first. */
  AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, false);

  /** Plays samples of {@link #FORMAT} and waits for their end; answers whether there was a way. */
  boolean play(byte[] samples);

  /** The loudspeaker of this computer, as the system has set it. */
  static SoundOutput loudspeaker() {
    Logger log = LoggerFactory.getLogger(SoundOutput.class);
    return samples -> {
      try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
        line.open(FORMAT);
        line.start();
        line.write(samples, 0, samples.length);
        line.drain();
        return true;
      } catch (LineUnavailableException | RuntimeException | LinkageError e) {
        // Which of these a computer without sound throws depends on its system and its drivers.
        log.info("this computer has no sound: {}", e.getClass().getSimpleName());
        return false;
      }
    };
  }
}
