package duken.provider.cashier.sale;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.engine.SettableClock;
import duken.engine.Shop;
import duken.provider.PaymentProvider;
import duken.provider.SignInOutcome;
import duken.provider.cashier.CashierModule;
import duken.provider.cashier.session.SessionVault;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.wire.Coordinates;
import duken.simulator.BankSimulator;
import duken.simulator.SimulatorOptions;
import duken.simulator.ledger.LedgerOperation;
import duken.store.Store;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A shop whose live provider leads to a bank on this computer that speaks the real protocol. */
public final class CashierShop implements AutoCloseable {

  static final Phone CASHIER = new Phone("7010000001");
  static final String CODE = "1234";

  public final BankSimulator bank;
  final CashierModule provider;
  public final Shop shop;
  final Map<String, String> vault;
  private final Path ledger;
  private final Map<String, String> settings;

  private CashierShop(
      BankSimulator bank,
      CashierModule provider,
      Shop shop,
      Map<String, String> vault,
      Path ledger,
      Map<String, String> settings) {
    this.bank = bank;
    this.provider = provider;
    this.shop = shop;
    this.vault = vault;
    this.ledger = ledger;
    this.settings = settings;
  }

  /**
   * Opens it; nobody is signed in.
   *
   * @param settings beside the bank's addresses, without {@code cashier.}
   */
  public static CashierShop open(Path ledger, Map<String, String> settings) {
    return open(ledger, settings, TestStores.h2InMemoryOrTempFile());
  }

  /** The same on this store. */
  static CashierShop open(Path ledger, Map<String, String> settings, Store store) {
    SettableClock clock = new SettableClock();
    BankSimulator bank;
    try {
      bank = BankSimulator.start(SimulatorOptions.standard(), watch(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> vault = new ConcurrentHashMap<>();
    CashierModule provider = provider(bank, clock, vault, settings);
    Shop shop = Shop.open(store, ledger, clock, provider.signIn(), provider.provider());
    return new CashierShop(bank, provider, shop, vault, ledger, settings);
  }

  /** The same shop after a restart: all that was kept in memory is gone. */
  CashierShop reopened() {
    CashierModule fresh = provider(bank, shop.clock, vault, settings);
    return new CashierShop(
        bank,
        fresh,
        Shop.reopen(shop, ledger, fresh.signIn(), fresh.provider()),
        vault,
        ledger,
        settings);
  }

  /** Signs the cashier in. */
  public CashierShop signedIn() {
    SignInOutcome sent = provider.signIn().sendCode(tenant(), CASHIER);
    if (!(sent instanceof SignInOutcome.CodeSent)) {
      throw new AssertionError("no code was sent: " + sent + " " + bank.refusals());
    }
    SignInOutcome done = provider.signIn().enterCode(tenant(), CODE);
    if (!(done instanceof SignInOutcome.Connected)) {
      throw new AssertionError("not connected: " + done + " " + bank.refusals());
    }
    return this;
  }

  /** The provider that leads to the bank. */
  public PaymentProvider provider() {
    return provider.provider();
  }

  public long tenant() {
    return shop.live.tenantId();
  }

  public Invoice qr() {
    return shop.liveQr();
  }

  Invoice bill() {
    return shop.liveBill();
  }

  /** The bank's newest operation of this kind. */
  public LedgerOperation atBank(PaymentKind kind) {
    return bank.operations().stream()
        .filter(it -> it.customer().phone().isEmpty() == (kind == PaymentKind.QR))
        .findFirst()
        .orElseThrow();
  }

  public InvoiceStatus status(Invoice invoice) {
    return shop.status(invoice);
  }

  /** Lets time pass in steps, doing what is due after each. */
  void live(Duration time, Duration step) {
    Instant end = shop.clock.instant().plus(time);
    while (shop.clock.instant().isBefore(end)) {
      shop.passAndRound(step);
    }
  }

  @Override
  public void close() {
    shop.close();
    provider.close();
    bank.close();
  }

  private static CashierModule provider(
      BankSimulator bank,
      SettableClock clock,
      Map<String, String> vault,
      Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("entrance-url", bank.url().toString());
    all.put("mtoken-url", bank.url().toString());
    all.put("qrpay-url", bank.url().toString());
    all.put("call-timeout-seconds", "2");
    all.put("connect-timeout-seconds", "2");
    all.putAll(settings);
    CashierSettings read =
        CashierSettings.from(
            key -> Optional.ofNullable(all.get(key.substring("cashier.".length()))));
    return new CashierModule(
        read,
        new MapVault(vault),
        _ -> Optional.of(new Coordinates(new BigDecimal("43.2389"), new BigDecimal("76.8897"))),
        watch(clock),
        new SecureRandom());
  }

  private static Clock watch(SettableClock clock) {
    return new Clock() {
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
        return clock.instant();
      }
    };
  }

  /** Survives the restart of everything around it. */
  private record MapVault(Map<String, String> kept) implements SessionVault {

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
}
