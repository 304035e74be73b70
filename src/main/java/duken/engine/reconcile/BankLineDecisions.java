package duken.engine.reconcile;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.domain.Transition;
import duken.engine.poll.PaymentPoller;
import duken.engine.refund.AnomalyResolution;
import duken.engine.refund.RefundResult;
import duken.engine.refund.RefundService;
import duken.engine.runtime.Caller;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.InvoiceLookup;
import duken.engine.runtime.ProviderRouter;
import duken.engine.runtime.TokenGenerator;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.engine.sync.PaymentSync;
import duken.provider.PaymentProvider;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.reconcile.BankDecision;
import duken.store.reconcile.BankDecision.What;
import duken.store.reconcile.BankLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says about a line of the bank. A line settles one sale and no second one: it is
 * locked, and its operation must be nobody's, in the transaction that settles.
 */
public final class BankLineDecisions {

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;
  private final Settlement settlement;
  private final PaymentPoller poller;
  private final RefundService refunds;
  private final AnomalyResolution anomalies;
  private final InvoiceLocks invoiceLocks;
  private final TokenGenerator tokens;
  private final LineClaim claim;
  private final CommitSignal commitSignal;

  BankLineDecisions(
      Store store, InstantSource clock, ProviderRouter providers, Reconciling.Money money) {
    this.store = store;
    this.clock = clock;
    this.providers = providers;
    this.settlement = money.settlement();
    this.poller = money.poller();
    this.refunds = money.refunds();
    this.anomalies = money.anomalies();
    this.invoiceLocks = money.invoiceLocks();
    this.tokens = money.tokens();
    this.claim = new LineClaim(tokens, clock);
    this.commitSignal = money.commitSignal();
  }

  /**
   * The money of a line belongs to this sale: an open one is paid by it, one that is over is booked
   * anew as late money is. The bank is asked about the sale's own payment first; its word counts.
   *
   * @return the paid sale
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when the line was decided about, its
   *     operation is another sale's, the sums differ or the sale has its money
   */
  public Invoice link(Caller caller, long lineId, long invoiceId) {
    return link(caller.scope(), caller, lineId, invoiceId, ReconciliationService.by(caller));
  }

  /** The same by the owner's rule. */
  Invoice linkByRule(Scope scope, long lineId, long invoiceId) {
    return link(scope, null, lineId, invoiceId, "auto");
  }

  private Invoice link(Scope scope, Caller caller, long lineId, long invoiceId, String by) {
    Invoice sale = InvoiceLookup.find(store, scope, invoiceId);
    store.write(tx -> claim.free(tx, scope, lineId, sale));
    if (sale.state().status().isOpen()) {
      poller.askNow(sale);
    }
    Settlement.Settled settled;
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      settled = store.write(tx -> settled(tx, scope, lineId, invoiceId, by));
    }
    commitSignal.signal();
    if (settled.transition() instanceof Transition.Anomalous && caller != null) {
      return booked(caller, settled.invoice());
    }
    withdraw(sale);
    return settled.invoice();
  }

  private Settlement.Settled settled(Tx tx, Scope scope, long lineId, long invoiceId, String by) {
    Invoice locked = Settlement.locked(tx, invoiceId);
    BankLine line = claim.free(tx, scope, lineId, locked);
    if (locked.state().status().hasMoney()) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    claim.take(tx, line, locked, linked(line, locked, by));
    InvoiceHistoryWriter.decided(tx, locked, "LINKED " + by, clock.instant());
    return settlement.settle(tx, locked, LineClaim.paid(line));
  }

  /** Late money of a sale that is over becomes a paid sale of its own, as ever. */
  private Invoice booked(Caller caller, Invoice over) {
    Optional<Anomaly> late =
        store.read(tx -> tx.anomalies().of(over.id())).stream()
            .filter(it -> it.kind() == Anomaly.Kind.PAID_LATE && it.resolution() == null)
            .reduce((_, newest) -> newest);
    return late.isEmpty()
        ? over
        : anomalies.resolve(caller, late.get().id(), AnomalyResolution.Way.KEEP);
  }

  /** A bill that lies on the customer's phone must not be paid too. */
  private void withdraw(Invoice sale) {
    if (sale.kind() != PaymentKind.PHONE) {
      return;
    }
    store.read(tx -> tx.operations().of(sale.id())).stream()
        .filter(it -> it.state() == BankOperation.State.OPEN)
        .forEach(
            it ->
                providers
                    .of(sale)
                    .filter(provider -> can(provider, sale.tenantId(), Capability.CANCEL))
                    .ifPresent(provider -> provider.cancel(PaymentSync.ref(sale, it))));
  }

  /**
   * Gives the money of a line back that no sale of ours has: it is booked as a sale of its own and
   * refunded as any other. Called again after a failure it goes on where that was.
   *
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when the line was decided about otherwise;
   *     NOT_SUPPORTED_BY_PROVIDER; what a refund may be refused with
   */
  public RefundResult giveBack(Caller caller, long lineId, String reason) {
    Invoice sale = store.write(tx -> bookedForReturn(tx, caller, lineId, reason));
    commitSignal.signal();
    return refunds.refund(caller, sale.id(), null, reason, List.of());
  }

  private Invoice bookedForReturn(Tx tx, Caller caller, long lineId, String reason) {
    BankLine line = claim.found(tx, caller.scope(), lineId);
    Optional<BankDecision> decision = tx.bankLines().decision(lineId);
    if (decision.isPresent()
        && decision.get().what() == What.RETURNING
        && line.invoiceId() != null) {
      return tx.invoices().find(line.invoiceId()).orElseThrow();
    }
    claim.refuseUnlessFree(tx, line);
    PaymentProvider provider =
        providers
            .named(line.provider())
            .filter(it -> can(it, caller.tenantId(), Capability.REFUND))
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER));
    Instant now = clock.instant();
    Invoice.Terms terms =
        new Invoice.Terms(
            line.told().amount(),
            null,
            new Invoice.Order(null, null, null),
            null,
            List.of(),
            tokens.payToken(),
            now,
            new Invoice.Channel(caller.origin(), caller.keyName()),
            null);
    Invoice fresh =
        tx.invoices()
            .insert(
                new Invoice(
                    0,
                    0,
                    caller.tenantId(),
                    caller.mode(),
                    PaymentKind.QR,
                    terms,
                    Invoice.State.fresh(),
                    Invoice.BankSide.unspoken(provider.name()),
                    new Invoice.Revision(now, now, 0)));
    InvoiceHistoryWriter.created(tx, fresh);
    BankDecision said =
        new BankDecision(
            caller.scope(),
            lineId,
            fresh.id(),
            null,
            What.RETURNING,
            reason,
            ReconciliationService.by(caller),
            now);
    claim.take(tx, line, fresh, said);
    return settlement.settle(tx, fresh, LineClaim.paid(line)).invoice();
  }

  /**
   * A line of the bank is as it should be.
   *
   * @param reason in words
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when it was decided about
   */
  public void accept(Caller caller, long lineId, String reason) {
    store.write(
        tx -> {
          claim.found(tx, caller.scope(), lineId);
          if (tx.bankLines().decision(lineId).isPresent()) {
            throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
          }
          tx.bankLines().decide(accepted(caller, lineId, null, null, reason));
          return null;
        });
    commitSignal.signal();
  }

  /**
   * A sale or a refund of ours that the bank does not list is as it should be.
   *
   * @param refundId of it, or null when it is about the sale
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when it was decided about
   */
  public void acceptOwn(Caller caller, long invoiceId, Long refundId, String reason) {
    InvoiceLookup.find(store, caller.scope(), invoiceId);
    store.write(
        tx -> {
          Invoice locked = Settlement.locked(tx, invoiceId);
          boolean isHis =
              refundId == null
                  || tx.refunds().of(invoiceId).stream().anyMatch(it -> it.id() == refundId);
          if (!isHis) {
            throw DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
          }
          if (tx.bankLines().ownDecision(invoiceId, refundId).isPresent()) {
            throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
          }
          tx.bankLines().decide(accepted(caller, null, invoiceId, refundId, reason));
          InvoiceHistoryWriter.decided(
              tx,
              locked,
              "ACCEPTED " + ReconciliationService.by(caller) + ": " + reason,
              clock.instant());
          return null;
        });
    commitSignal.signal();
  }

  private BankDecision accepted(
      Caller caller, Long lineId, Long invoiceId, Long refundId, String reason) {
    return new BankDecision(
        caller.scope(),
        lineId,
        invoiceId,
        refundId,
        What.ACCEPTED,
        reason,
        ReconciliationService.by(caller),
        clock.instant());
  }

  private BankDecision linked(BankLine line, Invoice sale, String by) {
    return new BankDecision(
        line.scope(), line.id(), sale.id(), null, What.LINKED, null, by, clock.instant());
  }

  private static boolean can(PaymentProvider provider, long tenantId, Capability capability) {
    return provider.capabilities(tenantId).contains(capability);
  }
}
