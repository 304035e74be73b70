package duken.domain.barcode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a scanner meant that pressed the keys of an American keyboard while Windows had a Russian or
 * Kazakh layout. Both put the same letters on the keys of letters; the Kazakh one has letters of
 * its own on the keys of digits.
 */
final class KeyboardLayout {

  private static final String KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
  private static final String LETTERS = "ёйцукенгшщзхъфывапролджэячсмитьбю";
  private static final String SHIFTED = "~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
  private static final String CAPITALS = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

  private static final String DIGIT_KEYS = "1234567890-=";
  private static final String KAZAKH_DIGITS = "\"әіңғ,.үұқөһ";
  private static final String SHIFTED_DIGITS = "!@#$%^&*()_+";
  private static final String KAZAKH_CAPITALS = "!ӘІҢҒ;:ҮҰҚӨҺ";

  private static final Map<Character, Character> RUSSIAN = new HashMap<>();
  private static final Map<Character, Character> KAZAKH = new HashMap<>();

  static {
    put(RUSSIAN, LETTERS, KEYS);
    put(RUSSIAN, CAPITALS, SHIFTED);
    KAZAKH.putAll(RUSSIAN);
    // What stands on the key of the slash; a dot that stays a dot would be a digit in Kazakh.
    RUSSIAN.put('.', '/');
    RUSSIAN.put(',', '?');
    RUSSIAN.put('"', '@');
    RUSSIAN.put('№', '#');
    KAZAKH.put('№', '/');
    put(KAZAKH, KAZAKH_DIGITS, DIGIT_KEYS);
    put(KAZAKH, KAZAKH_CAPITALS, SHIFTED_DIGITS);
  }

  private KeyboardLayout() {}

  private static void put(Map<Character, Character> layout, String typed, String keys) {
    for (int i = 0; i < typed.length(); i++) {
      layout.put(typed.charAt(i), keys.charAt(i));
    }
  }

  /** What was meant; empty when nothing tells that another layout was in the way. */
  static Optional<String> restored(String typed) {
    boolean onlyKazakhDigits =
        !typed.isEmpty() && typed.chars().allMatch(c -> KAZAKH_DIGITS.indexOf(c) >= 0);
    if (onlyKazakhDigits || typed.chars().anyMatch(KeyboardLayout::isKazakh)) {
      return Optional.of(through(KAZAKH, typed));
    }
    return typed.chars().anyMatch(c -> LETTERS.indexOf(c) >= 0 || CAPITALS.indexOf(c) >= 0)
        ? Optional.of(through(RUSSIAN, typed))
        : Optional.empty();
  }

  private static boolean isKazakh(int c) {
    return Character.isLetter(c)
        && (KAZAKH_DIGITS.indexOf(c) >= 0 || KAZAKH_CAPITALS.indexOf(c) >= 0);
  }

  private static String through(Map<Character, Character> layout, String typed) {
    StringBuilder meant = new StringBuilder(typed.length());
    typed.chars().forEach(c -> meant.append((char) layout.getOrDefault((char) c, (char) c)));
    return meant.toString();
  }
}
