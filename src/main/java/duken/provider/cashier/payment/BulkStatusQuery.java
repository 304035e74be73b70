package duken.provider.cashier.payment;

import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.cashier.SalesHistory;
import duken.provider.cashier.Statement;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.QrPayApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Two questions instead of hundreds: the history shows what was paid, the list of bills what is
 * open or declined. Asked no more often than a QR is; in between the last answer serves everybody.
 * Of what neither shows a few are asked about by themselves; the rest is missing in the answer.
 */
public final class BulkStatusQuery {

  private static final int METHOD_QR = 0;
  private static final int METHOD_BILL = 1;

  /** So many payments are taken at once. */
  public static final int AT_ONCE = 100;

  private static final int BILLS = 50;

  /**
   * How old the last answer may be before the bank is asked again: no more often than about a QR.
   * Whoever waits at a counter goes before the others, so that the answer comes halfway between two
   * questions about his QR by itself.
   */
  private static final Duration FRESH_HALFWAY = percent(QrTiming.USUAL.beforeScan(), 90);

  private static final Duration FRESH = percent(QrTiming.USUAL.beforeScan(), 110);

  /** When a new QR is asked about first: the history halfway, then the QR by itself. */
  public static final Duration FIRST = percent(QrTiming.USUAL.beforeScan(), 50);

  private final QrPayApi bank;
  private final CashierStatusMapper statusMapper;
  private final Statement statement;
  private final InstantSource clock;
  private final SingleQueryBudget singles;
  private final Map<Long, ReentrantLock> turns = new ConcurrentHashMap<>();
  private final Map<Long, Heard> lastHeard = new ConcurrentHashMap<>();

  public BulkStatusQuery(
      QrPayApi bank, Statement statement, CashierStatusMapper statusMapper, InstantSource clock) {
    this.bank = bank;
    this.statement = statement;
    this.statusMapper = statusMapper;
    this.clock = clock;
    this.singles = new SingleQueryBudget(clock);
  }

  /** What the bank said to one session. */
  private record Heard(
      CashierSession session,
      Instant at,
      boolean bills,
      SalesHistory history,
      Map<String, ProviderReading> paid,
      Map<String, JsonNode> rows) {

    boolean serves(CashierSession asking, boolean wantsBills, Duration fresh, Instant now) {
      return session.equals(asking)
          && (bills || !wantsBills)
          && now.isBefore(at.plus(fresh))
          && !now.isBefore(at);
    }
  }

  /** {@code OperationMethod}. */
  public static int method(PaymentKind kind) {
    return kind == PaymentKind.QR ? METHOD_QR : METHOD_BILL;
  }

  /** The other {@code OperationMethod}. */
  static int otherMethod(int method) {
    return method == METHOD_QR ? METHOD_BILL : METHOD_QR;
  }

  /**
   * Asks about payments of one shop: about a few by themselves.
   *
   * @param seen is told every answer
   * @param single asks about one payment
   */
  public Map<PaymentRef, ProviderReading> ask(
      long tenantId,
      CashierSession session,
      List<PaymentRef> payments,
      Consumer<BankAnswer> seen,
      Function<PaymentRef, ProviderReading> single) {
    Map<PaymentRef, ProviderReading> found = new LinkedHashMap<>();
    boolean many = singles.areMany(tenantId, payments);
    // A customer before a QR waits for no answer about others.
    boolean atTill = payments.size() == 1 && singles.areOnScreen(tenantId, payments);
    if (!many || atTill) {
      Set<PaymentRef> chosen = many ? singles.ofMany(tenantId, payments) : singles.ofFew(payments);
      chosen.forEach(payment -> found.put(payment, halfway(payment, single)));
    }
    List<PaymentRef> rest = missing(payments, found);
    if (rest.isEmpty()) {
      return found;
    }
    boolean halfway = singles.areHalfway(tenantId, rest);
    boolean bills = rest.stream().anyMatch(p -> p.kind() == PaymentKind.PHONE);
    Instant oldest = rest.stream().map(PaymentRef::openedAt).min(Instant::compareTo).orElseThrow();
    Duration fresh = halfway ? FRESH_HALFWAY : FRESH;
    ReentrantLock lock = turns.computeIfAbsent(tenantId, _ -> new ReentrantLock());
    if (atTill && !lock.tryLock()) {
      return found;
    } else if (!atTill) {
      lock.lock();
    }
    Heard heard;
    try {
      heard = heard(tenantId, session, bills, oldest, fresh, seen);
    } finally {
      lock.unlock();
    }
    for (PaymentRef payment : rest) {
      ProviderReading reading = heard.paid().get(payment.operationId());
      JsonNode row = heard.rows().get(payment.operationId());
      if (reading != null) {
        found.put(payment, reading);
      } else if (row != null) {
        found.put(payment, statusMapper.read(payment, QrTiming.USUAL, row));
      }
    }
    if (many && !atTill) {
      singles
          .ofMany(tenantId, missing(payments, found))
          .forEach(payment -> found.put(payment, halfway(payment, single)));
    }
    return found;
  }

  /** Asks about one QR or bill; about a QR the history is asked before it is its turn again. */
  private ProviderReading halfway(
      PaymentRef payment, Function<PaymentRef, ProviderReading> single) {
    ProviderReading reading = single.apply(payment);
    if (payment.kind() != PaymentKind.QR || !(reading instanceof ProviderReading.Waiting waiting)) {
      return reading;
    }
    singles.answered(payment, waiting.askAgainIn());
    return new ProviderReading.Waiting(
        waiting.payerProgress(), waiting.held(), waiting.word(), percent(waiting.askAgainIn(), 50));
  }

  private static List<PaymentRef> missing(
      List<PaymentRef> payments, Map<PaymentRef, ProviderReading> found) {
    return payments.stream().filter(it -> !found.containsKey(it)).toList();
  }

  private static Duration percent(Duration whole, int percent) {
    return whole.multipliedBy(percent).dividedBy(100);
  }

  /** The last answer, or a new one; whoever calls holds the shop's turn. */
  private Heard heard(
      long tenantId,
      CashierSession session,
      boolean bills,
      Instant oldest,
      Duration fresh,
      Consumer<BankAnswer> seen) {
    Heard last = lastHeard.get(tenantId);
    if (last != null && last.serves(session, bills, fresh, clock.instant())) {
      return last;
    }
    SalesHistory history =
        last != null && last.session().equals(session)
            ? last.history()
            : new SalesHistory(statement, clock);
    Heard now =
        new Heard(
            session,
            clock.instant(),
            bills,
            history,
            history.ask(session, oldest, seen),
            bills ? billRows(session, seen) : Map.of());
    lastHeard.put(tenantId, now);
    return now;
  }

  private Map<String, JsonNode> billRows(CashierSession session, Consumer<BankAnswer> seen) {
    BankAnswer answer = bank.bills(session, BILLS);
    seen.accept(answer);
    if (!(answer instanceof BankAnswer.Success(JsonNode data))) {
      return Map.of();
    }
    List<JsonNode> rows = new ArrayList<>();
    data.path("Operations").forEach(rows::add);
    Map<String, JsonNode> byId = new HashMap<>();
    rows.forEach(row -> CashierFields.text(row, "Id").ifPresent(id -> byId.put(id, row)));
    return byId;
  }
}
