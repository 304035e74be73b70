package duken.provider.epay;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReply;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ProviderVault;
import duken.provider.callback.CallbackVerifier;
import duken.provider.epay.account.EpaySettings;
import duken.simulator.epay.EpayOptions;
import duken.simulator.epay.EpaySimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A shop whose terminal stands at a fake provider; no database, a clock that is moved by hand. */
final class EpayShop implements AutoCloseable {

  static final long TENANT = 7;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));
  private final Clock clock = new Moved();

  final RememberedPayments payments = new RememberedPayments();
  final EpaySimulator bank;
  final EpayModule module;

  private int tries;

  EpayShop() {
    this(EpaySettings.standard());
  }

  EpayShop(EpaySettings settings) {
    try {
      bank = EpaySimulator.start(0, EpayOptions.standard(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    module =
        new EpayModule(
            settings, new OpenVault(), () -> List.of(TENANT), payments, clock, new SecureRandom());
    connect(Map.of());
  }

  /** Connects with what the provider gave, changed so. */
  ConnectOutcome connect(Map<String, String> changes) {
    return module.connector().connect(TENANT, values(changes), _ -> {});
  }

  private Map<String, String> values(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>();
    EpayOptions options = EpayOptions.standard();
    values.put("KASPI_CLIENT_ID", options.client().clientId());
    values.put("KASPI_CLIENT_SECRET", options.client().clientSecret());
    values.put("KASPI_TERMINAL_ID", options.client().terminalId());
    values.put("KASPI_WEBHOOK_SECRET", options.webhookSecret());
    values.put("KASPI_API_BASE_URL", bank.url().toString());
    values.put("KASPI_CALLBACK_BASE_URL", "https://pay.example.test");
    values.putAll(changes);
    return values;
  }

  PaymentProvider provider() {
    return module.provider();
  }

  CallbackVerifier verifier() {
    return module.verifier();
  }

  Clock clock() {
    return clock;
  }

  void later(Duration by) {
    now.updateAndGet(it -> it.plus(by));
  }

  PaymentRequest request(Money amount) {
    return request(PaymentKind.QR, amount);
  }

  /** Connects with what invoice links want. */
  ConnectOutcome connectLinks() {
    return connect(
        Map.of(
            "KASPI_INVOICE_SHOP_ID", EpayOptions.SHOP_ID,
            "KASPI_INVOICE_USERNAME", EpayOptions.USERNAME,
            "KASPI_INVOICE_PASSWORD", EpayOptions.PASSWORD));
  }

  PaymentRequest request(PaymentKind kind, Money amount) {
    return new PaymentRequest(
        TENANT,
        42,
        kind,
        amount,
        "mark" + ++tries,
        new PaymentRequest.Customer(null, "Two coffees", "http://127.0.0.1/pay/x"),
        new PaymentRequest.Life(clock.instant().plus(Duration.ofMinutes(20)), clock.instant()));
  }

  /** A QR of this sum. */
  OpenedPayment open(Money amount) {
    return ((ProviderReply.Accepted<OpenedPayment>) provider().open(request(amount))).value();
  }

  PaymentRef ref(OpenedPayment opened) {
    return new PaymentRef(TENANT, PaymentKind.QR, opened.operationId(), clock.instant());
  }

  @Override
  public void close() {
    module.close();
    bank.close();
  }

  private static final class OpenVault implements ProviderVault {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

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
  }

  private final class Moved extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
