package duken.provider;

import java.util.Objects;

/** The answer to "do you have this payment?". */
public sealed interface Lookup {

  record Found(OpenedPayment payment) implements Lookup {}

  /** The bank surely does not have it, and will not: it may be sent again. */
  record Absent() implements Lookup {}

  /**
   * No question can find it: a person has to say what became of it.
   *
   * @param code stable lower-snake word, {@code start_unknown}
   */
  record Unfindable(String code) implements Lookup {
    public Unfindable {
      Objects.requireNonNull(code);
    }
  }

  /** Not sure yet: ask again. */
  record Unsure(String code) implements Lookup {
    public Unsure {
      Objects.requireNonNull(code);
    }
  }
}
