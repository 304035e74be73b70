package duken.simulator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duken.simulator.cashier.CashierBank;
import duken.simulator.cashier.Counts;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.FaultBook;
import duken.simulator.cashier.request.BankRefusal;
import duken.simulator.ledger.LedgerOperation;
import duken.simulator.proof.WallTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Everything an operator sees, as {@code GET /control/state} tells it.
 *
 * @param time the bank's wall clock
 * @param businessTime the time operations live in
 * @param smsCode of the last SMS; empty before the first
 * @param signedIn numbers with a living token
 * @param operations newest first, 200 at most
 * @param refusals newest first, 200 at most
 */
record ControlState(
    Instant time,
    Instant businessTime,
    String smsCode,
    List<String> signedIn,
    Counts counts,
    Behaviour behaviour,
    List<FaultBook.Waiting> faults,
    List<Row> operations,
    List<BankRefusal> refusals) {

  private static final int MOST = 200;

  /**
   * An operation in tenge.
   *
   * @param createdAt local time in Almaty
   */
  record Row(
      String id,
      String kind,
      @JsonUnwrapped Sums sums,
      String status,
      boolean paid,
      @JsonUnwrapped Customer customer,
      String profile,
      String createdAt) {

    private static Row of(LedgerOperation operation) {
      return new Row(
          Long.toString(operation.id()),
          operation.kind().name(),
          new ControlState.Sums(
              BigDecimal.valueOf(operation.tiyn(), 2),
              BigDecimal.valueOf(operation.returned(), 2),
              BigDecimal.valueOf(operation.returnable(), 2)),
          operation.status(),
          operation.isPaid(),
          new ControlState.Customer(
              operation.customer().payer(),
              operation.customer().phone(),
              operation.customer().comment()),
          operation.profile(),
          WallTime.write(operation.times().createdAt()));
    }
  }

  /** How much. */
  record Sums(BigDecimal amount, BigDecimal returned, BigDecimal returnable) {}

  /** Who pays. */
  record Customer(String payer, String phone, String comment) {}

  static ControlState of(CashierBank bank) {
    List<BankRefusal> refusals = bank.refusals().list().reversed();
    return new ControlState(
        bank.time().wall(),
        bank.time().business(),
        bank.signIns().lastCode().orElse(""),
        bank.bankSessions().signedIn(),
        bank.tally().counts(),
        bank.behaviour(),
        bank.faults().list(),
        bank.ledger().list(_ -> true).stream().limit(MOST).map(Row::of).toList(),
        refusals.subList(0, Math.min(MOST, refusals.size())));
  }
}
