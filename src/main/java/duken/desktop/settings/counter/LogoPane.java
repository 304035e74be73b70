package duken.desktop.settings.counter;

import duken.desktop.customer.CustomerShow;
import duken.desktop.customer.ShopLogo;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The shop's own picture on the customer's screen: chosen from a file, taken away. */
final class LogoPane extends VBox {

  private final DeskContext context;
  private final Hotkeys keys;
  private final Supplier<Optional<Path>> chosen;
  private final Label said = new WrappedLabel("muted", "small-word");
  private final KeyButton drop;

  /** A pane that asks which file. */
  LogoPane(DeskContext context, Hotkeys keys) {
    this(context, keys, null);
  }

  /**
   * @param chosen answers the file; null asks for it
   */
  LogoPane(DeskContext context, Hotkeys keys, Supplier<Optional<Path>> chosen) {
    super(8);
    this.context = context;
    this.keys = keys;
    this.chosen = chosen == null ? this::choose : chosen;
    KeyButton pick = button("logo", Material2RoundAL.ADD_PHOTO_ALTERNATE, KeyCode.O, this::pick);
    drop = button("logo.drop", Material2RoundAL.DELETE, KeyCode.D, () -> show(null));
    drop.setDisable(context.preferences().logo().isEmpty());
    said.setId("counter-logo-said");
    context.texts().bind(said.textProperty(), "settings.counter.logo.hint");
    getChildren().addAll(new FlowPane(10, 10, pick, drop), said);
  }

  private KeyButton button(String word, Ikon icon, KeyCode key, Runnable action) {
    KeyButton button =
        KeyButton.of(
            context.texts(), "settings.counter." + word, icon, Hotkeys.ctrl(key), keys, action);
    button.setId("counter-" + word.replace('.', '-'));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Optional<Path> choose() {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("PNG, JPEG", "*.png", "*.jpg", "*.jpeg"));
    return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).map(File::toPath);
  }

  private void pick() {
    chosen
        .get()
        .ifPresent(
            file ->
                context
                    .background()
                    .ask(
                        () -> ShopLogo.read(file),
                        read -> read.ifPresentOrElse(this::show, this::refuse),
                        failure -> Message.of(failure).show(said, context.texts())));
  }

  private void refuse() {
    Message.of(Tone.BAD, "settings.counter.logo.unreadable").show(said, context.texts());
  }

  private void show(byte[] picture) {
    context.preferences().logo(picture);
    drop.setDisable(picture == null);
    String word = picture == null ? "dropped" : "kept";
    Message.of(Tone.GOOD, "settings.counter.logo." + word).show(said, context.texts());
    if (context.customer().get() instanceof CustomerShow.Idle) {
      context.customer().set(new CustomerShow.Idle(picture));
    }
  }
}
