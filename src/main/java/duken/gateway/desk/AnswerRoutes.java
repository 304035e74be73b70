package duken.gateway.desk;

import duken.api.BankJson;
import duken.domain.staff.Permission;
import duken.engine.DeviceDecisions;
import duken.engine.staff.Actor;
import duken.gateway.contract.InvoiceToJson;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import java.util.List;

/** A person's answer to the question what the terminal shows. */
public final class AnswerRoutes {

  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_WORD = 10;

  private final DeviceDecisions decisions;
  private final InvoiceToJson toJson;

  /** Routes to these decisions. */
  public AnswerRoutes(DeviceDecisions decisions, InvoiceToJson toJson) {
    this.decisions = decisions;
    this.toJson = toJson;
  }

  /** For windows: the shop's own sales. */
  public List<Route> desk() {
    return List.of(
        Route.post(
                "/sales/{id}/answer",
                visit -> {
                  BankJson.Answer said = said(visit);
                  return Answer.json(
                      200,
                      toJson.json(
                          decisions.answer(
                              visit.scope(), visit.id(), said.seen(), said.reason(), by(visit))));
                })
            .needing(Permission.TERMINAL_ANSWER));
  }

  /** For the owner of the data folder: any shop's. */
  public List<Route> admin() {
    return List.of(
        Route.post(
            "/invoices/{id}/answer",
            visit -> {
              BankJson.Answer said = said(visit);
              return Answer.json(
                  200,
                  toJson.json(
                      decisions.answer(visit.id(), said.seen(), said.reason(), "command line")));
            }));
  }

  /** Person and desk. */
  private static String by(Visit visit) {
    return Actor.current().map(Actor::inWords).orElse(visit.caller().keyName());
  }

  private static BankJson.Answer said(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String seen = fields.requiredText("seen", LONGEST_WORD);
    String reason = fields.requiredText("reason", LONGEST_REASON);
    if (seen != null && !BankJson.isSeen(seen)) {
      fields.complain("seen", "choice");
    }
    fields.check();
    return new BankJson.Answer(seen, reason);
  }
}
