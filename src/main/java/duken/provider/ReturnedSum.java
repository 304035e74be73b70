package duken.provider;

import duken.domain.Money;
import java.util.Objects;

/** What a bank says it has given back of one payment so far, whoever asked for it. */
public sealed interface ReturnedSum {

  /** The bank's own sum. */
  record Told(Money amount) implements ReturnedSum {
    public Told {
      Objects.requireNonNull(amount);
    }
  }

  /** This bank does not tell such a sum: it is asked about each refund instead. */
  record Untold() implements ReturnedSum {}

  /**
   * The bank could not be asked.
   *
   * @param code stable lower-snake word
   * @param signedOut whether it wants a new sign-in
   */
  record Silent(String code, boolean signedOut) implements ReturnedSum {}
}
