package duken.store.jdbc;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** An invoice in the making; each wish makes another one. */
public final class Sale {

  private final long tenantId;
  private Mode mode = Mode.TEST;
  private PaymentKind kind = PaymentKind.QR;
  private long tenge = 1000;
  private String description;
  private String orderId;
  private String idempotencyId;
  private String phone;
  private List<Invoice.CartLine> lines = List.of();
  private Invoice.Origin origin = Invoice.Origin.DESK;
  private String source;
  private Instant createdAt = OnBothDatabases.NOON;
  private InvoiceStatus status = InvoiceStatus.PENDING;
  private Instant paidAt;
  private String payer;

  private Sale(long tenantId) {
    this.tenantId = tenantId;
  }

  private Sale(Sale other) {
    tenantId = other.tenantId;
    mode = other.mode;
    kind = other.kind;
    tenge = other.tenge;
    description = other.description;
    orderId = other.orderId;
    idempotencyId = other.idempotencyId;
    phone = other.phone;
    lines = other.lines;
    origin = other.origin;
    source = other.source;
    createdAt = other.createdAt;
    status = other.status;
    paidAt = other.paidAt;
    payer = other.payer;
  }

  private Sale but(Consumer<Sale> wish) {
    Sale other = new Sale(this);
    wish.accept(other);
    return other;
  }

  public static Sale of(long tenantId) {
    return new Sale(tenantId);
  }

  public Sale live() {
    return but(it -> it.mode = Mode.LIVE);
  }

  Sale bill(String number) {
    return but(
        it -> {
          it.kind = PaymentKind.PHONE;
          it.phone = number;
        });
  }

  public Sale tenge(long sum) {
    return but(it -> it.tenge = sum);
  }

  public Sale at(Instant time) {
    return but(it -> it.createdAt = time);
  }

  public Sale fromProgram() {
    return but(it -> it.origin = Invoice.Origin.API);
  }

  public Sale soldAt(String desk) {
    return but(it -> it.source = desk);
  }

  public Sale saying(String text, String order) {
    return but(
        it -> {
          it.description = text;
          it.orderId = order;
        });
  }

  public Sale keyed(String key) {
    return but(it -> it.idempotencyId = key);
  }

  public Sale cart(Invoice.CartLine... cart) {
    return but(it -> it.lines = List.of(cart));
  }

  public Sale being(InvoiceStatus now) {
    return but(it -> it.status = now);
  }

  public Sale paid(Instant time, String name) {
    return but(
        it -> {
          it.status = InvoiceStatus.PAID;
          it.paidAt = time;
          it.payer = name;
        });
  }

  /** The invoice, not stored yet. */
  public Invoice invoice() {
    Invoice.Terms terms =
        new Invoice.Terms(
            Money.ofTenge(tenge),
            null,
            new Invoice.Order(description, orderId, idempotencyId),
            phone == null ? null : Phone.parse(phone),
            lines,
            UUID.randomUUID().toString(),
            createdAt.plus(kind.life()),
            new Invoice.Channel(origin, source),
            null);
    Invoice.State state =
        new Invoice.State(
            status,
            null,
            PayerProgress.WAITING,
            false,
            payer,
            new Invoice.Times(paidAt, null, null),
            new Invoice.Refunds(Money.ZERO, Money.ZERO));
    return new Invoice(
        0,
        0,
        tenantId,
        mode,
        kind,
        terms,
        state,
        Invoice.BankSide.unspoken("sandbox"),
        new Invoice.Revision(createdAt, createdAt, 1));
  }

  /** The same invoice in another status, a minute and a version later. */
  public static Invoice moved(Invoice invoice, InvoiceStatus to) {
    Instant at = invoice.revision().updatedAt().plus(Duration.ofMinutes(1));
    Invoice.State old = invoice.state();
    return invoice.with(
        new Invoice.State(
            to,
            old.reason(),
            old.payerProgress(),
            old.held(),
            old.payerName(),
            new Invoice.Times(
                to == InvoiceStatus.PAID ? at : old.times().paidAt(),
                old.times().cancelledAt(),
                old.times().expiredAt()),
            old.refunds()),
        at);
  }

  /** A line of its life, not stored yet. */
  static HistoryEntry entry(Invoice invoice, InvoiceStatus from) {
    return new HistoryEntry(
        0,
        invoice.id(),
        "moved",
        from,
        invoice.state().status(),
        null,
        invoice.revision().updatedAt());
  }
}
