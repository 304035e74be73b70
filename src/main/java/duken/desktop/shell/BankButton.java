package duken.desktop.shell;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.desktop.bank.BankWords;
import duken.desktop.kit.BankLight;
import duken.desktop.kit.Icons;
import duken.desktop.kit.Tone;
import duken.desktop.text.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bank's light: icon, word and colour, and below it why. Leads to the account's settings. */
final class BankButton extends Button {

  private final Texts texts;
  private final FontIcon icon = Icons.of(BankLight.NOT_CONNECTED.icon(), 22);
  private final Label word = new Label();
  private final Label reason = new Label();

  BankButton(Texts texts, Runnable action) {
    this.texts = texts;
    word.getStyleClass().add("bank-light-word");
    reason.getStyleClass().add("bank-light-reason");
    for (Label label : new Label[] {word, reason}) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    reason.managedProperty().bind(reason.visibleProperty());
    VBox words = new VBox(word, reason);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(10, icon, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMouseTransparent(true);
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("bank-light");
    setId("bank-light");
    setMinWidth(Region.USE_PREF_SIZE);
    setFocusTraversable(false);
    setOnAction(_ -> action.run());
    accessibleTextProperty().bind(word.textProperty());
  }

  /** Shows how the provider stands; null hides it. */
  void show(DeskJson.State state) {
    setVisible(state != null);
    if (state == null) {
      return;
    }
    BankLight light = BankLight.of(state);
    icon.setIconCode(light.icon());
    light.tone().paint(this);
    texts.bind(word.textProperty(), light.textKey());
    String why = why(light, state.bank());
    reason.setVisible(why != null);
    if (why != null) {
      texts.bind(reason.textProperty(), why);
      Tone.QUIET.paint(reason);
    }
  }

  private static String why(BankLight light, BankJson.Status account) {
    if (light == BankLight.REFUSED || light == BankLight.CERTIFICATE_ENDS) {
      return "bank.reason." + light.name().toLowerCase(Locale.ROOT);
    }
    if (account == null || account.provider() == null) {
      return null;
    }
    return switch (light) {
      case SIGNED_OUT -> BankWords.reasonKey(account.trouble());
      case CLOCK_WRONG ->
          account.line().clockSkewSeconds() > 0
              ? "bank.reason.clock_behind"
              : "bank.reason.clock_ahead";
      case SILENT -> "bank.reason.waits";
      case PRACTICE, PRACTICE_SILENT -> "bank.own." + account.connection();
      case CONNECTED, NOT_CONNECTED, REFUSED, CERTIFICATE_ENDS -> null;
    };
  }
}
