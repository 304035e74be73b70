package duken.desktop.till;

import duken.api.DeskJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Real money without a provider: why nothing can be sold, and the way to change that. */
final class BankNeeded extends VBox {

  private final DeskContext context;
  private final Label words = new WrappedLabel();

  BankNeeded(DeskContext context, Hotkeys keys) {
    this.context = context;
    KeyButton open =
        KeyButton.of(
                context.texts(),
                "till.bank.open",
                Material2RoundAL.ACCOUNT_BALANCE,
                Hotkeys.key(KeyCode.ENTER),
                keys,
                () -> context.navigator().go("settings", "bank"))
            .styled("primary", "large");
    getStyleClass().add("bank-needed");
    setSpacing(14);
    getChildren().addAll(words, open);
    managedProperty().bind(visibleProperty());
  }

  /** Shows itself when it is needed; answers whether it is. */
  boolean show(DeskJson.State state) {
    boolean needed =
        state != null && !state.training() && !state.way().connection().equals("connected");
    setVisible(needed);
    if (needed) {
      context.texts().bind(words.textProperty(), "till.bank." + state.way().connection());
    }
    return needed;
  }
}
