package duken.app.desk;

import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.util.Map;

/** Whether there is anything a window could open on. */
final class Display {

  private static final Said NONE = Said.of("display.none");

  private Display() {}

  /**
   * Looks before JavaFX does, whose own words help nobody.
   *
   * @param system {@code os.name}
   * @param glass the window system JavaFX was told to use, or null
   * @throws UserError when there is none
   */
  static void check(Map<String, String> environment, String system, String glass) {
    boolean x11 = system.startsWith("Linux") && glass == null;
    if (x11 && environment.getOrDefault("DISPLAY", "").isBlank()) {
      throw missing(null);
    }
  }

  /** Whether there is one, as far as can be seen without opening a window. */
  static boolean isThere() {
    try {
      check(System.getenv(), System.getProperty("os.name"), System.getProperty("glass.platform"));
      return true;
    } catch (UserError _) {
      return false;
    }
  }

  /** Whether somebody stopped because there is none. */
  static boolean isWhy(UserError problem) {
    return NONE.text().equals(problem.getMessage());
  }

  /** There is none after all. */
  static UserError missing(Throwable cause) {
    return UserError.notNow(NONE, cause);
  }
}
