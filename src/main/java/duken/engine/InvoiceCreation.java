package duken.engine;

import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.domain.Refusal;
import duken.domain.Refusal.Complaint;
import duken.engine.Asked.Answer;
import duken.engine.Conversations.Turn;
import duken.engine.Opened.Outcome;
import duken.engine.Watched.Lane;
import duken.provider.PaymentProvider;
import duken.provider.PracticePhone;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** How an invoice comes to be: written before the bank is spoken to. */
final class InvoiceCreation {

  /** How long the customer of {@code simulate} takes. */
  private static final Duration REHEARSAL = Duration.ofSeconds(2);

  private final Store store;
  private final InstantSource clock;
  private final Roads roads;
  private final Openings openings;
  private final Conversations conversations;
  private final PaymentWatcher watcher;
  private final Watchfulness watchfulness;
  private final PracticePhone phone;
  private final Names names;
  private final Bell bell;
  private final Duration qrLife;

  InvoiceCreation(
      Store store,
      InstantSource clock,
      Roads roads,
      Openings openings,
      Conversations conversations,
      PaymentWatcher watcher,
      Watchfulness watchfulness,
      PracticePhone phone,
      Names names,
      Bell bell,
      Duration qrLife) {
    this.store = store;
    this.clock = clock;
    this.roads = roads;
    this.openings = openings;
    this.conversations = conversations;
    this.watcher = watcher;
    this.watchfulness = watchfulness;
    this.phone = phone;
    this.names = names;
    this.bell = bell;
    this.qrLife = qrLife;
  }

  /** An invoice that is written down; its turn is held. */
  private record Draft(Invoice invoice, BankOperation operation, Turn turn) {}

  Invoice create(Caller caller, InvoiceOrder order, Simulation simulate) {
    PaymentProvider road = roads.choose(caller.scope(), order.kind());
    if (!order.amount().isWholeTenge() && !road.takesTiyn(order.kind())) {
      throw Refusal.of(Refusal.Reason.AMOUNT_MUST_BE_WHOLE_TENGE);
    }
    refuseBusyDevice(caller.scope(), road, order.device());
    expireOccupant(caller.scope(), order.idempotencyId());
    Draft draft = draft(caller, order, road);
    if (!road.opensUnseen(order.kind())) {
      bell.ring();
    }
    Opened opened;
    try (Turn _ = draft.turn()) {
      if (order.device() != null) {
        road.device()
            .ifPresent(
                it -> it.assign(caller.tenantId(), draft.operation().mark(), order.device()));
      }
      opened = openings.open(road, draft.invoice(), draft.operation(), true);
      if (opened.outcome() == Outcome.UNKNOWN) {
        opened = openings.resolve(road, opened.invoice(), opened.operation(), true, true);
      }
      if (simulate != null && caller.mode().isSandbox()) {
        phone.rehearse(draft.invoice().id(), simulate.action(), REHEARSAL);
      }
    }
    watchfulness.heard(Lane.of(opened.invoice()), answer(opened.outcome()));
    if (opened.outcome() == Outcome.OPEN) {
      watcher.watch(opened.invoice(), opened.operation());
    } else if (opened.invoice().state().status().isOpen()) {
      watcher.watch(opened.invoice());
    }
    return delivered(opened);
  }

  /** One operation at a time, and none while the one before is not certainly over. */
  private static void refuseBusyDevice(Scope scope, PaymentProvider road, String name) {
    if (name != null && road.device().filter(it -> !it.has(scope.tenantId(), name)).isPresent()) {
      throw Refusal.field("terminal", Complaint.of("choice"));
    }
    road.device()
        .map(device -> device.occupant(scope.tenantId(), name))
        .filter(OptionalLong::isPresent)
        .ifPresent(
            holder -> {
              throw new Refusal(
                  Refusal.Reason.TERMINAL_BUSY, Map.of(), Map.of("invoice_id", holder.getAsLong()));
            });
  }

  private Draft draft(Caller caller, InvoiceOrder order, PaymentProvider road) {
    Turn[] turn = new Turn[1];
    Function<Rooms, Draft> intent =
        rooms -> {
          refuseDuplicate(rooms, caller.scope(), order.idempotencyId());
          Invoice invoice = rooms.invoices().insert(fresh(caller, order, road));
          // Held before anybody can see the invoice, or a reconciler might send it a second time.
          turn[0] = conversations.hold(invoice.id());
          BankOperation operation = openings.intend(rooms, invoice, 1);
          Chronicle.created(rooms, invoice);
          if (caller.callKey() != null) {
            rooms.idempotentCalls().bind(caller.callKey(), invoice.id());
          }
          return new Draft(invoice, operation, turn[0]);
        };
    try {
      // What nobody can see before the answer goes to the disk together with it.
      return road.opensUnseen(order.kind()) ? store.writeAhead(intent) : store.write(intent);
    } catch (RuntimeException | Error e) {
      if (turn[0] != null) {
        turn[0].close();
      }
      throw e;
    }
  }

  private Invoice fresh(Caller caller, InvoiceOrder order, PaymentProvider road) {
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
            names.payToken(),
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
        Invoice.BankSide.unspoken(road.name()),
        now,
        now,
        0);
  }

  private static void refuseDuplicate(Rooms rooms, Scope scope, String idempotencyId) {
    if (idempotencyId == null) {
      return;
    }
    rooms.invoices().lockIdempotencyId(scope, idempotencyId);
    Optional<Invoice> first = rooms.invoices().findByIdempotencyId(scope, idempotencyId);
    if (first.isPresent()) {
      throw refusal(Refusal.Reason.DUPLICATE_IDEMPOTENCY_KEY, first.get());
    }
  }

  /** A training invoice whose time is over does not occupy its body key any longer. */
  private void expireOccupant(Scope scope, String idempotencyId) {
    if (idempotencyId == null || !scope.mode().isSandbox()) {
      return;
    }
    store
        .read(rooms -> rooms.invoices().findByIdempotencyId(scope, idempotencyId))
        .filter(invoice -> invoice.state().status().isOpen())
        .filter(invoice -> EndingRules.isOverdue(invoice, clock.instant()))
        .ifPresent(watcher::askNow);
  }

  private static Invoice delivered(Opened opened) {
    Invoice invoice = opened.invoice();
    return switch (opened.outcome()) {
      case OPEN -> invoice;
      case QUEUED -> {
        if (invoice.kind() == PaymentKind.PHONE) {
          yield invoice;
        }
        throw refusal(Refusal.Reason.PROVIDER_TIMEOUT, invoice);
      }
      case REFUSED -> throw refused(invoice);
      case SIGNED_OUT -> throw refusal(Refusal.Reason.PROVIDER_SESSION_INVALID, invoice);
      case NOT_SENT ->
          throw refusal(
              invoice.kind() == PaymentKind.TERMINAL
                  ? Refusal.Reason.TERMINAL_UNREACHABLE
                  : Refusal.Reason.PROVIDER_TIMEOUT,
              invoice);
      case ABSENT, UNKNOWN, UNDECIDED -> throw refusal(Refusal.Reason.PROVIDER_TIMEOUT, invoice);
    };
  }

  /** What the bank has against the sum or the phone is said at the field. */
  private static Refusal refused(Invoice invoice) {
    String message = invoice.bank().errorMessage();
    Complaint complaint = Complaint.of("bank.refused", message == null ? "" : message);
    return switch (String.valueOf(invoice.bank().errorCode())) {
      case "terminal_busy" -> refusal(Refusal.Reason.TERMINAL_BUSY, invoice);
      case "amount_refused" -> Refusal.field("amount", complaint);
      case "phone_refused" -> Refusal.field("phone_number", complaint);
      default -> refusal(Refusal.Reason.PROVIDER_ERROR, invoice);
    };
  }

  private static Refusal refusal(Refusal.Reason reason, Invoice invoice) {
    return new Refusal(
        reason,
        Map.of(),
        Map.of("invoice_id", invoice.id(), "status", invoice.state().status().wire()));
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case OPEN, REFUSED, SIGNED_OUT, ABSENT -> Answer.SPOKE;
      case QUEUED, NOT_SENT, UNKNOWN, UNDECIDED -> Answer.SILENT;
    };
  }
}
