package duken.simulator.marketplace;

import duken.simulator.ledger.BankTime;
import duken.simulator.wire.HttpListener;
import duken.simulator.wire.Pause;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import duken.simulator.wire.Sending;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The fake Kaspi shop on 127.0.0.1. Its operator's page is at {@code /}. */
public final class MarketplaceSimulator implements AutoCloseable {

  /** The token of an account with one shop. */
  public static final String TOKEN = "duken-merchant-token";

  /** The token of an account with several shops: it needs {@link #UID}. */
  public static final String TOKEN_OF_SEVERAL = "duken-several-shops-token";

  /** Number of the shop. */
  public static final String UID = "30001";

  /** First name of every buyer: personal. */
  public static final String BUYER = "Canarybuyer";

  /** Phone of every buyer: personal. */
  public static final String PHONE = "7015550199";

  /** Address of every buyer: personal. */
  public static final String STREET = "Canary street 77";

  static final String BASE = "/shop/api/v2";
  private static final Duration HANG = Duration.ofSeconds(60);

  private final ShopBook book = new ShopBook();
  private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicBoolean revoked = new AtomicBoolean();
  private final BankTime time;
  private final Pause pause = new Pause();
  private final ShopApi api;
  private final MarketplaceControl control;
  private final HttpListener listener;

  private MarketplaceSimulator(int port, Clock clock) throws IOException {
    time = new BankTime(clock);
    api = new ShopApi(book, () -> time.business().toEpochMilli(), revoked::get);
    control = new MarketplaceControl(this);
    listener = new HttpListener(port, this::respond, pause);
    listener.start();
  }

  /**
   * Something that goes wrong.
   *
   * @param method of the call it waits for
   * @param afterEffect whether the call is carried out before
   * @param status of the answer; 0 resets the connection, -1 never answers
   * @param token whose calls it waits for; empty: everybody's
   * @param isLasting whether it goes wrong until faults are cleared, not once
   */
  public record Fault(
      String method, boolean afterEffect, int status, String token, boolean isLasting) {

    /** One that goes wrong once, for anybody. */
    public Fault(String method, boolean afterEffect, int status) {
      this(method, afterEffect, status, "", false);
    }

    boolean isOf(Request request) {
      return request.method().equals(method)
          && (token.isEmpty() || request.header("X-Auth-Token").filter(token::equals).isPresent());
    }
  }

  /**
   * Starts it without orders.
   *
   * @param port 0 takes a free one
   * @throws IOException when the port is taken
   */
  public static MarketplaceSimulator start(int port, Clock clock) throws IOException {
    return new MarketplaceSimulator(port, clock);
  }

  /** Where the API is, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.port() + BASE);
  }

  /** Where the operator's page is. */
  public URI page() {
    return URI.create("http://127.0.0.1:" + listener.port() + "/");
  }

  /** A new order. */
  public ShopOrder add(String state, String status, Instant created) {
    return add(state, status, created, false, false);
  }

  /** A new order of a kind. */
  public ShopOrder add(
      String state, String status, Instant created, boolean kaspiDelivery, boolean preOrder) {
    return book.add(
        state, status, new BigDecimal("18500.0"), created.toEpochMilli(), kaspiDelivery, preOrder);
  }

  /** A new order, made now. */
  public ShopOrder order(boolean kaspiDelivery, boolean preOrder) {
    return add("NEW", "APPROVED_BY_BANK", time.business(), kaspiDelivery, preOrder);
  }

  /** Sets any words; an empty state stays. */
  public ShopOrder set(String code, String state, String status) {
    return book.set(code, state, status);
  }

  /** An order. */
  public ShopOrder get(String code) {
    return book.withCode(code).orElseThrow(() -> new NoSuchElementException("no order " + code));
  }

  /** All orders, newest first. */
  public List<ShopOrder> orders() {
    return book.all();
  }

  /** The code the buyer of an order got. */
  public Optional<String> securityCode(String code) {
    return book.codeOf(get(code).id());
  }

  /** Waits for this to go wrong. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** Nothing waits to go wrong any more. */
  public void clearFaults() {
    faults.clear();
  }

  /** Whether every token is refused. */
  public void revoke(boolean all) {
    revoked.set(all);
  }

  /** Every call so far: the method and the path. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** How many calls there were at the same time at the most. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** Ends every wait. */
  @Override
  public void close() {
    listener.close();
  }

  int port() {
    return listener.port();
  }

  private Sending respond(Request request) {
    if (control.owns(request)) {
      return new Sending.Whole(control.respond(request));
    }
    calls.add(request.method() + " " + request.path());
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      return answer(request);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private Sending answer(Request request) {
    Optional<Fault> fault = faults.stream().filter(one -> one.isOf(request)).findFirst();
    fault.filter(one -> !one.isLasting()).ifPresent(faults::remove);
    if (fault.isEmpty()) {
      return new Sending.Whole(api.answer(request));
    }
    if (fault.get().afterEffect()) {
      api.answer(request);
    }
    int status = fault.get().status();
    if (status < 0) {
      pause.take(HANG);
      return new Sending.Close();
    }
    Reply error = ShopApi.error(status, "a fault");
    return status == 0
        ? new Sending.Reset()
        : new Sending.Whole(status / 100 == 3 ? error.with("Location", url() + "/away") : error);
  }
}
