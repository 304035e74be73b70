package duken.app.desk;

import duken.app.terminal.UserError;
import duken.desktop.kit.Theme;
import duken.desktop.kit.task.FxThread;
import duken.desktop.text.Language;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** Tells a person who started the window by a click, not in a terminal, why it does not work. */
final class StartFailure {

  private StartFailure() {}

  /**
   * Shows the sentence and waits until it was read; does nothing where a terminal shows it, or
   * where there is no display.
   */
  static void tell(UserError problem, Language language, Theme theme) {
    boolean inTerminal =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    boolean unseen = "Headless".equals(System.getProperty("glass.platform"));
    if (inTerminal || unseen || Display.isWhy(problem) || !Display.isThere()) {
      return;
    }
    CountDownLatch read = new CountDownLatch(1);
    Runnable show =
        () -> {
          Alert alert = window(problem, language, theme);
          alert.setOnHidden(_ -> read.countDown());
          alert.show();
          ((Stage) alert.getDialogPane().getScene().getWindow()).toFront();
        };
    try {
      Platform.startup(show);
    } catch (IllegalStateException _) {
      FxThread.real().run(show);
    } catch (UnsupportedOperationException _) {
      return;
    }
    try {
      read.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  /** The window with the sentence, in the window's own language. */
  static Alert window(UserError problem, Language language, Theme theme) {
    ButtonType close = new ButtonType(closing(language), ButtonBar.ButtonData.CANCEL_CLOSE);
    String sentence = problem.in(Locale.of(language.tag()));
    Alert alert = new Alert(Alert.AlertType.ERROR, sentence, close);
    theme.dress(alert.getDialogPane().getScene());
    alert.setTitle("Duken");
    alert.setHeaderText(header(language));
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    return alert;
  }

  private static String closing(Language language) {
    return switch (language) {
      case RU -> "Закрыть";
      case KK -> "Жабу";
      case EN -> "Close";
    };
  }

  private static String header(Language language) {
    return switch (language) {
      case RU -> "Duken не может начать работу";
      case KK -> "Duken жұмысты бастай алмайды";
      case EN -> "Duken cannot start";
    };
  }
}
