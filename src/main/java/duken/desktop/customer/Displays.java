package duken.desktop.customer;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** The monitors beside the cashier's own. Call on the JavaFX thread. */
public interface Displays {

  /** A computer with the cashier's monitor alone. */
  Displays NONE =
      new Displays() {
        @Override
        public List<Display> others() {
          return List.of();
        }

        @Override
        public void onChange(InvalidationListener listener) {}
      };

  /**
   * A monitor.
   *
   * @param name by its size and place: the system tells no other that is always there
   * @param bounds where it lies among the others
   */
  record Display(String name, Rectangle2D bounds) {}

  /** Those that could be turned to a customer. */
  List<Display> others();

  /** Calls back when a monitor was plugged in or out, as long as the listener is held. */
  void onChange(InvalidationListener listener);

  /** Those of this computer. */
  static Displays ofThisComputer() {
    return new Displays() {
      @Override
      public List<Display> others() {
        return Screen.getScreens().stream()
            .filter(screen -> !screen.equals(Screen.getPrimary()))
            .map(screen -> of(screen.getBounds()))
            .toList();
      }

      @Override
      public void onChange(InvalidationListener listener) {
        Screen.getScreens().addListener(listener);
      }
    };
  }

  /** A monitor that lies there. */
  static Display of(Rectangle2D bounds) {
    String name =
        "%.0f×%.0f +%.0f+%.0f"
            .formatted(bounds.getWidth(), bounds.getHeight(), bounds.getMinX(), bounds.getMinY());
    return new Display(name, bounds);
  }
}
