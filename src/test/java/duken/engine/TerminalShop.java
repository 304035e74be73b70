package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Refund;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ProviderVault;
import duken.provider.smartpos.SmartPosModule;
import duken.provider.smartpos.SmartPosSettings;
import duken.simulator.smartpos.TerminalSimulator;
import duken.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** A shop with a terminal on the counter, both on one clock that stands still. */
final class TerminalShop implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final SettableClock clock = new SettableClock();
  final TerminalSimulator terminal;
  final Map<String, String> kept = new ConcurrentHashMap<>();
  Shop shop;
  SmartPosModule module;
  private final Path ledger;

  TerminalShop(Store store, Path ledger) throws IOException {
    this.ledger = ledger;
    terminal = TerminalSimulator.start(0, following(clock));
    module = module();
    shop = Shop.open(store, ledger, clock, null, module.provider());
  }

  private SmartPosModule module() {
    SmartPosSettings patient = new SmartPosSettings(PATIENCE, PATIENCE, PATIENCE, false);
    return new SmartPosModule(patient, vault(), clock, new Random(1));
  }

  /** Pairs it; somebody at the terminal presses allow. */
  TerminalShop paired() {
    terminal.set("pairing", "allow");
    assertThat(connect()).isInstanceOf(ConnectOutcome.Connected.class);
    return this;
  }

  ConnectOutcome connect() {
    return module.connector().connect(tenant(), Map.of("address", terminal.address()), _ -> {});
  }

  /** Pairs one more terminal, or the same at another place, under this name. */
  ConnectOutcome connect(String address, String till) {
    return module
        .connector()
        .connect(
            tenant(),
            till == null ? Map.of("address", address) : Map.of("address", address, "name", till),
            _ -> {});
  }

  /** Sells at the terminal of this till. */
  Invoice sellAt(String till, long tenge) {
    return shop.engine
        .invoiceService()
        .create(shop.live, Shop.order(PaymentKind.TERMINAL, null, Money.ofTenge(tenge)).on(till));
  }

  /** All that was in memory is gone. */
  void restart() {
    module = module();
    shop = Shop.reopen(shop, ledger, module.provider());
  }

  long tenant() {
    return shop.live.tenantId();
  }

  Invoice sell(long tenge) {
    return shop.engine
        .invoiceService()
        .create(shop.live, Shop.order(PaymentKind.TERMINAL, null, Money.ofTenge(tenge)));
  }

  /** A moment later the engine asks. */
  Invoice asked(long invoiceId) {
    return asked(invoiceId, Duration.ofSeconds(1));
  }

  Invoice asked(long invoiceId, Duration later) {
    clock.pass(later);
    shop.engine.invoiceService().check(shop.live, List.of(invoiceId));
    assertThat(shop.engine.poller().awaitQuiet(PATIENCE)).isTrue();
    return stored(invoiceId);
  }

  /** Time goes on, and the poller does what is due: nobody waits for an answer. */
  Invoice later(long invoiceId, Duration later) {
    clock.pass(later);
    shop.engine.poller().round();
    assertThat(shop.engine.poller().awaitQuiet(PATIENCE)).isTrue();
    return stored(invoiceId);
  }

  Invoice stored(long invoiceId) {
    return shop.store.read(tx -> tx.invoices().find(invoiceId)).orElseThrow();
  }

  Refund refundedLater(long invoiceId, Duration later) {
    clock.pass(later);
    shop.engine.crashRecovery().round();
    return shop.store.read(tx -> tx.refunds().of(invoiceId)).getLast();
  }

  @Override
  public void close() {
    shop.close();
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

  static Clock following(SettableClock clock) {
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
}
