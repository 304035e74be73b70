package duken.bench;

import duken.app.Main;
import javafx.scene.control.Label;

/** Duken's own window, watched. */
final class WatchedDesk {

  private WatchedDesk() {}

  /** Opens it with these arguments. */
  public static void main(String[] arguments) {
    FirstKey.watch(
        scene ->
            scene.lookup(".amount-digits") instanceof Label digits
                && digits.getText().contains("7"));
    Main.main(arguments);
  }
}
