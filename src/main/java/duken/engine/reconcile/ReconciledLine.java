package duken.engine.reconcile;

import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.store.reconcile.BankDecision;
import duken.store.reconcile.BankLine;
import java.time.Instant;
import java.util.Locale;

/**
 * A line of the bank and what we know of it, or a sale or refund of ours that the bank does not
 * list.
 *
 * @param bank the bank's line, or null when it does not list it
 * @param own our side, or null when we know nothing of it
 * @param decision what was said about it last, or null
 * @param open whether it waits for somebody
 */
public record ReconciledLine(
    Kind kind, BankLine bank, Own own, BankDecision decision, boolean open) {

  /** How the two sides stand to each other. */
  public enum Kind {
    MATCHED,
    ONLY_BANK,
    ONLY_HERE,
    SUM_DIFFERS,
    /** Returned at the bank and not here. */
    RETURNED_THERE;

    /** Lower-case word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Our side.
   *
   * @param amount of the sale or the refund
   * @param status of the sale, or null where it is about a refund
   * @param refundId or null
   * @param at when we booked it, UTC, or null
   */
  public record Own(
      long invoiceId, long number, Money amount, InvoiceStatus status, Long refundId, Instant at) {}

  /** When it happened, UTC. */
  public Instant at() {
    return bank == null ? own.at() : bank.told().at();
  }

  /** Whether it is money that went back. */
  public boolean isReturn() {
    return bank == null ? own.refundId() != null : bank.told().isReturn();
  }

  /** The bank's sum in tiyn, negative for what went back; 0 when it does not list it. */
  public long bankTiyn() {
    return bank == null || bank.told().amount() == null ? 0 : signed(bank.told().amount());
  }

  /** Our sum in tiyn, negative for what went back; 0 when we have none. */
  public long ownTiyn() {
    boolean ours =
        own != null
            && (own.refundId() != null || (own.status() != null && own.status().hasMoney()));
    return ours && (kind == Kind.MATCHED || kind == Kind.SUM_DIFFERS || kind == Kind.ONLY_HERE)
        ? signed(own.amount())
        : 0;
  }

  private long signed(Money amount) {
    return isReturn() ? -amount.tiyn() : amount.tiyn();
  }
}
