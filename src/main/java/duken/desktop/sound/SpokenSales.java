package duken.desktop.sound;

import duken.desktop.text.Language;
import duken.domain.Money;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sales heard through an output, on a thread of their own. Of many at once the last few are heard:
 * a voice that lags behind the screen is believed by nobody.
 */
public final class SpokenSales implements SaleSound, AutoCloseable {

  private static final int MOST_WAITING = 2;
  private static final int BYTES = 2;

  /** Between two words, in bytes: 20 ms. */
  private static final int PAUSE = 640;

  private final Recordings recordings;
  private final SoundOutput output;
  private final Runnable bell;
  private final ExecutorService voice =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("voice").factory(),
          new ThreadPoolExecutor.DiscardOldestPolicy());

  /**
   * @param own the shop's own recordings, a folder that need not exist
   * @param bell rings where the output is none
   */
  public SpokenSales(Path own, SoundOutput output, Runnable bell) {
    this(new Recordings(own, Recordings::ofTheProgram), output, bell);
  }

  SpokenSales(Recordings recordings, SoundOutput output, Runnable bell) {
    this.recordings = recordings;
    this.output = output;
    this.bell = bell;
  }

  @Override
  public void paid(Money sum, Language language, int volume) {
    voice.execute(
        () -> {
          ByteArrayOutputStream all = new ByteArrayOutputStream();
          all.writeBytes(Tones.paid());
          all.writeBytes(new byte[4 * PAUSE]);
          word(all, language, "paid");
          all.writeBytes(new byte[4 * PAUSE]);
          words(sum, language).forEach(word -> word(all, language, word));
          play(all.toByteArray(), volume);
        });
  }

  @Override
  public void failed(int volume) {
    voice.execute(() -> play(Tones.failed(), volume));
  }

  /** Waits until everything was heard. */
  @Override
  public void close() {
    voice.close();
  }

  private static List<String> words(Money sum, Language language) {
    return SpokenSum.words(sum, language);
  }

  private void word(ByteArrayOutputStream all, Language language, String word) {
    recordings
        .of(language, word)
        .ifPresent(
            samples -> {
              all.writeBytes(samples);
              all.writeBytes(new byte[PAUSE]);
            });
  }

  private void play(byte[] samples, int volume) {
    for (int i = 0; i + 1 < samples.length; i += BYTES) {
      int sample = (samples[i + 1] << 8 | samples[i] & 0xFF) * volume / 100;
      samples[i] = (byte) sample;
      samples[i + 1] = (byte) (sample >> 8);
    }
    if (!output.play(samples)) {
      bell.run();
    }
  }
}
