package duken.desktop.bank;

import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which of the three steps this is, and what it is about. */
final class StepHead extends HBox {

  private static final int STEPS = 3;

  StepHead(Texts texts, int number, String titleKey) {
    Label step = new Label();
    step.getStyleClass().add("step-number");
    step.setMinWidth(Region.USE_PREF_SIZE);
    texts.bind(step.textProperty(), "bank.step", number, STEPS);
    Label title = new Label();
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    texts.bind(title.textProperty(), titleKey);
    setSpacing(12);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(step, title);
  }
}
