package duken.provider;

import java.util.Objects;

/** The answer to "do you have this payment?". */
public sealed interface Lookup {

  /** The bank has it. */
  record Found(OpenedPayment payment) implements Lookup {}

  /** The bank surely does not have it, and will not: it may be sent again. */
  record Absent() implements Lookup {}

  /** Not sure yet: ask again. */
  record Unsure(String code) implements Lookup {
    public Unsure {
      Objects.requireNonNull(code);
    }
  }
}
