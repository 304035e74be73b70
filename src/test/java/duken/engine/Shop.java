package duken.engine;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.domain.Refund;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.invoice.NewInvoice;
import duken.engine.invoice.SimulatedOutcome;
import duken.engine.recovery.Retention;
import duken.engine.runtime.Caller;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.ProviderRouter;
import duken.provider.BankSignIn;
import duken.provider.PaymentProvider;
import duken.provider.sandbox.SandboxBank;
import duken.provider.sandbox.SandboxPhone;
import duken.provider.sandbox.SandboxProvider;
import duken.store.Outbox.Delivery;
import duken.store.Scope;
import duken.store.Store;
import duken.store.WebhookConfigs.Config;
import duken.webhook.WebhookBody;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** A shop with an engine at rest, a practice bank and a clock that stands still. */
public final class Shop implements AutoCloseable {

  public static final Money FIFTEEN_THOUSAND = Money.ofTenge(15_000);

  public final SettableClock clock;
  public final Store store;
  public final SandboxPhone phone;
  public final Caller training;
  public final Caller live;
  public final Engine engine;
  private final SandboxBank bank;

  private Shop(
      Store store,
      SettableClock clock,
      Path ledger,
      long tenantId,
      BankSignIn signIn,
      List<? extends PaymentProvider> live) {
    this.clock = clock;
    this.store = store;
    this.bank = SandboxBank.open(ledger, clock);
    SandboxProvider sandbox = new SandboxProvider(bank, clock);
    this.phone = sandbox.phone();
    this.training = new Caller(tenantId, Mode.TEST, "Касса 1", ApiKey.Role.DESK);
    this.live = new Caller(tenantId, Mode.LIVE, "Касса 1", ApiKey.Role.DESK);
    this.engine =
        new Engine(
            new EngineParts(
                store,
                clock,
                new ProviderRouter(sandbox, List.copyOf(live), Optional.ofNullable(signIn)),
                phone,
                WebhookBody::body,
                token -> "http://localhost:3000/pay/" + token,
                new IdempotencyService(store, clock),
                new Random(1)));
  }

  /** A new shop whose webhook is set up for training and live. */
  public static Shop open(Store store, Path ledger, PaymentProvider... live) {
    return open(store, ledger, new SettableClock(), null, live);
  }

  /** The same with a clock that others follow too, and an account that can be connected. */
  public static Shop open(
      Store store, Path ledger, SettableClock clock, BankSignIn signIn, PaymentProvider... live) {
    long tenantId =
        store.write(
            tx -> {
              long id =
                  tx.tenants()
                      .insert(
                          new Tenant(0, "Кофейня на Абая", "Asia/Almaty", false, clock.instant()))
                      .id();
              for (Mode mode : Mode.values()) {
                tx.webhooks()
                    .save(
                        new Config(
                            new Scope(id, mode),
                            "https://shop.example.kz/hooks",
                            true,
                            List.of("invoice.status_changed"),
                            new byte[] {1},
                            clock.instant()));
              }
              return id;
            });
    return new Shop(store, clock, ledger, tenantId, signIn, List.of(live));
  }

  /** The same shop after a restart: all that was kept in memory is gone. */
  public static Shop reopen(Shop before, Path ledger, PaymentProvider... live) {
    return reopen(before, ledger, null, live);
  }

  /** The same with an account that can be connected. */
  public static Shop reopen(Shop before, Path ledger, BankSignIn signIn, PaymentProvider... live) {
    before.bank.close();
    return new Shop(
        before.store, before.clock, ledger, before.training.tenantId(), signIn, List.of(live));
  }

  public Invoice qr() {
    return engine.invoiceService().create(training, order(PaymentKind.QR, null));
  }

  Invoice bill() {
    return engine.invoiceService().create(training, order(PaymentKind.PHONE, null));
  }

  public Invoice liveQr() {
    return engine.invoiceService().create(live, order(PaymentKind.QR, null));
  }

  public Invoice liveBill() {
    return engine.invoiceService().create(live, order(PaymentKind.PHONE, null));
  }

  public static NewInvoice order(PaymentKind kind, String idempotencyId) {
    return order(kind, idempotencyId, FIFTEEN_THOUSAND);
  }

  public static NewInvoice order(PaymentKind kind, String idempotencyId, Money amount) {
    return new NewInvoice(
        kind,
        amount,
        null,
        kind == PaymentKind.PHONE ? new Phone("7001234567") : null,
        "Заказ №123",
        "order_123",
        idempotencyId,
        List.of());
  }

  /** Paid, with the commit signal rung and the webhook queued. */
  public Invoice paidQr() {
    return engine.invoiceService().simulate(training, qr().id(), SimulatedOutcome.PAID);
  }

  /** Looks at what the bank says of closed invoices. */
  public void reconcile() {
    engine.closedPaymentReconciler().round();
  }

  /** Lets go of what nobody needs any more, of the practice bank too. */
  public void retain(Retention.Rules rules) {
    new Retention(store, clock, rules, bank::forget).round();
  }

  /** Everything that is due now is done: questions, answers, and what follows from them. */
  public void round() {
    engine.crashRecovery().round();
    engine.sweep().round();
    for (int i = 0; i < 3; i++) {
      engine.poller().round();
      if (!engine.poller().awaitQuiet(Duration.ofSeconds(60))) {
        throw new AssertionError("questions to the bank do not end");
      }
    }
  }

  public void passAndRound(Duration time) {
    clock.pass(time);
    round();
  }

  public Invoice now(Invoice invoice) {
    return store.read(tx -> tx.invoices().find(invoice.id())).orElseThrow();
  }

  public InvoiceStatus status(Invoice invoice) {
    return now(invoice).state().status();
  }

  public List<HistoryEntry> history(Invoice invoice, Predicate<HistoryEntry> which) {
    return store.read(tx -> tx.invoices().history(invoice.id())).stream().filter(which).toList();
  }

  public List<HistoryEntry> moves(Invoice invoice) {
    return history(invoice, entry -> "moved".equals(entry.event()));
  }

  public List<Delivery> deliveries(Invoice invoice) {
    Scope scope = new Scope(invoice.tenantId(), invoice.mode());
    return store.read(tx -> tx.outbox().newest(scope, 1000)).stream()
        .filter(delivery -> delivery.message().invoiceId() == invoice.id())
        .toList();
  }

  public List<Anomaly> anomalies(Invoice invoice) {
    return store.read(tx -> tx.anomalies().of(invoice.id()));
  }

  public List<BankOperation> operations(Invoice invoice) {
    return store.read(tx -> tx.operations().of(invoice.id()));
  }

  public List<Refund> refunds(Invoice invoice) {
    return store.read(tx -> tx.refunds().of(invoice.id()));
  }

  @Override
  public void close() {
    engine.close();
    bank.close();
    store.close();
  }
}
