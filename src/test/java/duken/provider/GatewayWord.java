package duken.provider;

import duken.domain.CanonicalStatus;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceStateMachine;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.StatusReason;
import duken.domain.Transition;
import duken.engine.settlement.PaymentEndPolicy;
import java.time.Instant;
import java.util.List;

/** What a provider's reading makes of an open invoice, in the words of the sheets' tables. */
public final class GatewayWord {

  private GatewayWord() {}

  /**
   * The word, {@code paid completed}, {@code expired/ttl_expired failed}, {@code renewed pending}.
   *
   * @param status {@code pending} or {@code cancelling}
   * @param left whether invoice time is left
   */
  public static String of(
      ProviderReading reading,
      PaymentKind kind,
      String status,
      boolean left,
      boolean renews,
      Instant now) {
    Invoice invoice = invoice(kind, InvoiceStatus.ofWire(status).orElseThrow(), left, now);
    return switch (reading) {
      case ProviderReading.Waiting it ->
          status + ":" + it.payerProgress().name().toLowerCase(java.util.Locale.ROOT) + " pending";
      case ProviderReading.Paid it ->
          after(invoice, new InvoiceEvent.Paid(now, null, it.amount(), "op"));
      case ProviderReading.Ended it ->
          switch (PaymentEndPolicy.next(invoice, it.ending(), now, renews)) {
            case PaymentEndPolicy.Next.Renew() -> "renewed pending";
            case PaymentEndPolicy.Next.Settle(InvoiceEvent fact) -> after(invoice, fact);
          };
      case ProviderReading.Undecided it -> "anomaly:" + it.code() + " pending";
      case ProviderReading.NotFound() -> status + " pending";
      case ProviderReading.Silent it -> status + ":" + it.code() + " pending";
    };
  }

  private static String after(Invoice invoice, InvoiceEvent fact) {
    Transition.Move move = (Transition.Move) InvoiceStateMachine.decide(invoice, fact);
    StatusReason reason = move.reason();
    return move.to().wire()
        + (reason == null ? "" : "/" + reason.wire())
        + " "
        + CanonicalStatus.of(move.to()).wire();
  }

  private static Invoice invoice(
      PaymentKind kind, InvoiceStatus status, boolean left, Instant now) {
    Invoice.State fresh = Invoice.State.fresh();
    return new Invoice(
        1,
        0,
        1,
        Mode.LIVE,
        kind,
        new Invoice.Terms(
            Money.ofTenge(200),
            null,
            new Invoice.Order(null, null, null),
            null,
            List.of(),
            "token",
            left ? now.plusSeconds(600) : now,
            new Invoice.Channel(Invoice.Origin.DESK, null),
            null),
        new Invoice.State(
            status,
            null,
            fresh.payerProgress(),
            false,
            null,
            new Invoice.Times(null, null, null),
            new Invoice.Refunds(Money.ZERO, Money.ZERO)),
        new Invoice.BankSide("provider", "op", null, null, null, null),
        new Invoice.Revision(now.minusSeconds(600), now, 0));
  }
}
