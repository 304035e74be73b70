package duken.simulator.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One sale at the bank, as it stands.
 *
 * @param profile whose it is
 * @param tiyn asked for, or taken when that was another sum
 * @param status the wire's word
 */
public record LedgerOperation(
    long id,
    String profile,
    Kind kind,
    long tiyn,
    Customer customer,
    String status,
    Times times,
    List<Return> returns) {

  /**
   * Who pays.
   *
   * @param phone eleven digits of a bill's customer; empty for a QR
   * @param comment of a bill; empty for a QR
   * @param payer name, empty while nobody is known
   */
  public record Customer(String phone, String comment, String payer) {}

  /**
   * When it was made, scanned and paid, UTC.
   *
   * @param scannedAt or null
   * @param paidAt or null; it stays when an operator sets another word later
   */
  public record Times(Instant createdAt, Instant scannedAt, Instant paidAt) {}

  public LedgerOperation {
    returns = List.copyOf(returns);
  }

  /**
   * Money that went back.
   *
   * @param fromPhone made in the merchant's phone, not by a call
   */
  public record Return(long id, long tiyn, Instant at, boolean fromPhone) {}

  /** Everything that went back, in tiyn. */
  public long returned() {
    return returns.stream().mapToLong(Return::tiyn).sum();
  }

  /** What may still go back, in tiyn: nothing before it was paid. */
  public long returnable() {
    return isPaid() ? tiyn - returned() : 0;
  }

  /** Whether money arrived and the word still says so. */
  public boolean isPaid() {
    return Words.isPaid(status);
  }

  /** The number a cashier sees. */
  public String orderNumber() {
    return Long.toString(id % 1_000_000_000);
  }

  LedgerOperation to(String word, Instant now) {
    Instant scanned = times.scannedAt() == null && Words.isScanned(word) ? now : times.scannedAt();
    Instant paid = times.paidAt() == null && Words.isPaid(word) ? now : times.paidAt();
    return new LedgerOperation(
        id,
        profile,
        kind,
        tiyn,
        customer,
        word,
        new LedgerOperation.Times(times.createdAt(), scanned, paid),
        returns);
  }

  LedgerOperation taking(long sum) {
    return new LedgerOperation(id, profile, kind, sum, customer, status, times, returns);
  }

  LedgerOperation by(String name) {
    return new LedgerOperation(
        id,
        profile,
        kind,
        tiyn,
        new LedgerOperation.Customer(customer.phone(), customer.comment(), name),
        status,
        times,
        returns);
  }

  LedgerOperation with(Return one) {
    List<Return> more = new ArrayList<>(returns);
    more.add(one);
    return new LedgerOperation(id, profile, kind, tiyn, customer, status, times, more);
  }
}
