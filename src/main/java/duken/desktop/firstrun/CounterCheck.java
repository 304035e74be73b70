package duken.desktop.firstrun;

import duken.desktop.kit.Message;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;

/** A look at one thing on the counter. */
interface CounterCheck {

  /** Which question it belongs to. */
  Step step();

  /** How it looks when all is well, drawn from left to right. */
  List<Ikon> picture();

  /** Whether it looks by itself as soon as it shows; else when asked. */
  default boolean looksAtOnce() {
    return true;
  }

  /**
   * Looks.
   *
   * @param found gets what it sees, on the JavaFX thread; perhaps much later, perhaps twice
   */
  void look(Consumer<Message> found);
}
