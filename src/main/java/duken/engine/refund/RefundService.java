package duken.engine.refund;

import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.Refund;
import duken.domain.RefundDetail;
import duken.domain.catalog.CartReturn;
import duken.domain.tenant.ApiKey;
import duken.engine.runtime.Caller;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.InvoiceLookup;
import duken.engine.runtime.ProviderRouter;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.provider.Connection;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Returns money. The sum is reserved under the invoice's lock and the refund is written down before
 * the bank is called, so that two refunds at once can never return more than was paid.
 */
public final class RefundService {

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;
  private final Settlement settlement;
  private final RefundExecution courier;
  private final InvoiceLocks invoiceLocks;
  private final CommitSignal commitSignal;

  public RefundService(
      Store store,
      InstantSource clock,
      ProviderRouter providers,
      Settlement settlement,
      RefundExecution courier,
      InvoiceLocks invoiceLocks,
      CommitSignal commitSignal) {
    this.store = store;
    this.clock = clock;
    this.providers = providers;
    this.settlement = settlement;
    this.courier = courier;
    this.invoiceLocks = invoiceLocks;
    this.commitSignal = commitSignal;
  }

  /**
   * Reserves the sum under a lock, asks the bank, settles. The refund comes back completed, failed
   * (the bank said no, or surely was not reached; the sum is free again) or under way: then it is
   * looked up later and never sent again blindly. While an earlier refund of the invoice is under
   * way there is no other one, unless a person has to say what became of it. When the caller has a
   * {@code callKey}, the transaction that writes the refund binds its id to it.
   *
   * @param amount null for everything still refundable, or for what {@code goods} are worth
   * @param reason or null; a window has to give one where the shop says so
   * @param goods what comes back of a cart, empty without
   * @throws DomainRefusal NOT_FOUND, INVOICE_NOT_REFUNDABLE, REFUND_AMOUNT_EXCEEDED,
   *     REFUND_IN_PROGRESS with the {@code refund_id} that is under way, NOT_SUPPORTED_BY_PROVIDER,
   *     PROVIDER_SESSION_INVALID (the refund has failed then), and VALIDATION on {@code
   *     return_items} for goods that cannot come back, on {@code reason} where it is missing
   */
  public RefundResult refund(
      Caller caller, long invoiceId, Money amount, String reason, List<CartReturn.Wish> goods) {
    InvoiceLookup.find(store, caller.scope(), invoiceId);
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      RefundResult reserved =
          store.write(tx -> reserve(tx, caller, invoiceId, amount, reason, goods, false));
      commitSignal.signal();
      return courier.send(reserved);
    }
  }

  /**
   * Books a refund that was made in the bank's own application, where the provider itself cannot
   * return money (Kaspi Pay sheet, section 10) or the shop is connected to it no more. Marked as
   * such for ever.
   *
   * @param amount null for everything still refundable
   * @param reason why, for the books
   * @throws DomainRefusal as {@link #refund}; INVALID_TRANSITION where the provider can return the
   *     money itself
   */
  public RefundResult recordByHand(Caller caller, long invoiceId, Money amount, String reason) {
    Invoice found = InvoiceLookup.find(store, caller.scope(), invoiceId);
    if (isReturnedByProvider(found)) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      RefundResult reserved =
          store.write(
              tx -> {
                RefundResult it = reserve(tx, caller, invoiceId, amount, reason, List.of(), true);
                tx.refunds().keepDetail(it.refund().id(), RefundDetail.BY_HAND);
                return it;
              });
      return courier.recorded(reserved);
    }
  }

  private RefundResult reserve(
      Tx tx,
      Caller caller,
      long invoiceId,
      Money amount,
      String reason,
      List<CartReturn.Wish> goods,
      boolean byHand) {
    Invoice invoice = Settlement.locked(tx, invoiceId);
    if (!invoice.state().status().isRefundable()) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVOICE_NOT_REFUNDABLE);
    }
    List<Refund> before = tx.refunds().of(invoiceId);
    refuseWhileUnderWay(before);
    refuseWithoutReason(tx, caller, reason);
    Money left = invoice.availableForRefund();
    List<Refund.Line> lines =
        goods.isEmpty() ? List.of() : returned(tx, invoice, before).take(goods, left);
    Money sum = goods.isEmpty() ? (amount == null ? left : amount) : sum(lines);
    if (sum.isZero() || sum.exceeds(left)) {
      throw DomainRefusal.of(DomainRefusal.Reason.REFUND_AMOUNT_EXCEEDED);
    }
    if (!byHand) {
      refuseUnlessSupported(invoice, sum);
    }
    Instant now = clock.instant();
    Refund refund =
        tx.refunds()
            .insert(
                new Refund(
                    0,
                    caller.tenantId(),
                    caller.mode(),
                    invoiceId,
                    new Refund.Terms(sum, reason, caller.initiator(), lines, now),
                    new Refund.State(Refund.Status.PROCESSING, null, null, null, null),
                    new Refund.Sending(invoice.state().refunds().refunded(), null, null)));
    if (caller.callKey() != null) {
      tx.idempotentCalls().bind(caller.callKey(), refund.id());
    }
    Invoice after =
        settlement.reserve(tx, invoice, invoice.state().refunds().refunding().plus(sum));
    InvoiceHistoryWriter.refund(tx, after, refund, now);
    return new RefundResult(refund, after);
  }

  /** Both would be judged by what the bank has returned until now. */
  private static void refuseWhileUnderWay(List<Refund> before) {
    before.stream()
        .filter(Refund::isInFlight)
        .findFirst()
        .ifPresent(
            it -> {
              throw new DomainRefusal(
                  DomainRefusal.Reason.REFUND_IN_PROGRESS, Map.of(), Map.of("refund_id", it.id()));
            });
  }

  private static void refuseWithoutReason(Tx tx, Caller caller, String reason) {
    boolean missing = reason == null || reason.isBlank();
    if (missing
        && caller.role() == ApiKey.Role.DESK
        && tx.staff().policy(caller.tenantId()).refundReason()) {
      throw DomainRefusal.field("reason", Complaint.of("required"));
    }
  }

  private static CartReturn returned(Tx tx, Invoice invoice, List<Refund> before) {
    List<Invoice.CartLine> sold = invoice.terms().items();
    if (sold.isEmpty()) {
      throw DomainRefusal.field("return_items", Complaint.of("cart.none"));
    }
    // The cart itself forgets the numbers of items that were removed since.
    Map<Long, Long> items = tx.catalog().soldAs(invoice.id());
    List<Invoice.CartLine> lines =
        sold.stream().map(line -> line.of(items.get(line.id()))).toList();
    return new CartReturn(lines, invoice.terms().amount(), before);
  }

  private static Money sum(List<Refund.Line> lines) {
    return lines.stream().map(Refund.Line::amount).reduce(Money.ZERO, Money::plus);
  }

  private boolean isReturnedByProvider(Invoice invoice) {
    boolean connected =
        providers
            .of(invoice)
            .filter(it -> it.connection(invoice.tenantId()) != Connection.NOT_CONFIGURED)
            .isPresent();
    return connected && capabilities(invoice).contains(Capability.REFUND);
  }

  private Set<Capability> capabilities(Invoice invoice) {
    return providers
        .of(invoice)
        .map(provider -> provider.capabilities(invoice.tenantId()))
        .orElse(Set.of());
  }

  private void refuseUnlessSupported(Invoice invoice, Money sum) {
    Set<Capability> can = capabilities(invoice);
    boolean whole = sum.equals(invoice.terms().amount());
    if (!can.contains(whole ? Capability.REFUND : Capability.PARTIAL_REFUND)) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER);
    }
  }
}
