package duken.simulator.epay;

import duken.simulator.epay.EpayOptions.CallbackAuth;
import duken.simulator.ledger.BankTime;
import duken.simulator.wire.HeldCalls;
import duken.simulator.wire.HttpListener;
import duken.simulator.wire.Pause;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import duken.simulator.wire.Sending;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The fake provider on 127.0.0.1. Its API and its tokens are at the same address. */
public final class EpaySimulator implements AutoCloseable {

  private final AtomicReference<EpayOptions> options;
  private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final AtomicReference<String> saidAmount = new AtomicReference<>("");
  private final HeldCalls held = new HeldCalls();
  private final EpayCaller caller = new EpayCaller();
  private final BankTime time;
  private final EpayBooks books;
  private final EpayTokenDesk tokens;
  private final EpayCounter counter;
  private final EpayControl control;
  private final HttpListener listener;

  private EpaySimulator(int port, EpayOptions start, Clock clock) throws IOException {
    options = new AtomicReference<>(start);
    time = new BankTime(clock);
    books = new EpayBooks(time);
    tokens = new EpayTokenDesk(options::get, time);
    counter = new EpayCounter(options::get, tokens, books, saidAmount::get);
    control = new EpayControl(this);
    listener = new HttpListener(port, this::respond, new Pause());
    listener.start();
  }

  /**
   * Something that goes wrong once.
   *
   * @param path beginning of the path it waits for
   * @param afterEffect whether the call is carried out before
   * @param status of the answer; 0 resets the connection, 200 is a page instead of JSON
   */
  public record Fault(String path, boolean afterEffect, int status) {}

  /**
   * Starts it.
   *
   * @param port 0 takes a free one
   * @throws IOException when the port is taken
   */
  public static EpaySimulator start(int port, EpayOptions options, Clock clock) throws IOException {
    return new EpaySimulator(port, options, clock);
  }

  /** Where it listens, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.port());
  }

  /** How it behaves now. */
  public EpayOptions options() {
    return options.get();
  }

  public void behave(UnaryOperator<EpayOptions> change) {
    options.updateAndGet(change);
  }

  /** All payments, newest first. */
  public List<EpayOperation> operations() {
    return books.list();
  }

  /** The newest payment. */
  public EpayOperation latest() {
    return books.list().getFirst();
  }

  public EpayOperation operation(long bill) {
    return books.find(bill).orElseThrow(() -> new NoSuchElementException("no bill " + bill));
  }

  /** Sets a status word; calls nobody. */
  public EpayOperation set(long bill, String word) {
    return books.set(bill, word);
  }

  /** Calls the shop about a payment as it stands; answers with the shop's HTTP status. */
  public int call(long bill) {
    return call(bill, options.get().callback(), Map.of());
  }

  /**
   * Calls the shop about a payment.
   *
   * @param changes to the message by field; an empty text leaves the field out
   */
  public int call(long bill, CallbackAuth auth, Map<String, Object> changes) {
    return send(operation(bill), auth, changes).status();
  }

  /**
   * Tells another sum than was paid in every status answer.
   *
   * @param amount in tenge, {@code none} for no sum at all, or empty text for the true one
   */
  public void sayAmount(String amount) {
    saidAmount.set(amount);
  }

  /** Waits for this to go wrong once. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** Holds the answer of the next call whose path contains this. */
  public HeldCalls.Held hold(String path, HeldCalls.Effect effect) {
    return held.hold(path, effect);
  }

  /** Nothing waits to go wrong any more. */
  public void clearFaults() {
    faults.clear();
  }

  /** Every token is dead. */
  public void endTokens() {
    tokens.end();
  }

  /** How many tokens were given for a payment. */
  public long tokensOf(String invoiceId) {
    return tokens.countOf(invoiceId);
  }

  /** Tokens no client may leave in the clear. */
  public List<String> tokens() {
    return tokens.texts();
  }

  /** What callers did that a strict provider would not take. */
  public List<String> breaches() {
    return counter.breaches();
  }

  /** Moves the time payments and tokens live in. */
  public void advance(Duration by) {
    time.advance(by);
  }

  /** Connections are refused as if nobody were there. */
  public void refuseConnections() {
    listener.shut();
  }

  /** Connections are accepted again. */
  public void acceptConnections() {
    listener.open();
  }

  @Override
  public void close() {
    held.end();
    listener.close();
    caller.close();
  }

  /**
   * The bytes of a callback about a payment.
   *
   * @param changes to the message by field; an empty text leaves the field out
   */
  public byte[] message(EpayOperation it, Map<String, Object> changes) {
    Map<String, Object> message = EpayCaller.message(it, options.get(), time.wall());
    changes.forEach(
        (name, value) -> {
          if ("".equals(value)) {
            message.remove(name);
          } else {
            message.put(name, value);
          }
        });
    return EpayReplies.JSON.writeValueAsBytes(message);
  }

  /** Sends these bytes to an address of the shop; answers with the shop's HTTP status. */
  public int deliver(String url, byte[] body, CallbackAuth auth) {
    return caller.send(url, body, auth, options.get()).status();
  }

  EpayCaller.Answer send(EpayOperation it, CallbackAuth auth, Map<String, Object> changes) {
    String url =
        it.status().equals("PAID") ? it.callback().postLink() : it.callback().failureLink();
    return caller.send(url, message(it, changes), auth, options.get());
  }

  int port() {
    return listener.port();
  }

  private Sending respond(Request request) {
    if (control.owns(request)) {
      return new Sending.Whole(control.respond(request));
    }
    Optional<Fault> fault =
        faults.stream().filter(one -> request.path().startsWith(one.path())).findFirst();
    fault.ifPresent(faults::remove);
    if (fault.isEmpty()) {
      return held.respond(request.path(), () -> counter.answer(request))
          .orElseGet(() -> new Sending.Whole(counter.answer(request)));
    }
    if (fault.get().afterEffect()) {
      counter.answer(request);
    }
    int status = fault.get().status();
    return switch (status) {
      case 0 -> new Sending.Reset();
      case 200 -> new Sending.Whole(Reply.of(200, "text/html", "<html>Maintenance</html>"));
      default -> new Sending.Whole(EpayReplies.error(status, status, "a fault"));
    };
  }
}
