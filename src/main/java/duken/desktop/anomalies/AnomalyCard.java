package duken.desktop.anomalies;

import duken.api.DeskJson.AnomalyJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** One oddity in plain words, with what can be done about it as buttons. */
public final class AnomalyCard extends VBox {

  private final DeskContext context;
  private final AnomalyDecision decision;
  private final Label title = new WrappedLabel("card-title");
  private final Label sum = new Label();
  private final Label advice = new WrappedLabel("advice");
  private final FlowPane actions = new FlowPane(10, 10);

  private AnomalyJson shown;
  private List<AnomalyAction> offered = List.of();

  /**
   * A card that shows nothing yet; its buttons answer to Alt 1, Alt 2 and Alt 3.
   *
   * @param busy while this is true the buttons rest
   */
  public AnomalyCard(
      DeskContext context, Hotkeys keys, AnomalyDecision decision, ObservableBooleanValue busy) {
    this.context = context;
    this.decision = decision;
    title.setGraphic(Icons.of(Material2RoundMZ.WARNING, 26));
    sum.getStyleClass().add("row-sum");
    sum.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(16, title, gap, sum);
    head.setAlignment(Pos.CENTER_LEFT);
    actions.disableProperty().bind(busy);
    getStyleClass().addAll("card", "odd-card");
    Tone.CAREFUL.paint(this);
    setSpacing(10);
    getChildren().addAll(head, advice, actions);
    KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3};
    for (int i = 0; i < digits.length; i++) {
      int index = i;
      keys.on(Hotkeys.alt(digits[i]), () -> press(index));
    }
  }

  /** Shows an oddity; null for none. */
  public void show(AnomalyJson anomaly) {
    if (anomaly != null && anomaly.equals(shown)) {
      return;
    }
    shown = anomaly;
    actions.getChildren().clear();
    offered = anomaly == null ? List.of() : AnomalyAction.of(anomaly, context.feed()::can);
    if (anomaly == null) {
      return;
    }
    Texts texts = context.texts();
    texts.bind(title.textProperty(), AnomalyWords.titleKey(anomaly));
    texts.bind(advice.textProperty(), AnomalyWords.adviceKey(anomaly));
    sum.setText(Sums.format(anomaly.amount()));
    KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3};
    for (int i = 0; i < offered.size(); i++) {
      AnomalyAction action = offered.get(i);
      KeyButton button =
          new KeyButton(
                  AnomalyDecision.icon(action),
                  Hotkeys.alt(digits[i]),
                  () -> decision.ask(anomaly, action))
              .captioned(texts, action.textKey());
      button.setId("anomaly-" + action.word());
      actions.getChildren().add(i == 0 ? button.styled("primary") : button);
    }
  }

  /** What is shown, or null. */
  public AnomalyJson shown() {
    return shown;
  }

  private boolean press(int index) {
    if (index >= offered.size() || actions.isDisabled() || !isVisible()) {
      return false;
    }
    decision.ask(shown, offered.get(index));
    return true;
  }
}
