package duken.provider.account;

import java.util.List;
import java.util.Objects;

/** How an attempt to connect a shop ended. */
public sealed interface ConnectOutcome {

  /** Connected, and everything that is needed is kept. */
  record Connected(ConnectionReport report) implements ConnectOutcome {
    public Connected {
      Objects.requireNonNull(report);
    }
  }

  /**
   * Not connected; nothing was kept.
   *
   * @param code lower-snake word that names the culprit, {@code certificate}
   * @param sentence for the person, in English; a window has its own words for the code
   * @param choices when the person has to choose: what there is, else empty
   * @param badInput whether what was typed cannot be, so that trying again is no use
   */
  record Refused(String code, String sentence, List<String> choices, boolean badInput)
      implements ConnectOutcome {
    public Refused {
      Objects.requireNonNull(code);
      Objects.requireNonNull(sentence);
      choices = List.copyOf(choices);
    }

    /** It cannot be done now. */
    public static Refused notNow(String code, String sentence) {
      return new Refused(code, sentence, List.of(), false);
    }

    /** What was typed cannot be. */
    public static Refused badInput(String code, String sentence) {
      return new Refused(code, sentence, List.of(), true);
    }
  }
}
