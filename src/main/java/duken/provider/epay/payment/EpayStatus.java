package duken.provider.epay.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The provider's status words (ePay sheet, section 5) and the card words they may come as. */
public enum EpayStatus {
  /** The QR was made and not scanned. */
  NEW(0),
  /** Opened in the bank's application. */
  SCANNED(1),
  /** The money is held and not confirmed: it never settles anything. */
  BLOCKED(2, "AUTH"),
  /** Paid. */
  PAID(3, "CHARGE", "CHARGED"),
  /** Failed, or its time ran out. */
  REJECTED(3),
  /** The customer closed the application; the session is dead. */
  CLOSED(3),
  /** The customer went back to the scanner; the session is dead. */
  RETURN(3),
  /** Paid and given back; only the card words know it. */
  REFUNDED(3, "REFUND");

  private static final int TERMINAL = 3;

  private final int rank;
  private final Set<String> aliases;

  EpayStatus(int rank, String... aliases) {
    this.rank = rank;
    this.aliases = Set.of(aliases);
  }

  /** The status with this word, in any case of letters and trimmed; empty for an unknown one. */
  public static Optional<EpayStatus> of(String word) {
    String upper = word == null ? "" : word.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(status -> status.name().equals(upper) || status.aliases.contains(upper))
        .findFirst();
  }

  /** Whether the provider's own story of the payment is over. */
  public boolean isTerminal() {
    return rank == TERMINAL;
  }

  /** Whether the customer's money came. */
  public boolean isPaid() {
    return this == PAID || this == REFUNDED;
  }

  /**
   * What is known after this word when {@code before} was known: nothing leads back, since the
   * order of the words is not guaranteed. Only money counts also after a terminal word: it came
   * late, or went back.
   */
  public EpayStatus after(EpayStatus before) {
    if (before.isTerminal()) {
      return (isPaid() && !before.isPaid()) || this == REFUNDED ? this : before;
    }
    return before.rank > rank ? before : this;
  }
}
