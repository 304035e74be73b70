package duken.provider;

import duken.domain.Money;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The customer's phone of a practice bank, and the practice bank's bad days. Never real money. */
public interface SandboxCustomer {

  /**
   * Does something with the newest payment of this invoice.
   *
   * @return what the bank's books say afterwards, even if the bank is silent just now; empty when
   *     the bank has no such payment or the payment does not allow it any more
   */
  Optional<ProviderReading> act(long invoiceId, Action action);

  /** Has the customer do this by himself after a while. */
  void rehearse(long invoiceId, Action action, Duration after);

  /** Pays to the shop's sticker: money that no invoice asked for. */
  void payWithoutInvoice(long tenantId, Money amount);

  /** Gives this shop's practice bank a mood. */
  void behave(long tenantId, SandboxFault sandboxFault);

  enum Action {
    SCAN,
    CONFIRM,
    PAY,
    DECLINE,
    LEAVE,
    /** The bank ends it because time is over. */
    EXPIRE,
    /** The bank ends it because it failed. */
    FAIL,
    /** The bank takes the money although it had said that none can come. */
    PAY_LATE;

    /** Lower-case word for the window. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the bank behaves for a while. */
  enum SandboxFault {
    /** Nothing reaches the bank. */
    SILENCE,
    /** The bank answers again. */
    SPEAK,
    /** The next request is carried out, and its answer is lost. */
    LOSE_NEXT_ANSWER,
    REFUSE_NEXT_REFUND;

    /** Lower-case word for the window. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
