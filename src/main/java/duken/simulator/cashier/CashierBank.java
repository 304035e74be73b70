package duken.simulator.cashier;

import duken.simulator.cashier.entrance.SignIns;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.Breakdown;
import duken.simulator.cashier.fault.Fault;
import duken.simulator.cashier.fault.FaultBook;
import duken.simulator.cashier.request.RefusalLog;
import duken.simulator.ledger.BankTime;
import duken.simulator.ledger.Ledger;
import duken.simulator.ledger.Payers;
import duken.simulator.wire.Pause;
import duken.simulator.wire.Request;
import duken.simulator.wire.Responder;
import duken.simulator.wire.Sending;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The whole bank: answers calls, or fails to as it is told. */
public final class CashierBank implements Responder {

  private final AtomicReference<Behaviour> behaviour;
  private final BankTime time;
  private final Pause pause;
  private final Payers payers = new Payers();
  private final BankSessions bankSessions = new BankSessions();
  private final Tally tally = new Tally();
  private final FaultBook faults = new FaultBook();
  private final RefusalLog refusals;
  private final SignIns signIns;
  private final Ledger ledger;
  private final FakeBankCounter fakeBankCounter;
  private final Breakdown breakdown;

  /**
   * @param start behaviour to begin with
   * @param pause what real waiting waits on
   */
  public CashierBank(Behaviour start, BankTime time, Pause pause) {
    this.behaviour = new AtomicReference<>(start);
    this.time = time;
    this.pause = pause;
    this.refusals = new RefusalLog(time);
    this.signIns = new SignIns(time);
    this.ledger = new Ledger(time, () -> behaviour.get().deadlines(), payers);
    this.fakeBankCounter = new FakeBankCounter(this);
    this.breakdown = new Breakdown(faults, pause, fakeBankCounter::dated);
  }

  @Override
  public Sending respond(Request request) {
    String path = request.path();
    String label = FakeBankCounter.label(request);
    tally.begin(path, label);
    try {
      int latency = behaviour.get().latencyMillis();
      if (latency > 0 && !pause.take(Duration.ofMillis(latency))) {
        return new Sending.Close();
      }
      Optional<Fault> fault = faults.take(path, label);
      return fault.isPresent()
          ? breakdown.respond(fault.get(), () -> fakeBankCounter.answer(request))
          : new Sending.Whole(fakeBankCounter.answer(request));
    } finally {
      tally.end();
    }
  }

  /** How it behaves now. */
  public Behaviour behaviour() {
    return behaviour.get();
  }

  public void behave(UnaryOperator<Behaviour> change) {
    behaviour.updateAndGet(change);
  }

  public BankTime time() {
    return time;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Payers payers() {
    return payers;
  }

  public BankSessions bankSessions() {
    return bankSessions;
  }

  public SignIns signIns() {
    return signIns;
  }

  public Tally tally() {
    return tally;
  }

  /** What will go wrong. */
  public FaultBook faults() {
    return faults;
  }

  public RefusalLog refusals() {
    return refusals;
  }
}
