package duken.engine.invoice;

import duken.domain.BankOperation;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.engine.poll.PaymentPoller;
import duken.engine.poll.PolledInvoice.ProviderSession;
import duken.engine.poll.ProviderHealth;
import duken.engine.runtime.BusyDevice;
import duken.engine.runtime.Caller;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.ProviderRouter;
import duken.engine.runtime.TokenGenerator;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.PaymentEndPolicy;
import duken.engine.sync.Opened;
import duken.engine.sync.Opened.Outcome;
import duken.engine.sync.PaymentInitiation;
import duken.engine.sync.UnseenOpening;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.ProviderReply;
import duken.provider.SandboxCustomer;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How an invoice comes to be: written before the bank is spoken to. */
public final class InvoiceCreation {

  /** How long the customer of {@code simulate} takes. */
  private static final Duration REHEARSAL = Duration.ofSeconds(2);

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;
  private final PaymentInitiation paymentInitiation;
  private final UnseenOpening unseenOpening;
  private final InvoiceLocks invoiceLocks;
  private final PaymentPoller poller;
  private final ProviderHealth providerHealth;
  private final SandboxCustomer phone;
  private final TokenGenerator tokenGenerator;
  private final CommitSignal commitSignal;
  private final Duration qrLife;

  public InvoiceCreation(
      Store store,
      InstantSource clock,
      ProviderRouter providers,
      PaymentInitiation paymentInitiation,
      UnseenOpening unseenOpening,
      InvoiceLocks invoiceLocks,
      PaymentPoller poller,
      ProviderHealth providerHealth,
      SandboxCustomer phone,
      TokenGenerator tokenGenerator,
      CommitSignal commitSignal,
      Duration qrLife) {
    this.store = store;
    this.clock = clock;
    this.providers = providers;
    this.paymentInitiation = paymentInitiation;
    this.unseenOpening = unseenOpening;
    this.invoiceLocks = invoiceLocks;
    this.poller = poller;
    this.providerHealth = providerHealth;
    this.phone = phone;
    this.tokenGenerator = tokenGenerator;
    this.commitSignal = commitSignal;
    this.qrLife = qrLife;
  }

  /** An invoice that is written down; its turn is held. */
  private record Draft(Invoice invoice, BankOperation operation, Lock lock) {}

  Invoice create(
      Caller caller,
      NewInvoice order,
      SimulatedOutcome simulate,
      BiConsumer<Tx, Invoice> alongside) {
    BiConsumer<Tx, Invoice> also =
        (tx, invoice) -> {
          bindCall(tx, caller, invoice);
          alongside.accept(tx, invoice);
        };
    PaymentProvider provider = providers.choose(caller.scope(), order.kind());
    if (!order.amount().isWholeTenge() && !provider.takesTiyn(order.kind())) {
      throw DomainRefusal.of(DomainRefusal.Reason.AMOUNT_MUST_BE_WHOLE_TENGE);
    }
    // A cart is claimed before the bank hears of it, or two sales of it could both be opened.
    boolean claims = order.idempotencyId() != null || order.cart() != null;
    if (provider.opensUnseen(order.kind()) && !claims) {
      return CreationOutcome.delivered(
          provider, order.device(), watched(openedUnseen(caller, order, provider, also)));
    }
    refuseBusyDevice(caller.scope(), provider, order.device());
    expireOccupant(caller.scope(), order.idempotencyId());
    Draft draft = draft(caller, order, provider, also);
    if (!provider.opensUnseen(order.kind())) {
      commitSignal.signal();
    }
    Opened opened;
    try (Lock _ = draft.lock()) {
      if (order.device() != null) {
        provider
            .device()
            .ifPresent(
                it -> it.assign(caller.tenantId(), draft.operation().mark(), order.device()));
      }
      opened = paymentInitiation.open(provider, draft.invoice(), draft.operation(), true);
      if (opened.outcome() == Outcome.UNKNOWN) {
        opened =
            paymentInitiation.resolve(provider, opened.invoice(), opened.operation(), true, true);
      }
      if (simulate != null && caller.mode().isSandbox()) {
        phone.rehearse(draft.invoice().id(), simulate.action(), REHEARSAL);
      }
    }
    return CreationOutcome.delivered(provider, order.device(), watched(opened));
  }

  /**
   * The bank is asked first, and what it opened is written together with the invoice: one
   * transaction instead of two. A slow bank, and whatever else it answers, is written as ever.
   */
  private Opened openedUnseen(
      Caller caller, NewInvoice order, PaymentProvider provider, BiConsumer<Tx, Invoice> also) {
    Invoice fresh = fresh(caller, order, provider);
    String mark = tokenGenerator.mark();
    UnseenOpening.Question question = unseenOpening.ask(provider, fresh, mark);
    if (question.soon().orElse(null)
        instanceof ProviderReply.Accepted<OpenedPayment>(OpenedPayment payment)) {
      return unseenOpening.keep(fresh, mark, payment, also);
    }
    Draft draft = draft(caller, order, provider, also);
    try (Lock _ = draft.lock()) {
      Opened opened =
          paymentInitiation.answered(question.answer(), draft.invoice(), draft.operation(), true);
      return opened.outcome() == Outcome.UNKNOWN
          ? paymentInitiation.resolve(provider, opened.invoice(), opened.operation(), true, true)
          : opened;
    }
  }

  private static void bindCall(Tx tx, Caller caller, Invoice invoice) {
    if (caller.callKey() != null) {
      tx.idempotentCalls().bind(caller.callKey(), invoice.id());
    }
  }

  private Opened watched(Opened opened) {
    providerHealth.heard(
        ProviderSession.of(opened.invoice()), CreationOutcome.answer(opened.outcome()));
    if (opened.outcome() == Outcome.OPEN) {
      poller.watch(opened.invoice(), opened.operation());
    } else if (opened.invoice().state().status().isOpen()) {
      poller.watch(opened.invoice());
    }
    return opened;
  }

  /** One operation at a time, and none while the one before is not certainly over. */
  private static void refuseBusyDevice(Scope scope, PaymentProvider provider, String name) {
    if (name != null
        && provider.device().filter(it -> !it.has(scope.tenantId(), name)).isPresent()) {
      throw DomainRefusal.field("terminal", Complaint.of("choice"));
    }
    BusyDevice.held(provider, scope.tenantId(), name)
        .ifPresent(
            busy -> {
              throw busy;
            });
  }

  private Draft draft(
      Caller caller, NewInvoice order, PaymentProvider provider, BiConsumer<Tx, Invoice> also) {
    Lock[] lock = new Lock[1];
    Function<Tx, Draft> intent =
        tx -> {
          refuseDuplicate(tx, caller.scope(), order.idempotencyId());
          Invoice invoice = tx.invoices().insert(fresh(caller, order, provider));
          // Held before anybody can see the invoice, or a reconciler might send it a second time.
          lock[0] = invoiceLocks.hold(invoice.id());
          BankOperation operation = paymentInitiation.intend(tx, invoice, 1);
          InvoiceHistoryWriter.created(tx, invoice);
          claimCart(tx, caller.scope(), order.cart(), invoice);
          also.accept(tx, invoice);
          return new Draft(invoice, operation, lock[0]);
        };
    try {
      // What nobody can see before the answer goes to the disk together with it.
      return provider.opensUnseen(order.kind()) ? store.writeAhead(intent) : store.write(intent);
    } catch (RuntimeException | Error e) {
      if (lock[0] != null) {
        lock[0].close();
      }
      throw e;
    }
  }

  private static void claimCart(Tx tx, Scope scope, CartSale cart, Invoice invoice) {
    if (cart == null) {
      return;
    }
    if (!tx.deskCarts()
        .sell(scope, cart.id(), cart.version(), invoice.id(), invoice.revision().createdAt())) {
      throw DomainRefusal.field("cart", Complaint.of("cart.changed"));
    }
    if (cart.priceNote() != null) {
      InvoiceHistoryWriter.priced(tx, invoice, cart.priceNote());
    }
  }

  private Invoice fresh(Caller caller, NewInvoice order, PaymentProvider provider) {
    Instant now = clock.instant();
    Invoice.Terms terms =
        new Invoice.Terms(
            order.amount(),
            order.discount(),
            new Invoice.Order(order.description(), order.externalOrderId(), order.idempotencyId()),
            order.phone(),
            order.items(),
            tokenGenerator.payToken(),
            now.plus(order.kind() == PaymentKind.QR ? qrLife : order.kind().life()),
            new Invoice.Channel(caller.origin(), caller.keyName()),
            null);
    return new Invoice(
        0,
        0,
        caller.tenantId(),
        caller.mode(),
        order.kind(),
        terms,
        Invoice.State.fresh(),
        Invoice.BankSide.unspoken(provider.name()),
        new Invoice.Revision(now, now, 0));
  }

  private static void refuseDuplicate(Tx tx, Scope scope, String idempotencyId) {
    if (idempotencyId == null) {
      return;
    }
    tx.invoices().lockIdempotencyId(scope, idempotencyId);
    Optional<Invoice> first = tx.invoices().findByIdempotencyId(scope, idempotencyId);
    if (first.isPresent()) {
      throw CreationOutcome.refusal(DomainRefusal.Reason.DUPLICATE_IDEMPOTENCY_KEY, first.get());
    }
  }

  /** A training invoice whose time is over does not occupy its body key any longer. */
  private void expireOccupant(Scope scope, String idempotencyId) {
    if (idempotencyId == null || !scope.mode().isSandbox()) {
      return;
    }
    store
        .read(tx -> tx.invoices().findByIdempotencyId(scope, idempotencyId))
        .filter(invoice -> invoice.state().status().isOpen())
        .filter(invoice -> PaymentEndPolicy.isOverdue(invoice, clock.instant()))
        .ifPresent(poller::askNow);
  }
}
