package duken.engine.recovery;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.Refund;
import duken.engine.sync.PaymentSync;
import duken.provider.ClosedPayment;
import duken.provider.ClosedPayment.KnownReturn;
import duken.provider.ClosedPayments;
import duken.provider.PaymentRef;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One shop's closed invoices with one provider, as a look back at its bank needs them. */
final class ClosedInvoices implements ClosedPayments {

  /** A sale can be returned so long (cashier sheet, section 6). */
  private static final Duration RETURNABLE = Duration.ofDays(90);

  private static final int MOST_OF_ONE_PAYER = 20;

  private final Store store;
  private final Scope scope;
  private final String provider;
  private final Instant now;
  private final Map<PaymentRef, Invoice> invoices = new HashMap<>();
  private final List<ClosedPayment> recent = new ArrayList<>();
  private final Map<String, List<ClosedPayment>> byOperation = new HashMap<>();

  /**
   * @param closed invoices that are closed here
   * @param since how far back they reach, UTC
   */
  ClosedInvoices(
      Store store, Scope scope, String provider, List<Invoice> closed, Instant since, Instant now) {
    this.store = store;
    this.scope = scope;
    this.provider = provider;
    this.now = now;
    Map<Long, List<Anomaly>> returned =
        store.read(tx -> tx.anomalies().since(scope, Anomaly.Kind.REFUNDED_AT_BANK, since)).stream()
            .collect(Collectors.groupingBy(Anomaly::invoiceId));
    for (Invoice invoice : closed) {
      List<Anomaly> anomalies = returned.getOrDefault(invoice.id(), List.of());
      recent.addAll(store.read(tx -> payments(tx, invoice, anomalies)));
    }
    recent.forEach(
        it -> byOperation.computeIfAbsent(it.ref().operationId(), _ -> new ArrayList<>()).add(it));
  }

  Optional<Invoice> invoice(PaymentRef payment) {
    return Optional.ofNullable(invoices.get(payment));
  }

  @Override
  public long tenantId() {
    return scope.tenantId();
  }

  @Override
  public List<ClosedPayment> recent() {
    return List.copyOf(recent);
  }

  @Override
  public List<ClosedPayment> ofOperation(String operationId) {
    return byOperation.computeIfAbsent(
        operationId,
        id ->
            store.read(
                tx ->
                    tx.operations().withBankId(scope, id).stream()
                        .flatMap(operation -> tx.invoices().find(operation.invoiceId()).stream())
                        .filter(this::isClosedHere)
                        .flatMap(invoice -> known(tx, invoice).stream())
                        .filter(payment -> id.equals(payment.ref().operationId()))
                        .toList()));
  }

  @Override
  public List<ClosedPayment> paidBy(String payerName, Money atLeast) {
    return store.read(
        tx ->
            tx
                .invoices()
                .paidBy(scope, payerName, atLeast, now.minus(RETURNABLE), MOST_OF_ONE_PAYER)
                .stream()
                .filter(this::isClosedHere)
                .flatMap(invoice -> known(tx, invoice).stream())
                .toList());
  }

  private boolean isClosedHere(Invoice invoice) {
    return provider.equals(invoice.bank().provider()) && !invoice.state().status().isOpen();
  }

  private List<ClosedPayment> known(Tx tx, Invoice invoice) {
    List<Anomaly> returned =
        tx.anomalies().of(invoice.id()).stream()
            .filter(it -> it.kind() == Anomaly.Kind.REFUNDED_AT_BANK)
            .toList();
    return payments(tx, invoice, returned);
  }

  private List<ClosedPayment> payments(Tx tx, Invoice invoice, List<Anomaly> returned) {
    List<ClosedPayment> payments = new ArrayList<>();
    for (BankOperation operation : tx.operations().of(invoice.id())) {
      boolean paid = operation.state() == BankOperation.State.PAID;
      boolean current = operation.isBankId(invoice.bank().operationId());
      boolean canBeReturned = invoice.state().status().hasMoney() && current;
      if (operation.operationId() != null && (!paid || canBeReturned)) {
        ClosedPayment payment =
            new ClosedPayment(
                PaymentSync.ref(invoice, operation),
                paid,
                invoice.terms().amount(),
                invoice.state().payerName(),
                invoice.state().times().paidAt(),
                paid ? returns(tx, invoice, returned) : List.of());
        invoices.put(payment.ref(), invoice);
        payments.add(payment);
      }
    }
    return payments;
  }

  /** Our own refunds, those under way included, and what was found at the bank before. */
  private List<KnownReturn> returns(Tx tx, Invoice invoice, List<Anomaly> returned) {
    List<KnownReturn> known = new ArrayList<>();
    Invoice.State state = invoice.state();
    if (!state.refunds().refunded().isZero() || !state.refunds().refunding().isZero()) {
      for (Refund refund : tx.refunds().of(invoice.id())) {
        if (refund.state().status() != Refund.Status.FAILED) {
          Instant at = refund.state().completedAt() == null ? now : refund.state().completedAt();
          known.add(
              new KnownReturn(refund.state().providerRefundId(), refund.terms().amount(), at));
        }
      }
    }
    returned.forEach(it -> known.add(new KnownReturn(null, it.amount(), it.detectedAt())));
    return known;
  }
}
