package duken.gateway.desk;

import duken.api.DeskJson;
import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.Refund;
import duken.engine.poll.ProviderHealth;
import duken.engine.sync.DelayedBillPolicy;
import duken.gateway.contract.InvoiceToJson;
import duken.gateway.contract.Links;
import duken.gateway.contract.Wire;
import duken.store.Store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns an invoice into what a window shows. */
public final class SaleToJson {

  private final InvoiceToJson invoices;
  private final Links links;
  private final ProviderHealth providerHealth;
  private final InstantSource clock;

  /**
   * @param providerHealth knows which invoices are being checked with the bank
   */
  public SaleToJson(
      InvoiceToJson invoices, Links links, ProviderHealth providerHealth, InstantSource clock) {
    this.invoices = invoices;
    this.links = links;
    this.providerHealth = providerHealth;
    this.clock = clock;
  }

  DeskJson.Sale json(Tx tx, Invoice invoice) {
    boolean open = invoice.state().status().isOpen();
    Optional<BankOperation> queued = open ? queued(tx, invoice) : Optional.empty();
    boolean scannable = invoice.kind() == PaymentKind.QR && invoice.bank().operationId() != null;
    return new DeskJson.Sale(
        invoices.json(invoice),
        scannable ? links.qrText(invoice) : null,
        new DeskJson.Live(
            invoice.state().payerProgress().wire(),
            open && providerHealth.isChecking(invoice.id()),
            queued.isPresent(),
            queued.map(it -> Wire.time(it.createdAt())).orElse(null),
            queued.isPresent() && DelayedBillPolicy.isHeld(invoice, queued.get(), clock.instant())),
        open ? millisLeft(invoice) : 0,
        invoice.terms().channel().origin() == Invoice.Origin.DESK,
        tx.anomalies().of(invoice.id()).stream()
            .map(anomaly -> json(anomaly, invoice.number()))
            .toList(),
        invoice.number(),
        refundReasons(tx, invoice));
  }

  private static List<String> refundReasons(Tx tx, Invoice invoice) {
    boolean untouched =
        invoice.state().refunds().refunded().isZero()
            && invoice.state().refunds().refunding().isZero();
    return untouched
        ? List.of()
        : tx.refunds().of(invoice.id()).stream()
            .filter(refund -> refund.state().status() != Refund.Status.FAILED)
            .map(refund -> refund.terms().reason())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }

  /**
   * An anomaly.
   *
   * @param number of its invoice
   */
  static DeskJson.AnomalyJson json(Anomaly anomaly, long number) {
    return new DeskJson.AnomalyJson(
        anomaly.id(),
        anomaly.invoiceId(),
        anomaly.kind().wire(),
        anomaly.amount().toWire(),
        Wire.time(anomaly.detectedAt()),
        anomaly.resolution() == null ? null : anomaly.resolution().wire(),
        anomaly.resolvedBy(),
        Wire.time(anomaly.resolvedAt()),
        number);
  }

  private static Optional<BankOperation> queued(Tx tx, Invoice invoice) {
    return invoice.state().payerProgress() == PayerProgress.NOT_SENT
        ? tx.operations().newestOf(invoice.id()).filter(DelayedBillPolicy::isWaiting)
        : Optional.empty();
  }

  private long millisLeft(Invoice invoice) {
    return Math.max(0, Duration.between(clock.instant(), invoice.terms().expiresAt()).toMillis());
  }
}
