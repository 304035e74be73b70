package duken.desktop.kit;

import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.scene.control.Label;

/**
 * A sentence for the cashier that can still change its language.
 *
 * @param key a text key, or null when {@code words} are the sentence
 * @param args for the places in it
 * @param words the engine's own sentence, in the language that was spoken when it came; or null
 */
public record Message(Tone tone, String key, List<Object> args, String words) {

  private static final String FIELDS_CODE = "VALIDATION_ERROR";

  /** A sentence from the texts. */
  public static Message of(Tone tone, String key, Object... args) {
    return new Message(tone, key, List.of(args), null);
  }

  /**
   * What a failed call to the engine means, with a short code that can be read over the phone where
   * the sentence alone does not tell what to do.
   */
  public static Message of(RuntimeException failure) {
    return switch (failure) {
      case EngineUnreachable _ -> of(Tone.CAREFUL, "trouble.unreachable");
      case EngineProblem problem when problem.code().equals(FIELDS_CODE) ->
          new Message(Tone.BAD, null, List.of(), firstComplaint(problem));
      case EngineProblem problem ->
          of(Tone.BAD, "trouble.problem", problem.getMessage(), problem.code());
      default -> of(Tone.BAD, "trouble.unforeseen", failure.getClass().getSimpleName());
    };
  }

  public String text(Texts texts) {
    return key == null ? words : texts.get(key, args.toArray());
  }

  /** Shows it on {@code label}, following the language. */
  public void show(Label label, Texts texts) {
    label.textProperty().unbind();
    tone.paint(label);
    if (key == null) {
      label.setText(words);
    } else {
      texts.bind(label.textProperty(), key, args.toArray());
    }
  }

  private static String firstComplaint(EngineProblem problem) {
    return problem.fields().values().stream()
        .flatMap(List::stream)
        .findFirst()
        .orElse(problem.getMessage());
  }
}
