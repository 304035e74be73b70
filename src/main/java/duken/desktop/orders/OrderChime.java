package duken.desktop.orders;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two rising tones. On a PC without sound they are silent. */
public final class OrderChime {

  private static final Logger LOG = LoggerFactory.getLogger(OrderChime.class);
  private static final int RATE = 22_050;
  private static final int[] TONES = {659, 880};
  private static final int SAMPLES = RATE / 4;
  private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

  private OrderChime() {}

  /** Plays them, half a second long; answers whether this computer has taken them. */
  public static boolean play() {
    try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
      line.open(FORMAT);
      line.start();
      byte[] wave = wave();
      line.write(wave, 0, wave.length);
      line.drain();
      return true;
    } catch (LineUnavailableException | RuntimeException | LinkageError e) {
      // Which of these a computer without sound throws depends on its system and its drivers.
      LOG.info("this computer has no sound for new orders: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  /** 16-bit samples, the lower byte first; each tone fades out. */
  static byte[] wave() {
    byte[] wave = new byte[2 * TONES.length * SAMPLES];
    for (int i = 0; i < TONES.length * SAMPLES; i++) {
      int at = i % SAMPLES;
      double fade = 1 - (double) at / SAMPLES;
      double lock = 2 * Math.PI * TONES[i / SAMPLES] * at / RATE;
      int sample = (int) (12_000 * fade * Math.sin(lock));
      wave[2 * i] = (byte) sample;
      wave[2 * i + 1] = (byte) (sample >> 8);
    }
    return wave;
  }
}
