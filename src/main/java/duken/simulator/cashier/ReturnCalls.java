package duken.simulator.cashier;

import duken.simulator.cashier.fault.Outward;
import duken.simulator.cashier.request.AnswerEnvelope;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.cashier.request.TokenGate;
import duken.simulator.ledger.Ledger;
import duken.simulator.ledger.LedgerOperation;
import duken.simulator.ledger.Payers;
import duken.simulator.ledger.Words;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may go back, and sending it back (section 6, rows 9 and 10). */
final class ReturnCalls {

  private static final int TOO_MUCH = -99_000_020;
  private static final int NOT_PAID = -99_000_021;

  private final TokenGate gate;
  private final Ledger ledger;
  private final Tally tally;
  private final AnswerEnvelope envelope;

  ReturnCalls(TokenGate gate, Ledger ledger, Tally tally, AnswerEnvelope envelope) {
    this.gate = gate;
    this.ledger = ledger;
    this.tally = tally;
    this.envelope = envelope;
  }

  /** Row 9. */
  Reply details(Request request) {
    Session session = gate.payment(request, false);
    StrictFields body = StrictFields.of(request).exactly("Id", "OperationMethod");
    LedgerOperation sale = sale(session, body.whole("Id"));
    if (body.whole("OperationMethod") != sale.kind().method()) {
      throw RefusedCall.notFound("there is none with this id and method");
    }
    return envelope.success(told(sale));
  }

  /** Row 10. */
  Reply giveBack(Request request) {
    Session session = gate.payment(request, false);
    StrictFields body =
        StrictFields.of(request).exactly("ReturnAmount", "QrOperationId", "DeviceInterface");
    body.text("DeviceInterface", "Pos");
    long tiyn = body.tiyn("ReturnAmount");
    LedgerOperation sale = sale(session, body.whole("QrOperationId"));
    if (!sale.isPaid()) {
      throw RefusedCall.declined(
          NOT_PAID, "return", "the operation is " + sale.status(), "Операция не оплачена");
    }
    LedgerOperation.Return made;
    try {
      made = ledger.giveBack(sale.id(), tiyn, false);
    } catch (IllegalStateException e) {
      throw RefusedCall.declined(
          TOO_MUCH, "return", e.getMessage(), "Сумма возврата больше доступной");
    }
    tally.done(Tally.Effect.RETURN);
    Outward out = envelope.outward();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("ReturnOperationId", out.id(made.id()));
    data.put("Status", Words.PAID);
    data.put("ReturnAmount", out.amount(tiyn));
    data.put("QrOperationId", out.id(sale.id()));
    return envelope.success(data);
  }

  private LedgerOperation sale(Session session, long id) {
    return ledger
        .find(session.profile(), id)
        .orElseThrow(() -> RefusedCall.notFound("there is none with this id here"));
  }

  /** The word stays what it was after a return; only the sums tell (section 6). */
  private Map<String, Object> told(LedgerOperation sale) {
    Outward out = envelope.outward();
    List<Map<String, Object>> returns =
        sale.returns().stream()
            .map(one -> Map.of("Date", Outward.date(one.at()), "Amount", out.amount(one.tiyn())))
            .toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("Id", out.id(sale.id()));
    data.put("Status", sale.status());
    data.put("StatusDescription", Words.description(sale.status()));
    data.put("Amount", out.amount(sale.tiyn()));
    data.put("ClientName", sale.customer().payer());
    data.put("ClientShortName", Payers.shortened(sale.customer().payer()));
    data.put(
        "OrderRegDate",
        Outward.date(
            sale.times().paidAt() == null ? sale.times().createdAt() : sale.times().paidAt()));
    data.put("AvailableReturnAmount", out.amount(sale.returnable()));
    data.put("PossibleReturnType", sale.returnable() > 0 ? "Partial" : "None");
    data.put("ReceiptUrl", "https://receipt.kaspi.kz/web?extTranId=" + sale.id());
    data.put("Returns", returns);
    return data;
  }
}
