package duken.desktop.kit;

import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.desktop.text.Texts;

/** What is said when a question to the engine failed. */
public final class ProblemWords {

  private ProblemWords() {}

  /** One sentence in the window's language; the engine's own words when it said no. */
  public static String of(Texts texts, RuntimeException problem) {
    return switch (problem) {
      case EngineProblem said -> said.getMessage();
      case EngineUnreachable _ -> texts.get("problem.unreachable");
      default -> texts.get("problem.unforeseen");
    };
  }
}
