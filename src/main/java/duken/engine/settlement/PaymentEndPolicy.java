package duken.engine.settlement;

import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceEvent.Cancelled;
import duken.domain.InvoiceEvent.Expired;
import duken.domain.InvoiceStatus;
import duken.domain.PaymentKind;
import duken.domain.StatusReason;
import duken.provider.ProviderReading.Ending;
import java.time.Duration;
import java.time.Instant;

/**
 * What the end of a bank operation without money means for its invoice (cashier sheet, sections 7
 * and 8). Pure.
 */
public final class PaymentEndPolicy {

  /** With less time left no new picture is worth showing (cashier sheet, section 8). */
  static final Duration WORTH_A_PICTURE = Duration.ofSeconds(30);

  private PaymentEndPolicy() {}

  public sealed interface Next {

    /** The next operation takes over beneath the same invoice. */
    record Renew() implements Next {}

    record Settle(InvoiceEvent fact) implements Next {}
  }

  /**
   * What follows for an open invoice whose only live operation ended.
   *
   * @param renews whether the provider's QRs run out before their invoices do
   */
  public static Next next(Invoice invoice, Ending ending, Instant now, boolean renews) {
    if (invoice.kind() == PaymentKind.TERMINAL
        && invoice.state().status() == InvoiceStatus.CANCELLING) {
      return new Next.Settle(new Cancelled(StatusReason.MERCHANT_CANCELLED));
    }
    boolean asWished =
        (ending == Ending.REJECTED || ending == Ending.CUSTOMER_LEFT)
            && invoice.state().status() == InvoiceStatus.CANCELLING
            && !isOverdue(invoice, now);
    if (asWished) {
      return new Next.Settle(new Cancelled(StatusReason.MERCHANT_CANCELLED));
    }
    return switch (ending) {
      case NEVER_OPENED, RAN_OUT ->
          renews && invoice.kind().isHandedOverByUs() && isWorthOpening(invoice, now)
              ? new Next.Renew()
              : new Next.Settle(overWithoutMoney(invoice, now));
      case WITHDRAWN ->
          new Next.Settle(
              isOverdue(invoice, now)
                  ? new Expired(StatusReason.TTL_EXPIRED)
                  : new Cancelled(StatusReason.MERCHANT_CANCELLED));
      case CUSTOMER_DECLINED, PRESSED_AWAY ->
          new Next.Settle(new Cancelled(StatusReason.CUSTOMER_CANCELLED));
      case CUSTOMER_LEFT -> new Next.Settle(new Cancelled(StatusReason.CUSTOMER_CLOSED_SESSION));
      case CANCELLED_ELSEWHERE -> new Next.Settle(new Cancelled(null));
      case REJECTED -> new Next.Settle(new Expired(StatusReason.PAYMENT_REJECTED));
      case FAILED -> new Next.Settle(new Expired(StatusReason.PROVIDER_ERROR));
    };
  }

  /** How an invoice ends whose money can no longer come and whom nobody else ended. */
  public static InvoiceEvent overWithoutMoney(Invoice invoice, Instant now) {
    return invoice.state().status() == InvoiceStatus.CANCELLING && !isOverdue(invoice, now)
        ? new Cancelled(StatusReason.MERCHANT_CANCELLED)
        : new Expired(StatusReason.TTL_EXPIRED);
  }

  /** Whether asking the bank for one more operation makes sense. */
  public static boolean isWorthOpening(Invoice invoice, Instant now) {
    Duration needed = invoice.kind().isHandedOverByUs() ? WORTH_A_PICTURE : Duration.ZERO;
    return invoice.state().status() == InvoiceStatus.PENDING
        && now.plus(needed).isBefore(invoice.terms().expiresAt());
  }

  /** Whether the invoice's own time is over. */
  public static boolean isOverdue(Invoice invoice, Instant now) {
    return !now.isBefore(invoice.terms().expiresAt());
  }
}
