package duken.desktop.shell;

import duken.desktop.customer.Displays;
import duken.desktop.sound.SaleSound;
import duken.desktop.updates.Updates;
import duken.paper.PrintQueue;
import java.util.Optional;

/** What the program knows of itself and can change on this computer, for whoever shows it. */
public interface ThisComputer {

  /** A program that knows nothing: for windows that are looked at by themselves. */
  ThisComputer UNKNOWN = new ThisComputer() {};

  /**
   * What support asks first.
   *
   * @param version {@code 0.1.0}
   * @param build the commit
   * @param javafx its version
   * @param database versions of the databases
   */
  record Program(String version, String build, String javafx, String database) {}

  default Program program() {
    return new Program("", "", "", "");
  }

  /** What is known of newer versions. */
  default Updates updates() {
    return Updates.NONE;
  }

  /** Lets the window open when the person logs in; empty where the program was not installed. */
  default Optional<LoginStart> loginStart() {
    return Optional.empty();
  }

  default CounterDevices devices() {
    return CounterDevices.NONE;
  }

  /** What waits for this computer's printers; empty for a window that prints nothing. */
  default Optional<PrintQueue> printing() {
    return Optional.empty();
  }

  /** What is heard of sales here. */
  default SaleSound sound() {
    return SaleSound.NONE;
  }

  /** The monitors beside the cashier's. */
  default Displays displays() {
    return Displays.NONE;
  }

  /** Whether this is the first start in this folder, and its questions were not yet left. */
  default boolean isFirstStart() {
    return false;
  }

  /** Those questions were answered or left. */
  default void firstStartIsOver() {}

  /** The window opens when the person logs in, or does not. Both calls may wait for a disk. */
  interface LoginStart {

    boolean isOn();

    /**
     * Changes it.
     *
     * @throws java.io.UncheckedIOException when the system does not allow that
     */
    void turn(boolean on);
  }
}
