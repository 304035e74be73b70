package duken.desktop.cash;

import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.Money;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A field for a sum, with its name above and what is wrong below. */
final class CashSumField extends VBox {

  private final Texts texts;
  private final boolean mayBeNothing;
  private final TextField input;
  private final Label fault = new WrappedLabel("outcome");

  /**
   * A field named {@code textKey}.
   *
   * @param mayBeNothing whether 0 is a sum here, and an empty field means it
   */
  CashSumField(Texts texts, String textKey, TextField input, boolean mayBeNothing) {
    super(4);
    this.texts = texts;
    this.input = input;
    this.mayBeNothing = mayBeNothing;
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), textKey);
    name.setLabelFor(input);
    input.getStyleClass().add("big-field");
    input.accessibleTextProperty().bind(texts.of(textKey));
    input.textProperty().subscribe(_ -> fault(null));
    getChildren().addAll(name, input, fault);
  }

  TextField input() {
    return input;
  }

  /** The sum; empty after saying what is wrong with it. */
  Optional<Money> read() {
    String typed = input.getText() == null ? "" : input.getText().strip();
    if (mayBeNothing && typed.matches("0*")) {
      return Optional.of(Money.ZERO);
    }
    Sums.Typed sum = Sums.read(typed);
    if (sum.fault() != null) {
      fault("till.amount." + sum.fault().name().toLowerCase(Locale.ROOT));
      input.requestFocus();
    }
    return Optional.ofNullable(sum.money());
  }

  /** The sum as far as it is one, without saying anything. */
  Optional<Money> glance() {
    String typed = input.getText() == null ? "" : input.getText().strip();
    return mayBeNothing && typed.matches("0*")
        ? Optional.of(Money.ZERO)
        : Optional.ofNullable(Sums.read(typed).money());
  }

  /** Says what is wrong; null for nothing. */
  void fault(String textKey, Object... args) {
    if (textKey == null) {
      fault.textProperty().unbind();
      fault.setText("");
    } else {
      Tone.BAD.paint(fault);
      texts.bind(fault.textProperty(), textKey, args);
    }
    fault.setManaged(textKey != null);
  }
}
