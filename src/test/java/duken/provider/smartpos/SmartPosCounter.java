package duken.provider.smartpos;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import duken.provider.RefundRequest;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ProviderVault;
import duken.simulator.smartpos.TerminalSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The provider with one shop, paired with a terminal on loopback; its clock goes on by itself. */
final class SmartPosCounter implements AutoCloseable {

  static final long TENANT = 7;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-14T14:30:00Z"));
  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private int tries;
  final TerminalSimulator terminal;
  private SmartPosModule module;

  SmartPosCounter() {
    try {
      terminal = TerminalSimulator.start(0, new Ticking());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.set("pairing", "allow");
    restart();
  }

  /** All that was in memory is gone. */
  void restart() {
    module =
        new SmartPosModule(
            new SmartPosSettings(PATIENCE, PATIENCE, PATIENCE, false),
            vault(),
            now::get,
            new Random(1));
  }

  SmartPosCounter paired() {
    assertThat(pair("Till-1")).isInstanceOf(ConnectOutcome.Connected.class);
    return this;
  }

  ConnectOutcome pair(String till) {
    return module
        .connector()
        .connect(TENANT, Map.of("address", terminal.address(), "name", till), _ -> {});
  }

  PaymentProvider provider() {
    return module.provider();
  }

  String trouble() {
    return module.connector().report(TENANT).trouble();
  }

  int calls(String call) {
    return terminal.calls().getOrDefault(call, 0);
  }

  void later(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }

  PaymentRequest request(long tenge) {
    tries++;
    return new PaymentRequest(
        TENANT,
        tries,
        PaymentKind.TERMINAL,
        Money.ofTenge(tenge),
        "mark" + tries,
        new PaymentRequest.Customer(null, null, "http://127.0.0.1/pay/x"),
        new PaymentRequest.Life(now.get().plus(Duration.ofDays(1)), now.get()));
  }

  /** What asks about a payment, a second later: the terminal is never asked twice at once. */
  PaymentRef ref(OpenedPayment opened) {
    later(Duration.ofSeconds(1));
    return new PaymentRef(TENANT, PaymentKind.TERMINAL, opened.operationId(), now.get());
  }

  ProviderReading read(OpenedPayment opened) {
    return provider().read(ref(opened));
  }

  OpenedPayment open(long tenge) {
    return ((ProviderReply.Accepted<OpenedPayment>) provider().open(request(tenge))).value();
  }

  /** A payment by card. */
  RefundRequest paid(long tenge, long back) {
    OpenedPayment opened = open(tenge);
    terminal.act("card");
    ProviderReading.Paid paid = (ProviderReading.Paid) read(opened);
    return new RefundRequest(
        ref(opened), ++tries, Money.ofTenge(back), Money.ZERO, null, paid.details(), null);
  }

  @Override
  public void close() {
    terminal.close();
  }

  private ProviderVault vault() {
    return new ProviderVault() {
      @Override
      public Optional<String> load(long tenantId, String name) {
        return Optional.ofNullable(kept.get(tenantId + name));
      }

      @Override
      public void save(long tenantId, String name, String secret) {
        kept.put(tenantId + name, secret);
      }

      @Override
      public void delete(long tenantId, String name) {
        kept.remove(tenantId + name);
      }
    };
  }

  private final class Ticking extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
