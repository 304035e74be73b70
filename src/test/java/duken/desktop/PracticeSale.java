package duken.desktop;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.RefundJson;
import duken.domain.Money;
import duken.domain.Phone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One sale of the {@link PracticeEngine}. Guarded by its engine. */
final class PracticeSale {

  final long id;
  final NewInvoiceJson order;
  final Phone phone;
  final boolean training;
  final Instant createdAt;
  final Instant expiresAt;
  final List<DeskJson.LifeEvent> life = new ArrayList<>();
  final List<RefundJson> refunds = new ArrayList<>();

  String type;
  String errorCode;
  String errorMessage;
  String method;
  List<InvoiceJson.Item> items = List.of();
  String last4;
  String rrn;
  final Map<String, String> facts = new TreeMap<>();
  String status = "pending";
  String reason;
  String progress = "waiting";
  String clientName;
  Instant paidAt;
  boolean checking;
  boolean queued;
  boolean held;
  Instant queuedAt;
  boolean announced;
  boolean fromDesk = true;
  Money refunded = Money.ZERO;

  PracticeSale(long id, NewInvoiceJson order, Instant now, boolean training) {
    this.id = id;
    this.training = training;
    this.order = order;
    phone = order.phoneNumber() == null ? null : Phone.parse(order.phoneNumber());
    createdAt = now.truncatedTo(ChronoUnit.SECONDS);
    expiresAt = createdAt.plus(phone == null ? Duration.ofMinutes(20) : Duration.ofHours(24));
  }

  boolean isOpen() {
    return status.equals("pending") || status.equals("cancelling");
  }

  Money amount() {
    return Money.parse(order.amount());
  }

  void move(String to, String why, Instant at) {
    life.add(new DeskJson.LifeEvent("moved", status, to, why, at.toString()));
    status = to;
    reason = why;
  }

  DeskJson.Sale json(Instant now) {
    return new DeskJson.Sale(
        invoice(),
        phone == null && type == null
            ? "https://pay.example.kz/pay/QRb7Yx0aVn4s2KpLm9TzQw" + id
            : null,
        new DeskJson.Live(
            progress,
            checking,
            queued,
            queued ? (queuedAt == null ? createdAt : queuedAt).toString() : null,
            held),
        isOpen() ? Math.max(0, Duration.between(now, expiresAt).toMillis()) : 0,
        fromDesk,
        List.of(),
        id - 1025,
        List.copyOf(refunds.stream().map(it -> it.reason()).filter(it -> it != null).toList()));
  }

  InvoiceJson invoice() {
    boolean qr = phone == null;
    String canonical = qr ? null : phone.canonical();
    String link = "https://pay.example.kz/pay/" + id;
    boolean money = paidAt != null;
    BigDecimal left = money ? amount().minus(refunded).toDecimal() : BigDecimal.ZERO;
    return new InvoiceJson(
        id,
        new InvoiceJson.State(type != null ? type : qr ? "qr" : "phone", status, reason),
        new InvoiceJson.Terms(
            amount().toWire(),
            "KZT",
            null,
            null,
            null,
            order.description(),
            order.externalOrderId(),
            null),
        new InvoiceJson.Customer(
            canonical, canonical, qr ? null : phone.international(), clientName, null),
        new InvoiceJson.Payment(
            "9" + id, link, null, qr ? link : null, expiresAt.toString(), training, false),
        new InvoiceJson.Refunded(
            refunded.toWire(), left, BigDecimal.ZERO, money && left.signum() == 0),
        items,
        new InvoiceJson.Outcome(
            errorMessage,
            errorCode,
            paidAt == null ? null : paidAt.toString(),
            null,
            null,
            createdAt.toString(),
            createdAt.toString(),
            null),
        new InvoiceJson.Bank(
            new InvoiceJson.Qr(null, null, null, null, null, null),
            method,
            last4,
            rrn,
            new InvoiceJson.Provider("practice", null, Map.copyOf(facts))));
  }
}
