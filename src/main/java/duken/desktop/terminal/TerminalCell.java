package duken.desktop.terminal;

import duken.desktop.kit.Tone;
import duken.desktop.text.Texts;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A terminal in the list: its till, where it is, how it stands. */
final class TerminalCell extends ListCell<PairedTerminal> {

  private final Texts texts;
  private final Predicate<PairedTerminal> own;
  private final Label name = new Label();
  private final Label place = new Label();
  private final Label state = new Label();
  private final VBox box = new VBox(2, name, place, state);

  TerminalCell(Texts texts, Predicate<PairedTerminal> own) {
    this.texts = texts;
    this.own = own;
    name.getStyleClass().add("way-name");
    place.getStyleClass().add("small-word");
    state.getStyleClass().add("way-standing");
  }

  @Override
  protected void updateItem(PairedTerminal terminal, boolean empty) {
    super.updateItem(terminal, empty);
    setText(null);
    setGraphic(empty || terminal == null ? null : box);
    if (empty || terminal == null) {
      return;
    }
    name.setText(
        own.test(terminal) ? texts.get("terminal.cell.own", terminal.till()) : terminal.till());
    place.setText(
        terminal.terminalId() == null
            ? terminal.address()
            : texts.get("terminal.cell.place", terminal.address(), terminal.terminalId()));
    String word =
        terminal.isStrange()
            ? "strange"
            : !terminal.connected() ? "pair_again" : terminal.trouble() == null ? "good" : "unwell";
    (word.equals("good") ? Tone.GOOD : Tone.BAD).paint(state);
    state.setText(texts.get("terminal.cell." + word));
  }
}
