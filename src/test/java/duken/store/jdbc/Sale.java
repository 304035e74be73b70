package duken.store.jdbc;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.domain.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An invoice in the making. */
record Sale(
    long tenantId,
    Mode mode,
    PaymentKind kind,
    long tenge,
    String description,
    String orderId,
    String idempotencyId,
    String phone,
    List<Invoice.CartLine> lines,
    Invoice.Origin origin,
    Instant createdAt,
    InvoiceStatus status,
    Instant paidAt,
    String payer) {

  static Sale of(long tenantId) {
    return new Sale(
        tenantId,
        Mode.TEST,
        PaymentKind.QR,
        1000,
        null,
        null,
        null,
        null,
        List.of(),
        Invoice.Origin.DESK,
        OnBothDatabases.NOON,
        InvoiceStatus.PENDING,
        null,
        null);
  }

  Sale live() {
    return with(Mode.LIVE, kind, tenge, createdAt, origin);
  }

  Sale bill(String number) {
    return new Sale(
        tenantId,
        mode,
        PaymentKind.PHONE,
        tenge,
        description,
        orderId,
        idempotencyId,
        number,
        lines,
        origin,
        createdAt,
        status,
        paidAt,
        payer);
  }

  Sale tenge(long sum) {
    return with(mode, kind, sum, createdAt, origin);
  }

  Sale at(Instant time) {
    return with(mode, kind, tenge, time, origin);
  }

  Sale fromProgram() {
    return with(mode, kind, tenge, createdAt, Invoice.Origin.API);
  }

  Sale saying(String text, String order) {
    return new Sale(
        tenantId,
        mode,
        kind,
        tenge,
        text,
        order,
        idempotencyId,
        phone,
        lines,
        origin,
        createdAt,
        status,
        paidAt,
        payer);
  }

  Sale keyed(String key) {
    return new Sale(
        tenantId,
        mode,
        kind,
        tenge,
        description,
        orderId,
        key,
        phone,
        lines,
        origin,
        createdAt,
        status,
        paidAt,
        payer);
  }

  Sale cart(Invoice.CartLine... cart) {
    return new Sale(
        tenantId,
        mode,
        kind,
        tenge,
        description,
        orderId,
        idempotencyId,
        phone,
        List.of(cart),
        origin,
        createdAt,
        status,
        paidAt,
        payer);
  }

  Sale being(InvoiceStatus now) {
    return new Sale(
        tenantId,
        mode,
        kind,
        tenge,
        description,
        orderId,
        idempotencyId,
        phone,
        lines,
        origin,
        createdAt,
        now,
        paidAt,
        payer);
  }

  Sale paid(Instant time, String name) {
    return new Sale(
        tenantId,
        mode,
        kind,
        tenge,
        description,
        orderId,
        idempotencyId,
        phone,
        lines,
        origin,
        createdAt,
        InvoiceStatus.PAID,
        time,
        name);
  }

  private Sale with(
      Mode newMode, PaymentKind newKind, long sum, Instant created, Invoice.Origin newOrigin) {
    return new Sale(
        tenantId,
        newMode,
        newKind,
        sum,
        description,
        orderId,
        idempotencyId,
        phone,
        lines,
        newOrigin,
        created,
        status,
        paidAt,
        payer);
  }

  /** The invoice, not stored yet. */
  Invoice invoice() {
    Invoice.Terms terms =
        new Invoice.Terms(
            Money.ofTenge(tenge),
            null,
            description,
            orderId,
            idempotencyId,
            phone == null ? null : Phone.parse(phone),
            lines,
            UUID.randomUUID().toString(),
            createdAt.plus(kind.life()),
            origin,
            null,
            null);
    Invoice.State state =
        new Invoice.State(
            status,
            null,
            Progress.WAITING,
            false,
            payer,
            paidAt,
            null,
            null,
            Money.ZERO,
            Money.ZERO);
    return new Invoice(
        0,
        tenantId,
        mode,
        kind,
        terms,
        state,
        Invoice.BankSide.unspoken("sandbox"),
        createdAt,
        createdAt,
        1);
  }

  /** The same invoice in another status, a minute and a version later. */
  static Invoice moved(Invoice invoice, InvoiceStatus to) {
    Instant at = invoice.updatedAt().plus(Duration.ofMinutes(1));
    Invoice.State old = invoice.state();
    return invoice.with(
        new Invoice.State(
            to,
            old.reason(),
            old.progress(),
            old.held(),
            old.payerName(),
            to == InvoiceStatus.PAID ? at : old.paidAt(),
            old.cancelledAt(),
            old.expiredAt(),
            old.refunded(),
            old.refunding()),
        at);
  }

  /** A line of its life, not stored yet. */
  static HistoryEntry entry(Invoice invoice, InvoiceStatus from) {
    return new HistoryEntry(
        0, invoice.id(), "moved", from, invoice.state().status(), null, invoice.updatedAt());
  }
}
