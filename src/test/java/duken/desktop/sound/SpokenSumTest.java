package duken.desktop.sound;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.text.Language;
import duken.domain.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is spoken is the sum, in each language. */
class SpokenSumTest {

  private static final long LARGEST = 99_999_999_999L;
  private static final Path VOICES = Path.of("assets", "voices");

  @Test
  void readBackTheWordsGiveTheSum() {
    Random random = new Random(15);
    for (Language language : Language.values()) {
      for (long tiyn = 1; tiyn <= 250_000; tiyn += 7) {
        isItself(tiyn, language);
      }
      for (int i = 0; i < 50_000; i++) {
        isItself(1 + (random.nextLong() >>> 1) % LARGEST, language);
      }
      isItself(LARGEST, language);
    }
  }

  private static void isItself(long tiyn, Language language) {
    List<String> words = SpokenSum.words(Money.ofTiyn(tiyn), language);
    assertThat(heard(words, language)).as("%s %s", language, words).isEqualTo(tiyn);
  }

  @Test
  void aThousandIsAWomanInRussianAndTengeStaysAsItIs() {
    assertThat(ru(1_000)).containsExactly("1f", "thousand-one", "tenge");
    assertThat(ru(2_000)).containsExactly("2f", "thousand-few", "tenge");
    assertThat(ru(5_000)).containsExactly("5", "thousand-many", "tenge");
    assertThat(ru(11_000)).containsExactly("11", "thousand-many", "tenge");
    assertThat(ru(21_001)).containsExactly("20", "1f", "thousand-one", "1", "tenge");
    assertThat(ru(112_502)).containsExactly("100", "12", "thousand-many", "500", "2", "tenge");
    assertThat(ru(1_000_000)).containsExactly("1", "million-one", "tenge");
    assertThat(SpokenSum.words(Money.ofTiyn(102), Language.RU))
        .containsExactly("1", "tenge", "2", "tiyn-few");
    assertThat(SpokenSum.words(Money.ofTenge(1_115), Language.KK))
        .containsExactly("1", "thousand", "100", "15", "tenge");
    assertThat(SpokenSum.words(Money.ofTenge(15_300), Language.EN))
        .containsExactly("15", "thousand", "3", "100", "tenge");
  }

  @Test
  void eachWordWasRecordedAndAllTogetherAreSmall() throws Exception {
    long bytes = 0;
    for (Language language : Language.values()) {
      for (long tiyn = 1; tiyn < 300_000; tiyn += 101) {
        recorded(SpokenSum.words(Money.ofTiyn(tiyn), language), language);
        recorded(SpokenSum.words(Money.ofTiyn(tiyn * 30_000), language), language);
      }
      recorded(List.of("paid"), language);
      try (var files = Files.list(VOICES.resolve(language.tag()))) {
        bytes += files.mapToLong(file -> file.toFile().length()).sum();
      }
    }
    assertThat(bytes).isLessThan(1_200_000);
  }

  private static void recorded(List<String> words, Language language) {
    for (String word : words) {
      Path file = VOICES.resolve(language.tag()).resolve(word + ".wav");
      assertThat(file).exists();
    }
  }

  private static List<String> ru(long tenge) {
    return SpokenSum.words(Money.ofTenge(tenge), Language.RU);
  }

  /** What somebody understands who hears these words. */
  private static long heard(List<String> words, Language language) {
    long whole = 0;
    long group = 0;
    long tenge = 0;
    for (String word : words) {
      switch (word.split("-")[0]) {
        case "million" -> {
          whole += group * 1_000_000;
          group = 0;
        }
        case "thousand" -> {
          whole += group * 1_000;
          group = 0;
        }
        case "tenge" -> {
          tenge = whole + group;
          whole = 0;
          group = 0;
        }
        case "tiyn" -> {
          return tenge * 100 + group;
        }
        case "100" -> group = language == Language.RU || group == 0 ? group + 100 : group * 100;
        default -> group += Long.parseLong(word.replace("f", ""));
      }
    }
    return tenge * 100;
  }
}
