package duken.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duken.domain.DomainRefusal;
import duken.domain.Mode;
import duken.domain.marketplace.MarketplaceOrder.Canonical;
import duken.domain.tenant.Tenant;
import duken.engine.SettableClock;
import duken.marketplace.ImportProgress.State;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ProviderVault;
import duken.provider.marketplace.Deadline;
import duken.provider.marketplace.MarketplaceModule;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.simulator.marketplace.MarketplaceSimulator;
import duken.simulator.marketplace.MarketplaceSimulator.Fault;
import duken.simulator.marketplace.ShopOrder;
import duken.store.MarketplaceOrders;
import duken.store.Scope;
import duken.store.Store;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When orders are looked at, against a fake shop and with a clock that is moved. */
class OrderScheduleTest {

  private static final Instant START = Instant.parse("2026-05-14T09:30:00Z");

  private final SettableClock clock = new SettableClock();
  private final Store store = TestStores.h2InMemoryOrTempFile();
  private final MarketplaceModule module = new MarketplaceModule(new Vault(), clock);
  private final Buyers buyers = new Buyers(store, box(), Duration.ofDays(90), clock);
  private final PatientReads reads = new PatientReads(module.feed(), Duration.ofMillis(1));
  private final OrderImport imports =
      new OrderImport(store, module.feed(), new OrderStore(store, buyers, clock), reads, clock);
  private final OrderSchedule schedule =
      new OrderSchedule(store, module.feed(), imports, buyers, clock);
  private MarketplaceSimulator kaspi;
  private long shop;

  @BeforeEach
  void connect() throws IOException {
    clock.set(START);
    kaspi = MarketplaceSimulator.start(0, Clock.systemUTC());
    Tenant tenant = new Tenant(0, "Кофейня", "Asia/Almaty", false, START);
    shop = store.write(tx -> tx.tenants().insert(tenant)).id();
    connect(shop, kaspi, MarketplaceSimulator.TOKEN);
  }

  @AfterEach
  void close() {
    reads.close();
    kaspi.close();
    assertThat(schedule.awaitQuiet(Duration.ofSeconds(60))).isTrue();
    module.close();
    store.close();
  }

  @Test
  void anOrderHandedOverWeeksAgoIsStillSeenToBeReturned() {
    ShopOrder order = kaspi.add("ARCHIVE", "COMPLETED", START.minus(Duration.ofDays(2)));
    round();
    assertThat(meaning(order)).isEqualTo(Canonical.COMPLETED);
    clock.pass(Duration.ofDays(30));
    kaspi.set(order.code(), "ARCHIVE", "RETURNED");
    round();

    assertThat(meaning(order)).isEqualTo(Canonical.REFUNDED);
  }

  @Test
  void withoutOldOrdersNothingIsAskedBeyondTheUsualWindow() {
    kaspi.add("ARCHIVE", "COMPLETED", START.minus(Duration.ofDays(2)));
    round();
    int calls = kaspi.calls().size();
    clock.pass(Duration.ofSeconds(1));
    round();

    assertThat(kaspi.calls()).hasSize(calls);
  }

  @Test
  void aClockThatIsSetBackStopsNoImport() {
    clock.pass(Duration.ofDays(400));
    round();
    clock.set(START);
    ShopOrder order = kaspi.add("PICKUP", "ACCEPTED_BY_MERCHANT", START.minus(Duration.ofHours(1)));
    round();

    assertThat(has(shop, order)).isTrue();
  }

  @Test
  void aBuyerIsForgottenWithTheRetentionAndDoesNotComeBack() {
    ShopOrder order = kaspi.add("PICKUP", "ACCEPTED_BY_MERCHANT", START.minus(Duration.ofDays(1)));
    round();
    assertThat(buyers.of(shop, order.id()).orElseThrow().phone())
        .isEqualTo(MarketplaceSimulator.PHONE);
    clock.pass(Duration.ofDays(90));
    round();
    clock.pass(Duration.ofMinutes(20));
    round();

    assertThat(buyers.of(shop, order.id())).isEmpty();
    assertThat(meaning(order)).isEqualTo(Canonical.PENDING);
  }

  @Test
  void anImportThatWasStoppedGoesOnWhereItWas() {
    IntStream.range(0, 600)
        .forEach(i -> kaspi.add("ARCHIVE", "COMPLETED", START.minus(Duration.ofHours(i))));
    Instant from = START.minus(Duration.ofDays(30));
    CompletableFuture<ImportProgress> running =
        CompletableFuture.supplyAsync(
            () -> imports.older(shop, from, Deadline.none()),
            work -> Thread.ofVirtual().start(work));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> imports.progress(shop).filter(it -> it.seen() > 0).isPresent());
    imports.stop(shop);

    assertThat(running.join().state()).isEqualTo(State.STOPPED);
    assertThat(count()).isBetween(1L, 599L);
    assertThat(imports.older(shop, from, Deadline.none()).state()).isEqualTo(State.DONE);
    assertThat(count()).isEqualTo(600);
    assertThat(imports.importedFrom(shop)).contains(from);
  }

  @Test
  void aShopWhoseKaspiIsSilentMakesNoOtherWait() {
    kaspi.fault(new MarketplaceSimulator.Fault("GET", false, -1));
    int calls = kaspi.calls().size();
    schedule.round();
    await().atMost(Duration.ofSeconds(60)).until(() -> kaspi.calls().size() > calls);
    try (MarketplaceSimulator other = MarketplaceSimulator.start(0, Clock.systemUTC())) {
      Tenant tenant = new Tenant(0, "Другая", "Asia/Almaty", false, START);
      long second = store.write(tx -> tx.tenants().insert(tenant)).id();
      ShopOrder order = other.add("NEW", "APPROVED_BY_BANK", START.minus(Duration.ofDays(1)));
      connect(second, other, MarketplaceSimulator.TOKEN_OF_SEVERAL);
      schedule.round();

      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> store.read(tx -> tx.marketplaceOrders().find(second, order.id())).isPresent());
      assertThat(imports.progress(shop).orElseThrow().state()).isEqualTo(State.RUNNING);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoeverWaitsIsToldOfASilentKaspiAfterOneAttemptAndTheLoopTriesFourTimes() {
    connect(shop, kaspi, MarketplaceSimulator.TOKEN);
    kaspi.fault(new Fault("GET", false, 0, "", true));
    int calls = kaspi.calls().size();

    assertThat(imports.recent(shop, true, Deadline.in(Duration.ofSeconds(20))).state())
        .isEqualTo(State.SILENT);
    assertThat(kaspi.calls()).hasSize(calls + 1);
    assertThat(imports.recent(shop, true, Deadline.none()).state()).isEqualTo(State.SILENT);
    assertThat(kaspi.calls()).hasSize(calls + 5);
  }

  @Test
  void aHangingKaspiHoldsWhoeverWaitsNoLongerThanTheirDeadline() {
    kaspi.fault(new Fault("GET", false, -1, "", true));
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", START);
    Deadline soon = Deadline.in(Duration.ofMillis(300));
    CompletableFuture<ImportProgress> first =
        CompletableFuture.supplyAsync(
            () -> imports.recent(shop, true, soon), work -> Thread.ofVirtual().start(work));

    assertThat(first).succeedsWithin(Duration.ofSeconds(5));
    assertThat(first.join().state()).isEqualTo(State.SILENT);
    assertThatThrownBy(
            () ->
                new OrderLookup(
                        store,
                        module.feed(),
                        new OrderStore(store, buyers, clock),
                        imports,
                        reads,
                        clock)
                    .find(
                        new Scope(shop, Mode.LIVE),
                        order.code(),
                        Deadline.in(Duration.ofMillis(5_300))))
        .isInstanceOf(DomainRefusal.class)
        .extracting("reason")
        .isEqualTo(DomainRefusal.Reason.PROVIDER_TIMEOUT);
  }

  @Test
  void aTokenThatKaspiSlowsDownHoldsUpNoOther() {
    long second =
        store
            .write(tx -> tx.tenants().insert(new Tenant(0, "Другая", "Asia/Almaty", false, START)))
            .id();
    connect(second, kaspi, MarketplaceSimulator.TOKEN_OF_SEVERAL);
    ShopOrder order = kaspi.add("NEW", "APPROVED_BY_BANK", START.minus(Duration.ofDays(1)));
    for (int status : new int[] {429, 503}) {
      kaspi.fault(new Fault("GET", false, status, MarketplaceSimulator.TOKEN, true));
      clock.pass(Duration.ofMinutes(20));
      round();

      assertThat(imports.progress(shop).orElseThrow().state()).isEqualTo(State.SILENT);
      assertThat(imports.progress(second).orElseThrow().state()).isEqualTo(State.DONE);
      assertThat(has(second, order)).isTrue();
      assertThat(has(shop, order)).isFalse();
      kaspi.clearFaults();
    }
    clock.pass(Duration.ofMinutes(20));
    round();
    assertThat(has(shop, order)).isTrue();
  }

  private void round() {
    schedule.round();
    assertThat(schedule.awaitQuiet(Duration.ofSeconds(60))).isTrue();
  }

  private void connect(long tenantId, MarketplaceSimulator at, String token) {
    Map<String, String> values =
        Map.of(
            "KASPI_MERCHANT_TOKEN",
            token,
            "KASPI_MERCHANT_UID",
            MarketplaceSimulator.UID,
            "KASPI_MERCHANT_BASE_URL",
            at.url().toString());
    assertThat(module.connector().connect(tenantId, values, _ -> {}))
        .isInstanceOf(ConnectOutcome.Connected.class);
  }

  private Canonical meaning(ShopOrder order) {
    return store
        .read(tx -> tx.marketplaceOrders().find(shop, order.id()))
        .orElseThrow()
        .canonical();
  }

  private boolean has(long tenantId, ShopOrder order) {
    return store.read(tx -> tx.marketplaceOrders().find(tenantId, order.id())).isPresent();
  }

  private long count() {
    MarketplaceOrders.Query all =
        new MarketplaceOrders.Query(Set.of(), Set.of(), Set.of(), null, null, null, 1, 0);
    return store.read(tx -> tx.marketplaceOrders().list(shop, all)).total();
  }

  private static SecretBox box() {
    SecureRandom random = new SecureRandom();
    return new SecretBox(MasterKey.mint(random), random);
  }

  /** Secrets in memory. */
  private static final class Vault implements ProviderVault {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public Optional<String> load(long tenantId, String name) {
      return Optional.ofNullable(secrets.get(tenantId + name));
    }

    @Override
    public void save(long tenantId, String name, String secret) {
      secrets.put(tenantId + name, secret);
    }

    @Override
    public void delete(long tenantId, String name) {
      secrets.remove(tenantId + name);
    }
  }
}
