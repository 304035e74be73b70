package duken.desktop.shell.scan;

import javafx.scene.input.KeyCode;

/**
 * The character a scanner means by a key. A scanner presses the keys of an American keyboard; with
 * a Russian or Kazakh layout other letters would come of them, so the key counts and not its
 * letter.
 */
public final class ScannedKey {

  private ScannedKey() {}

  /**
   * @param code of the key, {@code UNDEFINED} when only its character is known
   * @param typed what the layout made of it
   */
  public static char character(KeyCode code, boolean shift, char typed) {
    if (code.isLetterKey()) {
      char letter = code.getChar().charAt(0);
      return shift ? letter : Character.toLowerCase(letter);
    }
    if (code.isDigitKey() && !shift) {
      String name = code.getName();
      return name.charAt(name.length() - 1);
    }
    return switch (code) {
      case MINUS -> shift ? '_' : '-';
      case PERIOD -> shift ? '>' : '.';
      case SLASH -> shift ? '?' : '/';
      default -> typed;
    };
  }
}
