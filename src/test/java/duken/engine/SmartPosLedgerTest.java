package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.Refund;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.security.WebhookSecret;
import duken.security.WebhookUrlRules;
import duken.simulator.smartpos.TerminalOperation;
import duken.store.Outbox;
import duken.store.Scope;
import duken.store.WebhookConfigs.Config;
import duken.store.jdbc.TestStores;
import duken.webhook.ReceivingShop;
import duken.webhook.RetrySchedule;
import duken.webhook.Secrets;
import duken.webhook.WebhookDispatcher;
import duken.webhook.WebhookSender;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three books of one day: the terminal's ledger, the database, and what the shop's own program was
 * told by signed messages over HTTP. Every call to terminal and program may break.
 */
class SmartPosLedgerTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final List<String> FAULTS =
      List.of("", "", "", "cut-before", "cut-after", "500-before", "500-after", "html", "half");
  private static final List<String> CUSTOMERS =
      List.of(
          "qr", "card", "alaqan", "cancel", "refuse-qr", "leave", "unknown:2:qr", "unknown:1:fail");
  private static final List<String> RETURNS =
      List.of("confirm", "confirm", "cancel", "unknown:2:qr", "unknown:1:fail");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private final Random random = new Random(20_261_128);

  /** What the terminal did for which invoice. */
  private final Map<Long, List<String>> started = new LinkedHashMap<>();

  private TerminalShop it;
  private ReceivingShop program;
  private WebhookSender sender;
  private WebhookDispatcher dispatcher;

  @BeforeEach
  void open() throws IOException {
    it = new TerminalShop(TestStores.h2InMemoryOrTempFile(), folder.resolve("books")).paired();
    it.terminal.clocks(Duration.ofMinutes(2), Duration.ofDays(100));
    program = ReceivingShop.open(SECRET, it.clock);
    program.answerWith(event -> event.attempt() == 1 && random.nextInt(8) == 0 ? 500 : 200);
    SecureRandom keys = new SecureRandom();
    SecretBox box = new SecretBox(MasterKey.mint(keys), keys);
    Scope live = new Scope(it.tenant(), Mode.LIVE);
    byte[] sealed = box.seal(it.tenant(), WebhookSecret.field("live"), SECRET);
    it.shop.store.write(
        tx -> {
          List<String> events = List.of("invoice.status_changed");
          tx.webhooks()
              .save(new Config(live, program.url(), true, events, sealed, it.clock.instant()));
          return live;
        });
    sender =
        new WebhookSender(
            WebhookUrlRules.standard(),
            WebhookUrlRules.Resolver.system(),
            it.clock,
            "1",
            WebhookSender.TIME_LIMIT);
    dispatcher =
        new WebhookDispatcher(
            it.shop.store,
            new Secrets(box),
            sender,
            new RetrySchedule(true),
            it.clock,
            WebhookDispatcher.IN_FLIGHT);
    dispatcher.start();
  }

  @AfterEach
  void close() throws IOException {
    dispatcher.close();
    sender.close();
    program.close();
    it.close();
    assertThat(it.terminal.complaints()).isEmpty();
  }

  @Test
  void twoHundredSalesWithRefundsAndFaultsAreTheSameInTheLedgerTheDatabaseAndTheShopsProgram() {
    for (int i = 0; i < 200; i++) {
      long id = sale();
      Invoice ended = it.stored(id);
      if (isRefundable(ended) && random.nextBoolean()) {
        refund(ended);
      }
      if (i % 10 == 9) {
        deliver();
      }
    }

    assertThat(started).hasSize(200);
    assertThat(program.refusals()).isEmpty();
    Map<String, TerminalOperation> ledger = new LinkedHashMap<>();
    it.terminal.operations().forEach(one -> ledger.put(one.processId(), one));
    started.forEach(
        (id, ours) -> {
          List<TerminalOperation> done =
              ours.stream().map(ledger::remove).filter(TerminalOperation::isDone).toList();
          agree(it.stored(id), done);
        });
    assertThat(ledger).as("what the terminal did for nobody").isEmpty();
    assertThat(it.shop.store.<Long>read(tx -> tx.invoices().countOpen())).isZero();
    assertThat(taken(false)).isGreaterThan(100_000).isGreaterThan(taken(true));
    assertThat(taken(true)).isPositive();
  }

  private void agree(Invoice booked, List<TerminalOperation> done) {
    String who = "sale " + booked.id();
    List<TerminalOperation> sales = done.stream().filter(one -> !one.refund()).toList();
    long back = sum(done, true);
    assertThat(sales).as(who + " was taken once at most").hasSizeLessThan(2);
    long received =
        booked.state().times().paidAt() == null ? 0 : booked.terms().amount().tiyn() / 100;
    assertThat(received).as(who).isEqualTo(sum(done, false));
    assertThat(booked.state().refunds().refunded()).as(who).isEqualTo(Money.ofTenge(back));
    assertThat(booked.state().refunds().refunding()).as(who).isEqualTo(Money.ZERO);

    List<JsonNode> told =
        program.events().stream()
            .filter(event -> event.invoiceId() == booked.id())
            .map(event -> JSON.readTree(event.body()).path("invoice"))
            .toList();
    assertThat(told)
        .as(who)
        .extracting(one -> one.path("status").asString())
        .doesNotHaveDuplicates();
    JsonNode last = told.getLast();
    assertThat(last.path("status").asString()).isEqualTo(booked.state().status().wire());
    assertThat(last.path("total_refunded").asString()).isEqualTo(Money.ofTenge(back).toWire());
    assertThat(told.stream().filter(one -> one.path("status").asString().equals("paid")))
        .as("'paid' of " + who)
        .hasSize(sales.size())
        .allSatisfy(
            paid ->
                assertThat(paid.path("amount").asString())
                    .isEqualTo(Money.ofTenge(sales.getFirst().amount()).toWire()));
  }

  private long sale() {
    it.terminal.fault("payment", fault());
    it.terminal.fault("status", fault());
    int before = it.terminal.operations().size();
    long id;
    try {
      id = it.sell(100 + random.nextInt(9_000)).id();
      it.terminal.act(any(CUSTOMERS));
    } catch (DomainRefusal e) {
      assertThat(e.reason()).isEqualTo(Reason.PROVIDER_TIMEOUT);
      id = (Long) e.extra().get("invoice_id");
      somebodyLooks(id, it.terminal.operations().size() > before, "qr");
    }
    note(id, before);
    for (int n = 0; n < 40 && it.stored(id).state().status().isOpen(); n++) {
      it.later(id, Duration.ofSeconds(10));
    }
    return id;
  }

  private void refund(Invoice sale) {
    it.terminal.fault("refund", fault());
    it.terminal.fault("status", fault());
    int before = it.terminal.operations().size();
    long tenge = sale.terms().amount().tiyn() / 100;
    Money amount = Money.ofTenge(random.nextBoolean() ? tenge : 1 + random.nextLong(tenge - 1));
    Refund begun =
        it.shop
            .engine
            .refundService()
            .refund(it.shop.live, sale.id(), amount, "wrong size", List.of())
            .refund();
    assertThat(begun.state().status()).isEqualTo(Refund.Status.PROCESSING);
    boolean began = it.terminal.operations().size() > before;
    if (begun.state().providerRefundId() == null) {
      somebodyLooks(sale.id(), began, "confirm");
    } else {
      it.terminal.act(any(RETURNS));
    }
    note(sale.id(), before);
    Refund now = begun;
    for (int n = 0; n < 40 && now.state().status() == Refund.Status.PROCESSING; n++) {
      now = it.refundedLater(sale.id(), Duration.ofSeconds(10));
    }
    assertThat(now.state().status()).isNotEqualTo(Refund.Status.PROCESSING);
  }

  /** The answer to a start was lost: somebody looks at the terminal and says what it shows. */
  private void somebodyLooks(long id, boolean began, String end) {
    boolean paid = began && random.nextBoolean();
    it.terminal.act(paid ? end : "cancel");
    it.clock.pass(Duration.ofMinutes(6));
    it.shop.engine.decisions().answer(id, paid ? "paid" : "nothing", "looked", "owner");
  }

  private void note(long id, int before) {
    List<TerminalOperation> all = it.terminal.operations();
    List<String> mine = started.computeIfAbsent(id, _ -> new ArrayList<>());
    all.subList(before, all.size()).forEach(one -> mine.add(one.processId()));
  }

  /** One that was booked by hand has no number that a refund could quote. */
  private static boolean isRefundable(Invoice sale) {
    return sale.state().status() == InvoiceStatus.PAID && sale.bank().details().paymentId() != null;
  }

  /** Everything that is queued reaches the shop's program, at the second try where it must. */
  private void deliver() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(2))
        .until(
            () -> {
              it.clock.pass(Duration.ofSeconds(1));
              dispatcher.ring();
              return it
                  .shop
                  .store
                  .read(tx -> tx.outbox().newest(new Scope(it.tenant(), Mode.LIVE), 100))
                  .stream()
                  .allMatch(one -> one.progress().state() == Outbox.State.DELIVERED);
            });
  }

  private long taken(boolean refunds) {
    return sum(
        it.terminal.operations().stream().filter(TerminalOperation::isDone).toList(), refunds);
  }

  private static long sum(List<TerminalOperation> some, boolean refunds) {
    return some.stream()
        .filter(one -> one.refund() == refunds)
        .mapToLong(TerminalOperation::amount)
        .sum();
  }

  private String fault() {
    return any(FAULTS);
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
