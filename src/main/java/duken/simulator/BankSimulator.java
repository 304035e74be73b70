package duken.simulator;

import duken.simulator.cashier.BankSessions;
import duken.simulator.cashier.CashierBank;
import duken.simulator.cashier.Counts;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.Fault;
import duken.simulator.cashier.fault.FaultBook;
import duken.simulator.cashier.request.BankRefusal;
import duken.simulator.ledger.BankTime;
import duken.simulator.ledger.LedgerOperation;
import duken.simulator.ledger.Words;
import duken.simulator.wire.HttpListener;
import duken.simulator.wire.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The loopback bank of the cashier session (section 12). All three hosts of the protocol are this
 * one address. Tests in the same JVM turn it by these methods, everybody else by {@link Control}.
 */
public final class BankSimulator implements AutoCloseable {

  private final CashierBank bank;
  private final HttpListener listener;

  private BankSimulator(CashierBank bank, HttpListener listener) {
    this.bank = bank;
    this.listener = listener;
  }

  /**
   * Starts it.
   *
   * @param clock of the bank; real waiting (latency, slow answers) does not follow it
   * @throws IOException when the port is taken
   */
  public static BankSimulator start(SimulatorOptions options, Clock clock) throws IOException {
    Pause pause = new Pause();
    CashierBank bank = new CashierBank(options.behaviour(), new BankTime(clock), pause);
    Control control = new Control(bank, pause);
    HttpListener listener =
        new HttpListener(
            options.port(),
            request -> control.owns(request) ? control.respond(request) : bank.respond(request),
            pause);
    control.guard(listener);
    listener.start();
    return new BankSimulator(bank, listener);
  }

  /** Where it listens: {@code http://127.0.0.1:PORT}, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.port());
  }

  /** How it behaves now. */
  public Behaviour behaviour() {
    return bank.behaviour();
  }

  public void behave(Behaviour behaviour) {
    bank.behave(_ -> behaviour);
  }

  /**
   * Changes one field of its {@link Behaviour}.
   *
   * @throws IllegalArgumentException when there is no such field, or it cannot have this value
   */
  public void behave(String field, Object value) {
    bank.behave(now -> now.with(field, value));
  }

  /** Every answer takes this much longer, in real time. */
  public void latency(Duration time) {
    behave("latencyMillis", Math.toIntExact(time.toMillis()));
  }

  public String lastSmsCode() {
    return bank.signIns().lastCode().orElseThrow(() -> new NoSuchElementException("no SMS yet"));
  }

  /** All operations of all profiles, newest first. */
  public List<LedgerOperation> operations() {
    return bank.ledger().list(_ -> true);
  }

  public LedgerOperation operation(long id) {
    return bank.ledger().get(id);
  }

  public LedgerOperation latest() {
    return operations().getFirst();
  }

  /** The customer opens the payment on the phone. */
  public LedgerOperation scan(long id) {
    return bank.ledger().scan(id);
  }

  /** The customer pays; also when the operation has ended, which is paying late. */
  public LedgerOperation pay(long id) {
    return bank.ledger().pay(id);
  }

  /** The customer pays, and the bank takes another sum than it was asked for. */
  public LedgerOperation pay(long id, long tiyn) {
    return bank.ledger().pay(id, tiyn);
  }

  /**
   * Somebody pays to the sticker of this cashier's shop: money without an invoice.
   *
   * @param phone of the cashier, ten digits
   * @param source the bank's word for what it was paid from, {@code GOLD}
   */
  public LedgerOperation sticker(String phone, long tiyn, String source) {
    return bank.ledger().sticker(BankSessions.profile(phone), tiyn, source);
  }

  /** What the customer of an operation pays from. */
  public void source(long id, String word) {
    bank.ledger().source(id, word);
  }

  public LedgerOperation decline(long id) {
    return bank.ledger().decline(id);
  }

  /** The time of the operation runs out now. */
  public LedgerOperation expire(long id) {
    return bank.ledger().expire(id);
  }

  public LedgerOperation fail(long id) {
    return status(id, Words.FAILED);
  }

  public LedgerOperation status(long id, String word) {
    return bank.ledger().set(id, word);
  }

  /**
   * The merchant gives money back in the phone's application.
   *
   * @throws IllegalStateException when less is left
   */
  public LedgerOperation.Return refund(long id, long tiyn) {
    return bank.ledger().giveBack(id, tiyn, true);
  }

  /** Names the owner of a phone number; an empty name makes it nobody's. */
  public void payer(String phone, String name) {
    bank.payers().name(phone, name);
  }

  /** The next call of this path goes wrong once. */
  public void fault(String path, Fault fault) {
    fault(path, fault, 1);
  }

  /**
   * Calls of this path go wrong.
   *
   * @param path one of {@link duken.simulator.cashier.CashierPaths}, or {@link
   *     FaultBook#EVERYWHERE}
   * @param times how often, or {@link Fault#FOREVER}
   */
  public void fault(String path, Fault fault, int times) {
    bank.faults().add(path, fault, times);
  }

  /** Faults wait no more; what is held in a black hole stays there. */
  public void clearFaults() {
    bank.faults().clear(FaultBook.EVERYWHERE);
  }

  /** Lets go what is held in a black hole. */
  public void release() {
    bank.faults().release();
  }

  /** Connections are refused as if no bank were there, and those that stand are reset. */
  public void refuseConnections() {
    listener.shut();
  }

  /** Connections are accepted again, on the same port. */
  public void acceptConnections() {
    listener.open();
  }

  /** Moves the time operations live in; signatures and one-time codes keep theirs. */
  public void advance(Duration time) {
    bank.time().advance(time);
  }

  /** Sets the bank's wall clock off: answers are stamped by it, signatures judged by it. */
  public void skew(Duration difference) {
    bank.time().skew(difference);
  }

  /** Another phone signs in with this number (ten digits): its token is dead. */
  public boolean evict(String phone) {
    return bank.bankSessions().evict(phone);
  }

  /** The token of this number (ten digits) runs out; no other phone signed in. */
  public boolean end(String phone) {
    return bank.bankSessions().end(phone);
  }

  /** Every token is dead. */
  public void evictAll() {
    bank.bankSessions().evictAll();
  }

  /** What no client may leave in the clear in its files or its log. */
  public List<String> secrets() {
    return bank.bankSessions().secrets();
  }

  /** What was asked and done. */
  public Counts counts() {
    return bank.tally().counts();
  }

  /** When somebody asked for an operation's status, by the bank's wall clock. */
  public List<Instant> polls(long id) {
    return bank.tally().polls(id);
  }

  /** Starts to count anew and forgets refusals. */
  public void forget() {
    bank.tally().clear();
    bank.refusals().clear();
  }

  /** Every refusal with its reason, oldest first. */
  public List<BankRefusal> refusals() {
    return bank.refusals().list();
  }

  /** Refusals because the caller broke the wire contract: a good client has none. */
  public List<BankRefusal> breaches() {
    return refusals().stream().filter(BankRefusal::breach).toList();
  }

  /** Ends: connections are reset, everything that waits is let go. */
  @Override
  public void close() {
    bank.faults().end();
    listener.close();
  }
}
