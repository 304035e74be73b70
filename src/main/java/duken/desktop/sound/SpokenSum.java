package duken.desktop.sound;

import duken.desktop.text.Language;
import duken.domain.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum as the list of recorded words that are spoken one after the other; {@code assets/voices}
 * holds one recording for each.
 */
public final class SpokenSum {

  private static final int TIYN = 100;
  private static final int THOUSAND = 1_000;
  private static final int MILLION = 1_000_000;
  private static final long LARGEST = 999_999_999L;

  private SpokenSum() {}

  /**
   * The words of a sum, {@code [15, thousand-many, tenge]}.
   *
   * @throws IllegalArgumentException when the sum is larger than 999,999,999 tenge
   */
  public static List<String> words(Money sum, Language language) {
    long tenge = sum.tiyn() / TIYN;
    if (tenge > LARGEST) {
      throw new IllegalArgumentException("no words for so large a sum");
    }
    List<String> words = new ArrayList<>();
    int millions = (int) (tenge / MILLION);
    int thousands = (int) (tenge / THOUSAND % THOUSAND);
    int rest = (int) (tenge % THOUSAND);
    if (millions > 0) {
      below1000(words, millions, language, false);
      words.add(counted("million", millions, language));
    }
    if (thousands > 0) {
      // A Russian thousand is a woman: одна тысяча, две тысячи.
      below1000(words, thousands, language, true);
      words.add(counted("thousand", thousands, language));
    }
    if (rest > 0 || tenge == 0) {
      below1000(words, rest, language, false);
    }
    words.add("tenge");
    int tiyn = (int) (sum.tiyn() % TIYN);
    if (tiyn > 0) {
      below1000(words, tiyn, language, false);
      words.add(counted("tiyn", tiyn, language));
    }
    return words;
  }

  private static void below1000(
      List<String> words, int number, Language language, boolean feminine) {
    int hundreds = number / 100;
    int rest = number % 100;
    if (hundreds > 0) {
      hundreds(words, hundreds, language);
    }
    if (rest > 20 && rest % 10 > 0) {
      words.add(Integer.toString(rest - rest % 10));
      words.add(unit(rest % 10, language, feminine));
    } else if (rest > 0 || hundreds == 0) {
      words.add(unit(rest, language, feminine));
    }
  }

  private static void hundreds(List<String> words, int hundreds, Language language) {
    switch (language) {
      case RU -> words.add(Integer.toString(hundreds * 100));
      case KK -> {
        // Жүз alone is a hundred; бір жүз would be said by nobody.
        if (hundreds > 1) {
          words.add(Integer.toString(hundreds));
        }
        words.add("100");
      }
      case EN -> {
        words.add(Integer.toString(hundreds));
        words.add("100");
      }
    }
  }

  private static String unit(int number, Language language, boolean feminine) {
    boolean hasForm = language == Language.RU && feminine && (number == 1 || number == 2);
    return hasForm ? number + "f" : Integer.toString(number);
  }

  /** Тенге is the same in every case; thousand, million and tiyn are not. */
  private static String counted(String word, int number, Language language) {
    if (language != Language.RU) {
      return word;
    }
    int last = number % 10;
    boolean teen = number % 100 / 10 == 1;
    if (!teen && last == 1) {
      return word + "-one";
    }
    return word + (!teen && last >= 2 && last <= 4 ? "-few" : "-many");
  }
}
