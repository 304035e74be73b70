package duken.simulator.cashier;

import duken.simulator.cashier.entrance.EntranceReplies;
import duken.simulator.cashier.entrance.EntranceSteps;
import duken.simulator.cashier.entrance.FinishCall;
import duken.simulator.cashier.entrance.SmsCodeStep;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.request.AnswerEnvelope;
import duken.simulator.cashier.request.Freshness;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.TokenGate;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Where calls are dealt with: each goes to its endpoint, and a refusal is said in its host's way.
 */
final class FakeBankCounter {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

  private final Map<String, Function<Request, Reply>> endpoints = new LinkedHashMap<>();
  private final CashierBank bank;

  FakeBankCounter(CashierBank bank) {
    this.bank = bank;
    Supplier<Behaviour> behaviour = bank::behaviour;
    Freshness freshness = new Freshness(bank.time());
    AnswerEnvelope envelope = new AnswerEnvelope(behaviour);
    SmsCodeStep codes = new SmsCodeStep(behaviour, bank.signIns(), bank.refusals());
    EntranceSteps steps =
        new EntranceSteps(behaviour, bank.signIns(), bank.tally(), codes, bank.time());
    FinishCall finish =
        new FinishCall(behaviour, bank.signIns(), bank.bankSessions(), freshness, bank.tally());
    endpoints.put("POST " + CashierPaths.STEP, steps::step);
    endpoints.put("GET " + CashierPaths.LAST_RESPONSE, steps::last);
    endpoints.put("POST " + CashierPaths.FINISH, finish::finish);
    withToken(
        behaviour, new TokenGate(behaviour, bank.bankSessions(), freshness, bank.time()), envelope);
  }

  /** The name a call is counted under: its path, and for an entrance step which one. */
  static String label(Request request) {
    if (!request.path().equals(CashierPaths.STEP)) {
      return request.path();
    }
    String body = request.text();
    if (body.contains("\"ViewEnterOtp\"")) {
      return CashierPaths.STEP + "#code";
    }
    return CashierPaths.STEP + (body.contains("\"EnterPhoneNumber\"") ? "#phone" : "#init");
  }

  /** Deals with a call. */
  Reply answer(Request request) {
    Reply reply;
    try {
      reply = granted(request);
    } catch (RefusedCall refusedCall) {
      bank.refusals()
          .add(label(request), refusedCall.breach(), refusedCall.check(), refusedCall.getMessage());
      reply = refusal(request, refusedCall);
    }
    return dated(packed(reply, request));
  }

  private void withToken(Supplier<Behaviour> behaviour, TokenGate gate, AnswerEnvelope envelope) {
    OrganisationCalls organisation =
        new OrganisationCalls(behaviour, gate, bank.bankSessions(), envelope);
    QrCalls qr = new QrCalls(behaviour, gate, bank.ledger(), bank.tally(), bank.time(), envelope);
    BillCalls bills =
        new BillCalls(
            behaviour, gate, bank.ledger(), bank.payers(), bank.tally(), bank.time(), envelope);
    HistoryCalls history = new HistoryCalls(behaviour, gate, bank.ledger(), bank.time(), envelope);
    ReturnCalls returns = new ReturnCalls(gate, bank.ledger(), bank.tally(), envelope);
    endpoints.put("POST " + CashierPaths.ORG_CONTEXT, organisation::context);
    endpoints.put("POST " + CashierPaths.SIGN_IN_LITE, organisation::renew);
    endpoints.put("POST " + CashierPaths.QR_CREATE, qr::create);
    endpoints.put("GET " + CashierPaths.QR_STATUS, qr::status);
    endpoints.put("GET " + CashierPaths.CLIENT_INFO, bills::client);
    endpoints.put("POST " + CashierPaths.BILL_CREATE, bills::create);
    endpoints.put("GET " + CashierPaths.BILL_DETAILS, bills::details);
    endpoints.put("POST " + CashierPaths.BILL_CANCEL, bills::cancel);
    endpoints.put("POST " + CashierPaths.BILL_HISTORY, history::bills);
    endpoints.put("POST " + CashierPaths.HISTORY, history::operations);
    endpoints.put("POST " + CashierPaths.DETAILS, returns::details);
    endpoints.put("POST " + CashierPaths.RETURN, returns::giveBack);
  }

  private Reply granted(Request request) {
    Function<Request, Reply> endpoint = endpoints.get(request.method() + " " + request.path());
    if (endpoint == null) {
      bank.refusals().add(request.path(), true, "path", "there is no such call, or not so");
      return Reply.of(404, "text/plain; charset=utf-8", "Not Found");
    }
    if (request.method().equals("GET") && request.body().length > 0) {
      throw RefusedCall.breach("body", "a GET has none");
    }
    return endpoint.apply(request);
  }

  private static Reply refusal(Request request, RefusedCall refusedCall) {
    if (request.path().equals(CashierPaths.STEP)
        || request.path().equals(CashierPaths.LAST_RESPONSE)) {
      return EntranceReplies.error(refusedCall.entranceCode(), refusedCall.words());
    }
    if (request.path().equals(CashierPaths.FINISH)) {
      return EntranceReplies.json(
          Map.of(
              "success",
              false,
              "error",
              Map.of("code", refusedCall.entranceCode(), "desc", refusedCall.words())));
    }
    return refusedCall.statusCode() == RefusedCall.ENDED_TOKEN
        ? Reply.of(RefusedCall.ENDED_TOKEN, "text/plain; charset=utf-8", "Unauthorized")
        : AnswerEnvelope.refusal(refusedCall.statusCode(), refusedCall.words());
  }

  /** Stamped with the bank's wall clock. */
  Reply dated(Reply reply) {
    return reply.with("Date", HTTP_DATE.format(bank.time().wall().atOffset(ZoneOffset.UTC)));
  }

  private Reply packed(Reply reply, Request request) {
    boolean readable = request.header("Accept-Encoding").orElse("").contains("gzip");
    if (!bank.behaviour().gzip() || !readable || reply.body().length == 0) {
      return reply;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reply.with("Content-Encoding", "gzip").withBody(bytes.toByteArray());
  }
}
