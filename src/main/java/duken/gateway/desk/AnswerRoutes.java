package duken.gateway.desk;

import duken.api.BankJson;
import duken.domain.staff.Permission;
import duken.engine.invoice.DeviceDecisions;
import duken.engine.staff.Actor;
import duken.gateway.contract.InvoiceToJson;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import java.util.List;

/** A person's answer to the question what the terminal shows. */
public final class AnswerRoutes {

  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_WORD = 10;

  private final DeviceDecisions decisions;
  private final InvoiceToJson toJson;

  public AnswerRoutes(DeviceDecisions decisions, InvoiceToJson toJson) {
    this.decisions = decisions;
    this.toJson = toJson;
  }

  /** For windows: the shop's own sales. */
  public List<Route> desk() {
    return List.of(
        Route.post(
                "/sales/{id}/answer",
                routedRequest -> {
                  BankJson.Answer said = said(routedRequest, true);
                  return HttpAnswer.json(
                      200,
                      toJson.json(
                          decisions.answer(
                              routedRequest.scope(),
                              routedRequest.id(),
                              said.seen(),
                              said.reason(),
                              by(routedRequest))));
                })
            .needing(Permission.TERMINAL_ANSWER),
        Route.post("/sales/{id}/paid-by-hand", this::paidByHand).needing(Permission.HAND_DECISION));
  }

  private HttpAnswer paidByHand(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String reason = bodyFields.requiredText("reason", LONGEST_REASON);
    if (reason != null && reason.isBlank()) {
      bodyFields.complain("reason", "required");
    }
    bodyFields.check();
    return HttpAnswer.json(
        200,
        toJson.json(
            decisions.paidByHand(
                routedRequest.scope(), routedRequest.id(), reason, by(routedRequest))));
  }

  /** For the owner of the data folder: any shop's. */
  public List<Route> admin() {
    return List.of(
        Route.post(
            "/invoices/{id}/answer",
            routedRequest -> {
              BankJson.Answer said = said(routedRequest, false);
              return HttpAnswer.json(
                  200,
                  toJson.json(
                      decisions.answer(
                          routedRequest.id(), said.seen(), said.reason(), "command line")));
            }));
  }

  private static String by(RoutedRequest routedRequest) {
    return Actor.current().map(Actor::inWords).orElse(routedRequest.caller().keyName());
  }

  private static BankJson.Answer said(RoutedRequest routedRequest, boolean asksOwner) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String seen = bodyFields.requiredText("seen", LONGEST_WORD);
    String reason = bodyFields.requiredText("reason", LONGEST_REASON);
    boolean confirmed = Boolean.TRUE.equals(bodyFields.flag("confirmed"));
    if (seen != null && !BankJson.isSeen(seen)) {
      bodyFields.complain("seen", "choice");
    }
    if (reason != null && reason.isBlank()) {
      bodyFields.complain("reason", "required");
    }
    if (asksOwner && "paid".equals(seen) && !confirmed) {
      bodyFields.complain("confirmed", "owner");
    }
    bodyFields.check();
    return new BankJson.Answer(seen, reason, confirmed);
  }
}
