package duken.desktop.terminal;

import duken.api.BankJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The first step: the terminal's address is typed, or looked for in a range that is typed. */
final class AddressStep extends VBox {

  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4
  };

  private final TerminalViewModel model;
  private final Texts texts;
  private final TextField address;
  private final VBox found = new VBox(6);

  AddressStep(TerminalViewModel model, DeskContext context, Hotkeys keys) {
    this.model = model;
    texts = context.texts();
    address = input("terminal-address", "address", model.addressProperty());
    TextField till = input("terminal-till", "till", model.tillProperty());
    TextField range = input("terminal-range", "range", model.rangeProperty());
    KeyButton pair =
        KeyButton.of(
                texts,
                "terminal.action.pair",
                Material2RoundAL.LINK,
                Hotkeys.key(KeyCode.ENTER),
                keys,
                () -> model.pair(false))
            .styled("primary");
    pair.setId("terminal-pair");
    KeyButton search =
        KeyButton.of(
            texts,
            "terminal.action.search",
            Material2RoundMZ.SEARCH,
            Hotkeys.key(KeyCode.F4),
            keys,
            model::search);
    search.setId("terminal-search");
    KeyButton back =
        KeyButton.of(
                texts,
                "terminal.action.back",
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                keys,
                model::back)
            .styled("quiet");
    for (KeyButton each : new KeyButton[] {pair, search, back}) {
      each.setMinWidth(USE_PREF_SIZE);
      each.disableProperty().bind(model.busyProperty());
    }
    HBox names = new HBox(12, field("address", address), field("till", till));
    setSpacing(10);
    getChildren()
        .addAll(
            StepWords.head(texts, 1),
            StepWords.words(texts, "terminal.address.words"),
            names,
            field("range", range),
            found,
            new FlowPane(10, 10, pair, search, back));
    for (int i = 0; i < DIGITS.length; i++) {
      int place = i;
      keys.on(Hotkeys.alt(DIGITS[i]), () -> choose(place));
    }
    model.foundProperty().subscribe(this::show);
  }

  void takeFocus() {
    address.requestFocus();
    address.end();
  }

  private boolean choose(int place) {
    List<BankJson.Found> all = model.foundProperty().get();
    if (!isVisible() || place >= all.size()) {
      return false;
    }
    model.choose(all.get(place));
    return true;
  }

  private void show(List<BankJson.Found> all) {
    found.getChildren().clear();
    for (int i = 0; i < Math.min(all.size(), DIGITS.length); i++) {
      BankJson.Found one = all.get(i);
      Label line = new WrappedLabel("section-words");
      line.setText(
          "Alt %d   %s   %s"
              .formatted(i + 1, one.address(), Fingerprints.brief(one.certificateSha256())));
      found.getChildren().add(line);
    }
  }

  private TextField input(String id, String word, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.getStyleClass().add("big-field");
    field.textProperty().bindBidirectional(value);
    texts.bind(field.promptTextProperty(), "terminal." + word + ".prompt");
    return field;
  }

  private VBox field(String word, TextField input) {
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), "terminal." + word);
    VBox box = new VBox(4, name, input);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }
}
