package duken.desktop.kit;

import duken.api.EngineProblem;

/** Asks a person for the PIN without which the engine refused something. */
@FunctionalInterface
public interface PinPrompt {

  /** Nobody is asked. */
  PinPrompt NONE = (_, _, _) -> false;

  /**
   * Asks, unless the refusal has nothing to do with PINs. Called on the JavaFX thread.
   *
   * @param again does the refused call once more, in the name of who entered the PIN
   * @param givenUp nobody entered one
   * @return whether a person is asked now
   */
  boolean asks(EngineProblem refusal, Runnable again, Runnable givenUp);

  /** What was done again is over: an approval that was given for it counts no more. */
  default void spent() {}
}
