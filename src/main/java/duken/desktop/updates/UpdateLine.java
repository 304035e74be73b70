package duken.desktop.updates;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Sheet;
import duken.desktop.text.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * One line where the till has nothing else to say: that there is a newer version, and the first of
 * what is new. Nothing is fetched by it.
 */
public final class UpdateLine extends HBox {

  private final Updates updates;
  private final Texts texts;
  private final Label words = new Label();

  /**
   * A line that shows while there is a release and the till is free.
   *
   * @param free whether nothing is being sold
   * @param open lays a sheet above the screen
   * @param close takes it away
   */
  public UpdateLine(
      Updates updates,
      Texts texts,
      Hotkeys keys,
      ObservableValue<Boolean> free,
      Consumer<Sheet> open,
      Runnable close) {
    this.updates = updates;
    this.texts = texts;
    KeyButton more =
        KeyButton.of(
            texts,
            "updates.more",
            Material2RoundAL.INFO,
            Hotkeys.ctrl(KeyCode.U),
            keys,
            () ->
                open.accept(
                    new UpdateSheet(updates.releaseProperty().get(), texts, this::later, close)
                        .sheet()));
    KeyButton later =
        KeyButton.of(
                texts,
                "updates.later",
                Material2RoundAL.CLOSE,
                Hotkeys.ctrl(KeyCode.L),
                keys,
                this::later)
            .styled("quiet");
    for (KeyButton button : new KeyButton[] {more, later}) {
      button.setMaxWidth(USE_PREF_SIZE);
      button.setMinWidth(USE_PREF_SIZE);
    }
    more.setId("update-more");
    later.setId("update-later");
    words.setTextOverrun(OverrunStyle.ELLIPSIS);
    words.setMinWidth(0);
    words.setId("update-words");
    words.setGraphic(Icons.of(Material2RoundMZ.SYSTEM_UPDATE_ALT, 24));
    setHgrow(words, Priority.SOMETIMES);
    setAlignment(Pos.CENTER);
    setSpacing(14);
    getStyleClass().add("update-line");
    getChildren().addAll(words, more, later);
    setVisible(false);
    updates.releaseProperty().subscribe(_ -> show(free.getValue()));
    free.addListener((_, _, now) -> show(now));
    texts.languageProperty().addListener(_ -> show(free.getValue()));
  }

  private void later() {
    Release release = updates.releaseProperty().get();
    if (release != null) {
      updates.later(release);
    }
  }

  private void show(boolean free) {
    Release release = updates.releaseProperty().get();
    setVisible(free && release != null);
    if (release != null) {
      words.setText(
          texts.get(
              "updates.line", release.version(), release.news().get(texts.language()).getFirst()));
    }
  }
}
