package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReply;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ProviderVault;
import duken.provider.kaspipay.account.KaspiPaySettings;
import duken.simulator.kaspipay.BankShop;
import duken.simulator.kaspipay.KaspiPaySimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Three shops, one on each scheme, at a fake bank with real mutual TLS; no database. */
final class KaspiPayShop implements AutoCloseable {

  static final long BASIC = 1;
  static final long STANDARD = 2;
  static final long ENHANCED = 3;
  private static final long ANOTHER = 4;

  private static final String PASSWORD = "pass word-ä";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final Clock clock = new MovedClock();

  final KaspiPaySimulator bank;
  private final KaspiPayModule module;
  private final String certificate;
  private int tries;

  KaspiPayShop() {
    this(BankShop.standard(), KaspiPaySettings.standard());
  }

  /** Connected at the first trade point of this organisation. */
  KaspiPayShop(BankShop organisation, KaspiPaySettings settings) {
    try {
      bank = KaspiPaySimulator.start(0, organisation, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    module = new KaspiPayModule(settings, new OpenVault(), clock, new SecureRandom());
    certificate =
        Base64.getEncoder()
            .encodeToString(bank.authority().client("shop", PASSWORD, Duration.ofDays(365)));
    connect(BASIC, "r1");
    connect(STANDARD, "r2");
    connect(ENHANCED, "r3");
  }

  private void connect(long tenantId, String scheme) {
    assertThat(connected(tenantId, scheme, bank.base(scheme), Map.of()))
        .isInstanceOf(ConnectOutcome.Connected.class);
  }

  /** How it ends to connect one more shop at this address. */
  ConnectOutcome connected(String scheme, URI at) {
    return connected(ANOTHER, scheme, at, Map.of());
  }

  /** How it ends to connect a shop with these values beside the usual ones. */
  ConnectOutcome connected(long tenantId, String scheme, URI at, Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    values.put("scheme", scheme);
    values.put("url", at.toString());
    values.put("trust", bank.authority().pem());
    if (scheme.equals("r1")) {
      values.put("api-key", bank.shop().apiKey());
    } else {
      values.put("certificate", certificate);
      values.put("password", PASSWORD);
    }
    if (scheme.equals("r3")) {
      values.put("bin", bank.shop().bin());
    }
    values.put("trade-point", Collections.min(bank.shop().tradePoints().keySet()).toString());
    values.putAll(more);
    return module.connector().connect(tenantId, values, _ -> {});
  }

  PaymentProvider provider() {
    return module.provider();
  }

  void later(Duration by) {
    now.updateAndGet(it -> it.plus(by));
  }

  PaymentRequest request(long tenantId, PaymentKind kind, Money amount) {
    return new PaymentRequest(
        tenantId,
        42,
        kind,
        amount,
        "mark" + ++tries,
        new PaymentRequest.Customer(
            kind == PaymentKind.PHONE ? Phone.parse("87011234567") : null,
            "Two coffees",
            "http://127.0.0.1/pay/x"),
        new PaymentRequest.Life(clock.instant().plus(Duration.ofMinutes(20)), clock.instant()));
  }

  OpenedPayment open(long tenantId, PaymentKind kind, Money amount) {
    return ((ProviderReply.Accepted<OpenedPayment>)
            provider().open(request(tenantId, kind, amount)))
        .value();
  }

  PaymentRef ref(long tenantId, PaymentKind kind, OpenedPayment opened) {
    return new PaymentRef(tenantId, kind, opened.operationId(), clock.instant());
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

  private final class MovedClock extends Clock {
    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
