package duken.desktop.shell;

import duken.api.AdminApi;
import duken.api.EngineApi;
import duken.desktop.shell.DeskPreferences.RemoteEngine;
import duken.domain.Mode;
import java.util.Optional;

/** What only whoever started the window can do about its engine. */
public interface EngineSwitch {

  /** A window whose engine cannot be changed. */
  EngineSwitch SHUT =
      new EngineSwitch() {
        @Override
        public Optional<String> dataFolder() {
          return Optional.empty();
        }

        @Override
        public Optional<AdminApi> admin() {
          return Optional.empty();
        }

        @Override
        public boolean isFixed() {
          return true;
        }

        @Override
        public EngineApi reach(RemoteEngine engine) {
          throw new IllegalStateException("the engine of this window cannot be changed");
        }

        @Override
        public void use(RemoteEngine engine) {
          throw new IllegalStateException("the engine of this window cannot be changed");
        }
      };

  /** The folder of this PC's own engine, when the window works with it. */
  Optional<String> dataFolder();

  /**
   * Leads to all shops and keys of this PC's own engine, when the window works with it and it has
   * started; empty for an engine elsewhere. Whoever gave it closes it.
   */
  Optional<AdminApi> admin();

  /** Whether the engine was given on the command line, so that it cannot be changed here. */
  boolean isFixed();

  /**
   * A client of another engine, to ask it who it is; nothing is sent yet. The caller closes it.
   *
   * @throws IllegalArgumentException when the address is none
   */
  EngineApi reach(RemoteEngine engine);

  /**
   * Remembers this engine and works with it from now on: the window connects anew, without a
   * restart. Blocks until it is connected; call it away from the JavaFX thread.
   *
   * @param engine the other engine, or null for this PC's own
   * @throws RuntimeException when that did not work; then everything is as before
   */
  void use(RemoteEngine engine);

  /**
   * Whether the window trains or takes real money, where that can be chosen. Empty when the
   * window's key decides, as with an engine elsewhere.
   */
  default Optional<Mode> mode() {
    return Optional.empty();
  }

  /**
   * A client of the same engine in this mode, to ask it something. The caller closes it.
   *
   * @throws IllegalStateException when the mode cannot be chosen
   */
  default EngineApi reach(Mode mode) {
    throw new IllegalStateException("the key of this window decides its mode");
  }

  /**
   * Remembers this mode and works in it from now on, as {@link #use} does with another engine.
   * Blocks until it is connected.
   *
   * @throws RuntimeException when that did not work; then everything is as before
   */
  default void switchTo(Mode mode) {
    throw new IllegalStateException("the key of this window decides its mode");
  }
}
