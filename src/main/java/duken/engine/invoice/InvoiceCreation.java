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
import duken.engine.sync.SyncResult.Answer;
import duken.provider.PaymentProvider;
import duken.provider.SandboxCustomer;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How an invoice comes to be: written before the bank is spoken to. */
public final class InvoiceCreation {

  /** How long the customer of {@code simulate} takes. */
  private static final Set<DomainRefusal.Reason> SAYS_WHY =
      Set.of(DomainRefusal.Reason.PROVIDER_ERROR, DomainRefusal.Reason.PROVIDER_SESSION_INVALID);

  private static final Duration REHEARSAL = Duration.ofSeconds(2);

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;
  private final PaymentInitiation paymentInitiation;
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

  Invoice create(Caller caller, NewInvoice order, SimulatedOutcome simulate) {
    PaymentProvider provider = providers.choose(caller.scope(), order.kind());
    if (!order.amount().isWholeTenge() && !provider.takesTiyn(order.kind())) {
      throw DomainRefusal.of(DomainRefusal.Reason.AMOUNT_MUST_BE_WHOLE_TENGE);
    }
    refuseBusyDevice(caller.scope(), provider, order.device());
    expireOccupant(caller.scope(), order.idempotencyId());
    Draft draft = draft(caller, order, provider);
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
    providerHealth.heard(ProviderSession.of(opened.invoice()), answer(opened.outcome()));
    if (opened.outcome() == Outcome.OPEN) {
      poller.watch(opened.invoice(), opened.operation());
    } else if (opened.invoice().state().status().isOpen()) {
      poller.watch(opened.invoice());
    }
    return delivered(provider, order.device(), opened);
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

  private Draft draft(Caller caller, NewInvoice order, PaymentProvider provider) {
    Lock[] lock = new Lock[1];
    Function<Tx, Draft> intent =
        tx -> {
          refuseDuplicate(tx, caller.scope(), order.idempotencyId());
          Invoice invoice = tx.invoices().insert(fresh(caller, order, provider));
          // Held before anybody can see the invoice, or a reconciler might send it a second time.
          lock[0] = invoiceLocks.hold(invoice.id());
          BankOperation operation = paymentInitiation.intend(tx, invoice, 1);
          InvoiceHistoryWriter.created(tx, invoice);
          if (caller.callKey() != null) {
            tx.idempotentCalls().bind(caller.callKey(), invoice.id());
          }
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

  private Invoice fresh(Caller caller, NewInvoice order, PaymentProvider provider) {
    Instant now = clock.instant();
    Invoice.Terms terms =
        new Invoice.Terms(
            order.amount(),
            order.discount(),
            order.description(),
            order.externalOrderId(),
            order.idempotencyId(),
            order.phone(),
            order.items(),
            tokenGenerator.payToken(),
            now.plus(order.kind() == PaymentKind.QR ? qrLife : order.kind().life()),
            caller.origin(),
            caller.keyName(),
            null);
    return new Invoice(
        0,
        caller.tenantId(),
        caller.mode(),
        order.kind(),
        terms,
        Invoice.State.fresh(),
        Invoice.BankSide.unspoken(provider.name()),
        now,
        now,
        0);
  }

  private static void refuseDuplicate(Tx tx, Scope scope, String idempotencyId) {
    if (idempotencyId == null) {
      return;
    }
    tx.invoices().lockIdempotencyId(scope, idempotencyId);
    Optional<Invoice> first = tx.invoices().findByIdempotencyId(scope, idempotencyId);
    if (first.isPresent()) {
      throw refusal(DomainRefusal.Reason.DUPLICATE_IDEMPOTENCY_KEY, first.get());
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

  private static Invoice delivered(PaymentProvider provider, String device, Opened opened) {
    Invoice invoice = opened.invoice();
    return switch (opened.outcome()) {
      case OPEN -> invoice;
      case QUEUED -> {
        if (invoice.kind() == PaymentKind.PHONE) {
          yield invoice;
        }
        throw refusal(DomainRefusal.Reason.PROVIDER_TIMEOUT, invoice);
      }
      case REFUSED -> throw refused(provider, device, invoice);
      case SIGNED_OUT -> throw refusal(DomainRefusal.Reason.PROVIDER_SESSION_INVALID, invoice);
      case NOT_SENT ->
          throw refusal(
              invoice.kind() == PaymentKind.TERMINAL
                  ? DomainRefusal.Reason.TERMINAL_UNREACHABLE
                  : DomainRefusal.Reason.PROVIDER_TIMEOUT,
              invoice);
      case ABSENT, UNKNOWN, UNDECIDED ->
          throw refusal(DomainRefusal.Reason.PROVIDER_TIMEOUT, invoice);
    };
  }

  /** What the bank has against the sum or the phone is said at the field. */
  private static DomainRefusal refused(PaymentProvider provider, String device, Invoice invoice) {
    String message = invoice.bank().errorMessage();
    Complaint complaint = Complaint.of("bank.refused", message == null ? "" : message);
    return switch (String.valueOf(invoice.bank().errorCode())) {
      case "terminal_busy" -> BusyDevice.said(provider, invoice, device);
      case "amount_refused" -> DomainRefusal.field("amount", complaint);
      case "phone_refused" -> DomainRefusal.field("phone_number", complaint);
      default -> refusal(DomainRefusal.Reason.PROVIDER_ERROR, invoice);
    };
  }

  private static DomainRefusal refusal(DomainRefusal.Reason reason, Invoice invoice) {
    Map<String, Object> extra = new HashMap<>();
    if (SAYS_WHY.contains(reason)) {
      extra.putAll(DomainRefusal.said(invoice.bank().errorCode(), invoice.bank().errorMessage()));
    }
    extra.put("invoice_id", invoice.id());
    extra.put("status", invoice.state().status().wire());
    return new DomainRefusal(reason, Map.of(), extra);
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case OPEN, REFUSED, SIGNED_OUT, ABSENT -> Answer.SPOKE;
      case QUEUED, NOT_SENT, UNKNOWN, UNDECIDED -> Answer.SILENT;
    };
  }
}
