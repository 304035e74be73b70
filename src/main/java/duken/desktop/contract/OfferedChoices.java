package duken.desktop.contract;

import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** What the provider wants chosen before the shop is connected: one of several trade points. */
public final class OfferedChoices extends VBox {

  private static final int WITH_KEYS = 7;

  private final Consumer<String> chosen;
  private List<String> offered = List.of();

  /**
   * Empty and invisible.
   *
   * @param textKey what is asked
   * @param chosen takes the first word of the line that was chosen: its number
   */
  public OfferedChoices(
      DeskContext context, Hotkeys keys, String textKey, Consumer<String> chosen) {
    this.chosen = chosen;
    setSpacing(8);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    Label words = new WrappedLabel("section-words");
    context.texts().bind(words.textProperty(), textKey);
    getChildren().add(words);
    for (int i = 1; i <= WITH_KEYS; i++) {
      int place = i;
      keys.on(
          Hotkeys.ctrl(KeyCode.valueOf("DIGIT" + i)),
          () -> isVisible() && choose(() -> offered.get(place - 1), place));
    }
  }

  /** Offers these lines; none hides it. */
  public void offer(List<String> lines) {
    offered = List.copyOf(lines);
    getChildren().remove(1, getChildren().size());
    for (int i = 0; i < offered.size(); i++) {
      String line = offered.get(i);
      Button button =
          i < WITH_KEYS
              ? new ChoiceButton(
                  line,
                  Hotkeys.ctrl(KeyCode.valueOf("DIGIT" + (i + 1))),
                  new Hotkeys(),
                  () -> take(line))
              : new Button(line);
      button.setOnAction(_ -> take(line));
      button.setId("contract-choice-" + (i + 1));
      getChildren().add(button);
    }
    setVisible(!offered.isEmpty());
  }

  private boolean choose(Supplier<String> line, int place) {
    if (place > offered.size()) {
      return false;
    }
    take(line.get());
    return true;
  }

  private void take(String line) {
    offer(List.of());
    chosen.accept(line.strip().split("\\s+", 2)[0]);
  }
}
