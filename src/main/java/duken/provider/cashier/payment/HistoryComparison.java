package duken.provider.cashier.payment;

import duken.domain.Money;
import duken.provider.ClosedPayment;
import duken.provider.ClosedPayments;
import duken.provider.Differences;
import duken.provider.PaymentRef;
import duken.provider.cashier.ReturnedRows;
import duken.provider.cashier.Statement;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.wire.BankAnswer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Looks through the operation history for what happened without us: sales that we hold for unpaid,
 * and returns we know nothing of (cashier sheet, sections 6 and 8).
 *
 * <p>Each return's row has to be explained: by a return that we know, or by a sale of which the
 * bank says that more was returned than we know. A row that names its sale costs one question; for
 * another the sales it may belong to are asked about one by one, the likeliest first, until it is
 * explained. Those that had nothing to tell are not asked again before a new row appears.
 */
public final class HistoryComparison {

  private static final int MOST_PAGES = 100;

  /** In one look of one shop; the next one goes on. */
  private static final int MOST_QUESTIONS = 300;

  private final Statement statement;
  private final RefundLookup refundLookup;
  private final Map<Long, Progress> progress = new ConcurrentHashMap<>();

  public HistoryComparison(Statement statement, RefundLookup refundLookup) {
    this.statement = statement;
    this.refundLookup = refundLookup;
  }

  /** How far the search for the sales of unexplained returns has come, of one shop. */
  private static final class Progress {

    /** Rows that the sales below were asked because of. */
    private final Set<String> rows = new HashSet<>();

    /** Operations that had nothing to tell. */
    private final Set<String> asked = new HashSet<>();
  }

  public Differences differing(
      CashierSession session, ClosedPayments closed, Instant since, Consumer<BankAnswer> seen) {
    Statement.Read read = statement.since(session, since, MOST_PAGES, seen);
    List<ClosedPayment> recent = closed.recent();
    Set<String> sold =
        read.rows().stream()
            .filter(row -> !row.isReturn())
            .map(Statement.Row::id)
            .collect(Collectors.toSet());
    Set<PaymentRef> found = new HashSet<>();
    recent.stream()
        .filter(payment -> !payment.paid() && sold.contains(payment.ref().operationId()))
        .map(ClosedPayment::ref)
        .forEach(found::add);
    boolean whole =
        new Search(session, closed, read.rows(), seen)
            .returnsInto(found, progress.computeIfAbsent(closed.tenantId(), _ -> new Progress()));
    return new Differences(found, whole && read.end() == Statement.End.COMPLETE);
  }

  /** One look for the sales of returns. */
  private final class Search {

    private final CashierSession session;
    private final ReturnedRows returns;
    private final Consumer<BankAnswer> seen;
    private int questions;

    Search(
        CashierSession session,
        ClosedPayments closed,
        List<Statement.Row> rows,
        Consumer<BankAnswer> seen) {
      this.session = session;
      this.returns = new ReturnedRows(closed, rows);
      this.seen = seen;
    }

    /**
     * Adds the sales of which more was returned than we know.
     *
     * @return whether everybody who had to be asked was asked and answered
     */
    boolean returnsInto(Set<PaymentRef> found, Progress done) {
      List<Statement.Row> unexplained = returns.unexplained();
      Set<String> keys = unexplained.stream().map(Statement.Row::key).collect(Collectors.toSet());
      if (!done.rows.containsAll(keys)) {
        done.asked.clear();
      }
      done.rows.clear();
      done.rows.addAll(keys);
      for (Statement.Row row : unexplained) {
        if (!isAnswered(row, found, done)) {
          // Whoever was not asked yet is asked next time: these rows are not new then.
          return false;
        }
      }
      return true;
    }

    private boolean isAnswered(Statement.Row row, Set<PaymentRef> found, Progress done) {
      for (ClosedPayment sale : returns.candidates(row)) {
        String operation = sale.ref().operationId();
        if (returns.takes(sale, row)) {
          return true;
        }
        if (done.asked.contains(operation) || returns.isKnown(operation)) {
          continue;
        }
        if (questions++ >= MOST_QUESTIONS) {
          return false;
        }
        BankAnswer answer = refundLookup.details(session, sale.ref());
        seen.accept(answer);
        if (answer instanceof BankAnswer.NotFound) {
          done.asked.add(operation);
          continue;
        }
        if (!(answer instanceof BankAnswer.Success(var data))) {
          return false;
        }
        Money more = returns.told(sale, RefundLookup.returned(data).orElse(Money.ZERO));
        if (more.isZero()) {
          done.asked.add(operation);
        } else {
          found.add(sale.ref());
          if (returns.takes(sale, row)) {
            return true;
          }
        }
      }
      return true;
    }
  }
}
