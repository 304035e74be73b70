package duken.provider;

import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What a bank says of a payment. */
public sealed interface ProviderReading {

  /**
   * Unpaid, and money may still come.
   *
   * @param held the bank blocks the money without having captured it
   * @param word the bank's own word, or null
   * @param askAgainIn the pause the bank dictates, or null for the provider's usual one
   */
  record Waiting(PayerProgress payerProgress, boolean held, String word, Duration askAgainIn)
      implements ProviderReading {
    public Waiting {
      Objects.requireNonNull(payerProgress);
      word = Cut.word(word);
    }
  }

  /**
   * Paid.
   *
   * @param at UTC, or null when the bank does not say
   * @param amount what was really paid, or null when the bank does not say
   * @param payerName or null
   * @param refunded what was returned of it so far, or null when the bank does not say
   * @param word the bank's own word, or null
   * @param details what else the bank told of the payment
   */
  record Paid(
      Instant at,
      Money amount,
      String payerName,
      Money refunded,
      String word,
      PaymentDetails details)
      implements ProviderReading {
    public Paid {
      Objects.requireNonNull(details);
      payerName = Cut.name(payerName);
      word = Cut.word(word);
    }

    /** Paid, and nothing else was told. */
    public Paid(Instant at, Money amount, String payerName, Money refunded, String word) {
      this(at, amount, payerName, refunded, word, PaymentDetails.NONE);
    }
  }

  /**
   * Money came, but not as it was asked for, or nobody can tell any more whether it came: a person
   * decides, and the bank is not asked again.
   *
   * @param code stable lower-snake word, {@code amount_mismatch}
   * @param message for a person, or null
   * @param amount what was really paid, or null when nobody can tell
   */
  record Undecided(String code, String message, Money amount) implements ProviderReading {
    public Undecided {
      Objects.requireNonNull(code);
      message = Cut.sentence(message);
    }
  }

  /**
   * Over without money: none can come through this payment any more.
   *
   * @param word the bank's own word, or null
   * @param message the bank's own sentence, or null
   */
  record Ended(Ending ending, String word, String message) implements ProviderReading {
    public Ended {
      Objects.requireNonNull(ending);
      word = Cut.word(word);
      message = Cut.sentence(message);
    }

    /** Over without a sentence of the bank. */
    public Ended(Ending ending, String word) {
      this(ending, word, null);
    }
  }

  /** The bank knows no such payment under this shop's session. */
  record NotFound() implements ProviderReading {}

  /**
   * The bank could not be asked, or could not be understood: nothing is known.
   *
   * @param code stable lower-snake word
   * @param signedOut the bank wants a new sign-in
   * @param askAgainIn pause before the next question
   */
  record Silent(String code, boolean signedOut, Duration askAgainIn) implements ProviderReading {}

  /** How a payment can end without money. */
  enum Ending {
    /** Nobody opened it in the bank's own short time: it may be renewed beneath its invoice. */
    NEVER_OPENED,
    RAN_OUT,
    /** The customer said no. */
    CUSTOMER_DECLINED,
    /** The customer opened it and left. */
    CUSTOMER_LEFT,
    /** The shop withdrew it. */
    WITHDRAWN,
    /** Somebody at the terminal pressed it away. */
    PRESSED_AWAY,
    /** It was cancelled elsewhere. */
    CANCELLED_ELSEWHERE,
    /** The payment was refused for good: no money on the account, account blocked. */
    REJECTED,
    /** The bank failed for good. */
    FAILED
  }
}
