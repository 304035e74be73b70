package duken.simulator.cashier;

import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.Outward;
import duken.simulator.cashier.request.AnswerEnvelope;
import duken.simulator.cashier.request.QueryCheck;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.cashier.request.TokenGate;
import duken.simulator.ledger.BankTime;
import duken.simulator.ledger.Kind;
import duken.simulator.ledger.Ledger;
import duken.simulator.ledger.LedgerOperation;
import duken.simulator.ledger.Payers;
import duken.simulator.ledger.Words;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Bills by phone: whose number it is, a new bill, how it stands, taking it back (rows 3 to 6). */
final class BillCalls {

  private static final int BAD_PHONE = -99_000_005;
  private static final int NO_CLIENT = -99_000_006;
  private static final int FRACTION = -99_000_007;
  private static final int CLOSED = -99_000_010;

  private final Supplier<Behaviour> behaviour;
  private final TokenGate gate;
  private final Ledger ledger;
  private final Payers payers;
  private final Tally tally;
  private final BankTime time;
  private final AnswerEnvelope envelope;

  BillCalls(
      Supplier<Behaviour> behaviour,
      TokenGate gate,
      Ledger ledger,
      Payers payers,
      Tally tally,
      BankTime time,
      AnswerEnvelope envelope) {
    this.behaviour = behaviour;
    this.gate = gate;
    this.ledger = ledger;
    this.payers = payers;
    this.tally = tally;
    this.time = time;
    this.envelope = envelope;
  }

  /** Row 3. */
  Reply client(Request request) {
    gate.payment(request, false);
    String phone = QueryCheck.text(request, "phoneNumber");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("ClientName", nameOf(phone));
    data.put("ClientStatus", "Active");
    return envelope.success(data);
  }

  /** Row 4. */
  Reply create(Request request) {
    Session session = gate.payment(request, false);
    StrictFields body = StrictFields.of(request).exactly("PhoneNumber", "Amount", "Comment");
    String phone = body.text("PhoneNumber");
    String comment = body.text("Comment");
    long tiyn = body.tiyn("Amount");
    if (tiyn % 100 != 0) {
      throw RefusedCall.declined(
          FRACTION, "Amount", "a bill is in whole tenge", "Сумма счёта только в целых тенге");
    }
    String payer = nameOf(phone);
    LedgerOperation made = ledger.createBill(session.profile(), tiyn, phone, comment, payer);
    tally.done(Tally.Effect.BILL);
    return envelope.success(created(made));
  }

  /** Row 5. */
  Reply details(Request request) {
    Session session = gate.payment(request, false);
    long id = QueryCheck.only(request, "operationId");
    tally.polled(id, time.wall());
    return envelope.success(told(bill(session, id)));
  }

  /** Row 6. */
  Reply cancel(Request request) {
    Session session = gate.payment(request, false);
    long id = StrictFields.of(request).exactly("qrOperationId").whole("qrOperationId");
    bill(session, id);
    boolean[] open = new boolean[1];
    LedgerOperation now =
        ledger.setIf(
            id, operation -> open[0] = Words.isOpenBill(operation.status()), Words.BILL_CANCELED);
    if (!open[0]) {
      throw RefusedCall.declined(
          CLOSED,
          "cancel",
          "the bill is " + now.status(),
          now.isPaid() ? "Счёт уже оплачен" : "Счёт уже закрыт");
    }
    tally.done(Tally.Effect.CANCEL);
    return envelope.success(Map.of("Id", envelope.outward().id(id), "Status", Words.BILL_CANCELED));
  }

  private LedgerOperation bill(Session session, long id) {
    return ledger
        .find(session.profile(), id)
        .filter(operation -> operation.kind() == Kind.BILL)
        .orElseThrow(() -> RefusedCall.notFound("there is no bill with this id here"));
  }

  private String nameOf(String phone) {
    if (!behaviour.get().phone().fits(phone)) {
      throw RefusedCall.declined(
          BAD_PHONE,
          "phone",
          "has %d characters, not the form %s".formatted(phone.length(), behaviour.get().phone()),
          "Номер телефона указан неверно");
    }
    return payers
        .of(phone)
        .orElseThrow(
            () ->
                RefusedCall.declined(
                    NO_CLIENT,
                    "phone",
                    "nobody's number",
                    "Клиент Kaspi с таким номером не найден"));
  }

  private Map<String, Object> created(LedgerOperation made) {
    Outward out = envelope.outward();
    Behaviour.BillAnswer shape = behaviour.get().remoteCreate();
    Map<String, Object> data = new LinkedHashMap<>();
    if (shape != Behaviour.BillAnswer.OLD) {
      data.put("QrOperationId", out.id(made.id()));
    }
    if (shape != Behaviour.BillAnswer.NEW) {
      data.put("Id", out.id(made.id()));
      data.put("Status", made.status());
      data.put("Amount", out.amount(made.tiyn()));
      data.put("ClientMobile", made.customer().phone());
      data.put("ReceiptUrl", receipt(made));
      data.put("OrderNumber", made.orderNumber());
    }
    return data;
  }

  private Map<String, Object> told(LedgerOperation bill) {
    Outward out = envelope.outward();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("Id", out.id(bill.id()));
    data.put("QrOperationId", out.id(bill.id()));
    data.put("Status", bill.status());
    data.put("StatusDesc", Words.description(bill.status()));
    data.put("Amount", out.amount(bill.tiyn()));
    data.put("ClientMobile", bill.customer().phone());
    data.put("ReceiptUrl", receipt(bill));
    data.put("OrderNumber", bill.orderNumber());
    data.put("TotalReturnsAmount", out.amount(bill.returned()));
    out.expiry(bill.times().createdAt().plus(Duration.ofHours(behaviour.get().billHours())))
        .ifPresent(date -> data.put("ExpireDate", date));
    data.put(
        "DynamicDetails",
        List.of(
            Map.of("Order", 1, "Title", "Клиент", "Data", bill.customer().payer(), "IsBold", false),
            Map.of(
                "Order",
                2,
                "Title",
                "Сообщение",
                "Data",
                bill.customer().comment(),
                "IsBold",
                false)));
    return data;
  }

  private static String receipt(LedgerOperation bill) {
    return "https://receipt.kaspi.kz/web?extTranId=" + bill.id();
  }
}
