package duken.desktop.sound;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.text.Language;
import duken.domain.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the loudspeaker gets of a paid and of a failed sale. */
class SpokenSalesTest {

  private static final Money SUM = Money.ofTiyn(1_500_050);

  @TempDir Path voices;

  private final List<byte[]> heard = new ArrayList<>();
  private final AtomicInteger bells = new AtomicInteger();

  private static Recordings recordings(Path own) {
    return new Recordings(
        own,
        name -> {
          try {
            return Files.newInputStream(Path.of("assets", "voices").resolve(name));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void say(java.util.function.Consumer<SaleSound> what) {
    try (SpokenSales sales =
        new SpokenSales(
            recordings(voices), samples -> heard.add(samples), bells::incrementAndGet)) {
      what.accept(sales);
    }
  }

  @Test
  void aPaidSaleIsAChimeAndItsWordsOneAfterTheOther() {
    for (Language language : Language.values()) {
      heard.clear();
      say(sound -> sound.paid(SUM, language, 100));
      int words = Tones.paid().length + length(language, "paid");
      for (String word : SpokenSum.words(SUM, language)) {
        byte[] recording = recordings(voices).of(language, word).orElseThrow();
        assertThat(peak(recording)).as(language + " " + word).isGreaterThan(12_000);
        words += recording.length;
      }
      assertThat(heard).hasSize(1);
      assertThat(heard.getFirst().length).isGreaterThan(words).isLessThan(words + 20_000);
      assertThat(heard.getFirst()).startsWith(Tones.paid());
      assertThat(bells).hasValue(0);
    }
  }

  @Test
  void aFailureSoundsOtherwise() {
    say(sound -> sound.failed(100));
    assertThat(heard).containsExactly(Tones.failed());
    assertThat(Tones.failed()).isNotEqualTo(Tones.paid());
  }

  @Test
  void halfTheVolumeIsHalfAsLoud() {
    say(sound -> sound.failed(50));
    assertThat(peak(heard.getFirst()))
        .isCloseTo(peak(Tones.failed()) / 2, org.assertj.core.data.Offset.offset(2));
  }

  @Test
  void withoutASoundDeviceTheBellRings() {
    try (SpokenSales sales =
        new SpokenSales(recordings(voices), _ -> false, bells::incrementAndGet)) {
      sales.paid(SUM, Language.RU, 80);
    }
    assertThat(bells).hasValue(1);
  }

  @Test
  void theRealLoudspeakerEitherPlaysOrSaysThatThereIsNone() {
    boolean played = SoundOutput.loudspeaker().play(new byte[320]);
    boolean device =
        javax.sound.sampled.AudioSystem.isLineSupported(
            new javax.sound.sampled.DataLine.Info(
                javax.sound.sampled.SourceDataLine.class, SoundOutput.FORMAT));
    assertThat(played).isEqualTo(device);
  }

  @Test
  void theShopsOwnRecordingIsHeardAndOneThatCannotBeReadIsNot() throws Exception {
    Path ru = Files.createDirectories(voices.resolve("ru"));
    Files.copy(Path.of("assets", "voices", "kk", "paid.wav"), ru.resolve("paid.wav"));
    Files.writeString(ru.resolve("tenge.wav"), "no sound at all");
    Recordings recordings = recordings(voices);
    Recordings program = recordings(voices.resolve("none"));
    assertThat(recordings.of(Language.RU, "paid")).isPresent();
    assertThat(recordings.of(Language.RU, "paid").get())
        .isEqualTo(program.of(Language.KK, "paid").orElseThrow());
    assertThat(recordings.of(Language.RU, "tenge").orElseThrow())
        .isEqualTo(program.of(Language.RU, "tenge").orElseThrow());
  }

  @Test
  void aVoiceThatLagsBehindLeavesOut() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (SpokenSales sales =
        new SpokenSales(
            recordings(voices),
            samples -> {
              begun.countDown();
              await(end);
              return heard.add(samples);
            },
            bells::incrementAndGet)) {
      sales.failed(100);
      begun.await();
      for (int i = 0; i < 20; i++) {
        sales.failed(100);
      }
      end.countDown();
    }
    assertThat(heard).hasSize(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private int length(Language language, String word) {
    return recordings(voices).of(language, word).orElseThrow().length;
  }

  private static int peak(byte[] samples) {
    int peak = 0;
    var values = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    while (values.hasRemaining()) {
      peak = Math.max(peak, Math.abs(values.get()));
    }
    return peak;
  }
}
