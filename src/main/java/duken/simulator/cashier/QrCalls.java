package duken.simulator.cashier;

import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.Outward;
import duken.simulator.cashier.request.AnswerEnvelope;
import duken.simulator.cashier.request.QueryCheck;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.cashier.request.TokenGate;
import duken.simulator.ledger.BankTime;
import duken.simulator.ledger.Ledger;
import duken.simulator.ledger.LedgerOperation;
import duken.simulator.ledger.Words;
import duken.simulator.proof.WallTime;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A new QR and how it stands (section 6, rows 1 and 2). */
final class QrCalls {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final Supplier<Behaviour> behaviour;
  private final TokenGate gate;
  private final Ledger ledger;
  private final Tally tally;
  private final BankTime time;
  private final AnswerEnvelope envelope;

  QrCalls(
      Supplier<Behaviour> behaviour,
      TokenGate gate,
      Ledger ledger,
      Tally tally,
      BankTime time,
      AnswerEnvelope envelope) {
    this.behaviour = behaviour;
    this.gate = gate;
    this.ledger = ledger;
    this.tally = tally;
    this.time = time;
    this.envelope = envelope;
  }

  /** Row 1. */
  Reply create(Request request) {
    Session session = gate.payment(request, false);
    StrictFields body = StrictFields.of(request);
    if (body.has("Latitude") || body.has("Longitude")) {
      body.exactly("PaymentAmount", "DeviceInterface", "Latitude", "Longitude");
      body.number("Latitude");
      body.number("Longitude");
    } else {
      body.exactly("PaymentAmount", "DeviceInterface");
    }
    body.text("DeviceInterface", "Pos");
    long tiyn = body.tiyn("PaymentAmount");
    LedgerOperation made = ledger.createQr(session.profile(), tiyn);
    tally.done(Tally.Effect.QR);
    return envelope.success(created(made));
  }

  /** Row 2; a bill's id answers too. */
  Reply status(Request request) {
    Session session = gate.payment(request, false);
    long id = QueryCheck.only(request, "qrOperationId");
    tally.polled(id, time.wall());
    LedgerOperation operation =
        ledger
            .find(session.profile(), id)
            .orElseThrow(() -> RefusedCall.notFound("there is none with this id here"));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("Id", envelope.outward().id(id));
    data.put("Status", operation.status());
    data.put("StatusDesc", Words.description(operation.status()));
    data.put("OrderRegDate", Outward.date(operation.times().createdAt()));
    data.put("ChequeTitle", "Покупка");
    return envelope.success(data);
  }

  private Map<String, Object> created(LedgerOperation made) {
    Behaviour now = behaviour.get();
    Outward out = envelope.outward();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("QrOperationId", out.id(made.id()));
    data.put("QrToken", "https://qr.kaspi.kz/" + number(made));
    Instant end = made.times().createdAt().plusSeconds(now.scanSeconds());
    out.expiry(end).ifPresent(date -> data.put("ExpireDate", date));
    data.put("Amount", out.amount(made.tiyn()));
    data.put("ReceiptUrl", "https://receipt.kaspi.kz/web?extTranId=" + made.id());
    data.put("Status", made.status());
    data.put("ExtTranId", Long.toString(made.id()));
    switch (now.options()) {
      case MISSING -> data.remove("QrPaymentBehaviorOptions");
      case UNREADABLE -> data.put("QrPaymentBehaviorOptions", "{not an object");
      case NUMBERS, TEXT -> data.put("QrPaymentBehaviorOptions", options(now));
    }
    return data;
  }

  private static Map<String, Object> options(Behaviour now) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("qrCodeScanWaitTimeout", now.scanSeconds());
    options.put("qrCodeScanEventPollingInterval", now.pollingSeconds());
    options.put("paymentStatusCountdown", now.countdownSeconds());
    options.put("paymentConfirmationTimeout", now.confirmSeconds());
    if (now.options() == Behaviour.OptionsForm.TEXT) {
      options.replaceAll((_, value) -> value.toString());
    }
    options.put("qrCodeEmbedKaspiLogo", true);
    options.putAll(now.announced());
    return options;
  }

  /** 41 digits. */
  private static String number(LedgerOperation made) {
    String stamp = STAMP.format(made.times().createdAt().atZone(WallTime.ALMATY));
    return stamp + "%027d".formatted(made.id());
  }
}
