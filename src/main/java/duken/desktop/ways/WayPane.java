package duken.desktop.ways;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What is shown of one way: how the shop stands with it, connecting and disconnecting. */
public interface WayPane {

  Node node();

  /** It shows now: load, take the focus. */
  void shown();

  /** It does not show any more: secrets are forgotten. */
  void hidden();

  /** Whether nothing is half-way in it, so that the mode of the till is offered below. */
  default ObservableValue<Boolean> atRest() {
    return Bindings.createBooleanBinding(() -> true);
  }
}
