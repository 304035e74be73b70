package duken.desktop.settings.form;

import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A large text field with its name above and a place for what is wrong below. */
public final class LabeledField extends VBox {

  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  private final Texts texts;
  private final TextField input;
  private final Label fault = new WrappedLabel("fault", "small-word");

  /**
   * A field named {@code settings.textKey}.
   *
   * @param wrong a text key, or the engine's own words, or null
   */
  public LabeledField(
      Texts texts,
      String textKey,
      TextField input,
      StringProperty value,
      ObservableValue<String> wrong) {
    this.texts = texts;
    this.input = input;
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), "settings." + textKey);
    input.getStyleClass().add("big-field");
    input.textProperty().bindBidirectional(value);
    fault.setPadding(new Insets(0, 0, 4, 0));
    setSpacing(4);
    getChildren().addAll(name, input, fault);
    wrong.subscribe(this::paint);
    texts.languageProperty().addListener(_ -> paint(wrong.getValue()));
  }

  /** Says in pale words what may be typed. */
  public LabeledField prompting(String textKey) {
    texts.bind(input.promptTextProperty(), "settings." + textKey);
    return this;
  }

  public void takeFocus() {
    input.requestFocus();
    input.end();
  }

  private void paint(String wrong) {
    boolean bad = wrong != null;
    fault.setText(!bad ? "" : texts.has(wrong) ? texts.get(wrong) : wrong);
    input.pseudoClassStateChanged(FAULT, bad);
  }
}
