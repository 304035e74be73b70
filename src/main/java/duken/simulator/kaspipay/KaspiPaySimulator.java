package duken.simulator.kaspipay;

import duken.simulator.ledger.BankTime;
import duken.simulator.wire.HeldCalls;
import duken.simulator.wire.HttpListener;
import duken.simulator.wire.Pause;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import duken.simulator.wire.Responder;
import duken.simulator.wire.Sending;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The fake bank on 127.0.0.1: a listener for each scheme (r2 and r3 let only clients of the bank's
 * own authority in, r3 only from addresses it was told of), one for all three without TLS for quick
 * trials, and a page for whoever plays the customer.
 */
public final class KaspiPaySimulator implements AutoCloseable {

  private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final AtomicReference<BankManners> manners =
      new AtomicReference<>(BankManners.standard());
  private final HeldCalls held = new HeldCalls();
  private final TestAuthority authority;
  private final BankTime time;
  private final PurchaseBooks books;
  private final BankCounter counter;
  private final BankShop shop;
  private final Pause pause;
  private final HttpListener keyed;
  private final HttpListener certified;
  private final HttpListener addressed;
  private final HttpListener plain;
  private final HttpListener page;

  private KaspiPaySimulator(int port, BankShop shop, Clock clock) throws IOException {
    this.shop = shop;
    authority = new TestAuthority(clock);
    time = new BankTime(clock);
    books = new PurchaseBooks(time);
    counter = new BankCounter(books, shop, manners::get);
    pause = new Pause();
    keyed = new HttpListener(port, of("r1"), pause, accepted -> authority.around(accepted, false));
    certified =
        new HttpListener(
            port == 0 ? 0 : port + 1,
            of("r2"),
            pause,
            accepted -> authority.around(accepted, true));
    addressed =
        new HttpListener(
            port == 0 ? 0 : port + 2, of("r3"), pause, accepted -> around(accepted, authority));
    plain = new HttpListener(port == 0 ? 0 : port + 3, this::respond, pause);
    page = new HttpListener(0, new OperatorPage(this), pause);
    keyed.start();
    certified.start();
    addressed.start();
    plain.start();
    page.start();
  }

  /**
   * Something that goes wrong once.
   *
   * @param path part of the path it waits for
   * @param afterEffect whether the call is carried out before
   * @param status HTTP status of the answer; 0 resets the connection; negative or above 599 is a
   *     StatusCode with HTTP 200; {@link #AS_USUAL} for the answer as it is
   * @param delay before it
   */
  public record Fault(String path, boolean afterEffect, long status, Duration delay) {

    /** The answer itself is not changed. */
    public static final long AS_USUAL = Long.MIN_VALUE;

    /** One that comes at once. */
    public Fault(String path, boolean afterEffect, long status) {
      this(path, afterEffect, status, Duration.ZERO);
    }
  }

  /**
   * Starts it.
   *
   * @param port of r1, the next ones are those of r2, r3 and of all without TLS; 0 takes free ones
   * @throws IOException when a port is taken
   */
  public static KaspiPaySimulator start(int port, BankShop shop, Clock clock) throws IOException {
    return new KaspiPaySimulator(port, shop, clock);
  }

  /** The whole address of a scheme up to {@code /v01}. */
  public URI base(String scheme) {
    int port =
        switch (scheme) {
          case "r1" -> keyed.port();
          case "r2" -> certified.port();
          default -> addressed.port();
        };
    return URI.create("https://127.0.0.1:" + port + "/" + scheme + "/v01");
  }

  /** The same without TLS, and so without a look at certificates and source addresses. */
  public URI plain(String scheme) {
    return URI.create("http://127.0.0.1:" + plain.port() + "/" + scheme + "/v01");
  }

  /** The operator's page. */
  public URI page() {
    return URI.create("http://127.0.0.1:" + page.port());
  }

  /** Makes certificates. */
  public TestAuthority authority() {
    return authority;
  }

  /** The merchant it knows. */
  public BankShop shop() {
    return shop;
  }

  /** All purchases, newest first. */
  public List<Purchase> purchases() {
    return books.all();
  }

  public Purchase latest() {
    return books.all().getFirst();
  }

  public void set(long id, String word) {
    books.set(id, word);
  }

  /** Returns money as the merchant would in the bank's own application. */
  public void giveBack(long id, java.math.BigDecimal sum) {
    books.giveBack(id, sum);
  }

  /** Waits for this to go wrong once. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** Holds the answer of the next call whose path contains this. */
  public HeldCalls.Held hold(String path, HeldCalls.Effect effect) {
    return held.hold(path, effect);
  }

  /** Changes how the bank writes and how fast it is. */
  public void behave(UnaryOperator<BankManners> change) {
    List<String> before = manners.get().sources();
    if (!manners.updateAndGet(change).sources().equals(before)) {
      // Connections that stand were let in under the old list.
      addressed.shut();
      addressed.open();
    }
  }

  /** Every registered cash desk is forgotten. */
  public void forgetDevices() {
    books.forgetDevices();
  }

  /** Moves the time in which purchases live. */
  public void advance(Duration by) {
    time.advance(by);
  }

  /** What callers did that a strict bank would not take. */
  public List<String> breaches() {
    return counter.breaches();
  }

  @Override
  public void close() {
    held.end();
    keyed.close();
    certified.close();
    addressed.close();
    plain.close();
    page.close();
  }

  private Responder of(String scheme) {
    return request ->
        request.path().startsWith("/" + scheme + "/")
            ? respond(request)
            : new Sending.Whole(BankWire.envelope(-999, "Сбой", null));
  }

  /** Whoever calls from an address the bank was not told of gets no connection. */
  private Socket around(Socket accepted, TestAuthority certificates) throws IOException {
    if (!manners.get().sources().contains(accepted.getInetAddress().getHostAddress())) {
      accepted.close();
      throw new IOException("a source address that was not told");
    }
    return certificates.around(accepted, true);
  }

  private Sending respond(Request request) {
    if (!manners.get().delay().isZero()) {
      pause.take(manners.get().delay());
    }
    Optional<Fault> fault =
        faults.stream().filter(it -> request.path().contains(it.path())).findFirst();
    fault.ifPresent(faults::remove);
    fault.map(Fault::delay).filter(Duration::isPositive).ifPresent(pause::take);
    if (fault.isEmpty() || fault.get().status() == Fault.AS_USUAL) {
      return held.respond(request.path(), () -> counter.answer(request))
          .orElseGet(() -> new Sending.Whole(counter.answer(request)));
    }
    if (fault.get().afterEffect()) {
      counter.answer(request);
    }
    long status = fault.get().status();
    if (status == 0) {
      return new Sending.Reset();
    }
    return new Sending.Whole(
        status < 0 || status > 599
            ? BankWire.envelope(status, "Сбой", null)
            : Reply.of((int) status, "text/html", "<html>error</html>"));
  }
}
