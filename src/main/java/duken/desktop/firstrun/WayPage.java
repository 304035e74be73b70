package duken.desktop.firstrun;

import duken.desktop.firstrun.FirstRunModel.Way;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.text.Texts;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;

/** How the till begins: training, which is always right, or with the choice of ways to the bank. */
final class WayPage implements QuestionPage {

  private final Hotkeys keys = new Hotkeys();
  private final FlowPane node = new FlowPane(10, 10);

  WayPage(Texts texts, FirstRunModel model) {
    ChoiceButton training =
        ChoiceButton.of(
            texts,
            "firstrun.bank.training",
            Hotkeys.ctrl(KeyCode.DIGIT1),
            keys,
            () -> model.wayProperty().set(Way.TRAINING));
    ChoiceButton connect =
        ChoiceButton.of(
            texts,
            "firstrun.bank.connect",
            Hotkeys.ctrl(KeyCode.DIGIT2),
            keys,
            () -> model.wayProperty().set(Way.CONNECT));
    model
        .wayProperty()
        .subscribe(
            now -> {
              training.choose(now == Way.TRAINING);
              connect.choose(now == Way.CONNECT);
            });
    node.getChildren().addAll(training, connect);
    node.setFocusTraversable(true);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {
    node.requestFocus();
  }
}
