package duken.desktop.bank;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** Large digits that are being typed. Has the focus, so that no button takes a key from it. */
final class DigitBox extends Label {

  DigitBox(ObservableValue<String> text, String id) {
    setId(id);
    textProperty().bind(text);
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_FIELD);
    setOnMousePressed(_ -> requestFocus());
    getStyleClass().addAll("phone-number", "typing-box");
  }
}
