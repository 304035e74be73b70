package duken.gateway.owner;

import duken.api.owner.OwnerNoticesJson;
import duken.api.owner.PersonalDataJson;
import duken.domain.Money;
import duken.domain.staff.Permission;
import duken.domain.tenant.Tenant;
import duken.engine.privacy.PersonalDataRetention.Forecast;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.notice.BotChat;
import duken.notice.NoticeSettings.Change;
import duken.notice.NoticeSettings.Standing;
import duken.notice.NoticeTexts;
import duken.store.notice.OwnerNotices.Config;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** What only the owner looks at, below {@code /desk/v1}. */
public final class OwnerRoutes {

  private static final int LONGEST = 120;
  private static final int MINUTES_OF_A_DAY = 1_440;

  private final OwnerParts parts;

  /** Routes to these. */
  public OwnerRoutes(OwnerParts parts) {
    this.parts = parts;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/personal-data", this::personalData).needing(Permission.SETTINGS),
        Route.get("/owner-notices", this::notices).needing(Permission.SETTINGS),
        Route.put("/owner-notices", this::change).needing(Permission.SETTINGS),
        Route.post("/owner-notices/test", this::test).needing(Permission.SETTINGS));
  }

  private HttpAnswer personalData(RoutedRequest routedRequest) {
    Tenant shop = routedRequest.holder().tenant();
    return HttpAnswer.json(
        200, json(parts.personalData().forecast(shop.id(), ZoneId.of(shop.timezone()))));
  }

  private HttpAnswer notices(RoutedRequest routedRequest) {
    return HttpAnswer.json(200, json(parts.notices().standing(routedRequest.scope().tenantId())));
  }

  private HttpAnswer change(RoutedRequest routedRequest) {
    BodyFields fields = JsonBody.required(routedRequest.httpRequest());
    Boolean enabled = fields.flag("enabled");
    String token = checked(fields, "token", BotChat::isToken, "telegram.token");
    String chat = checked(fields, "chat", BotChat::isChat, "telegram.chat");
    String language = checked(fields, "language", NoticeTexts.LANGUAGES::contains, "choice");
    Money above = above(fields);
    Integer minutes =
        fields.has("silent_minutes")
            ? Integer.valueOf(
                fields.requiredNumber("silent_minutes", 1, MINUTES_OF_A_DAY).intValue())
            : null;
    fields.check();
    long tenantId = routedRequest.scope().tenantId();
    if (!parts
        .notices()
        .change(tenantId, new Change(enabled, token, chat, language, above, minutes))) {
      fields.complain(token == null ? "token" : "chat", "required");
      fields.check();
    }
    return notices(routedRequest);
  }

  private HttpAnswer test(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200, new OwnerNoticesJson.Tested(parts.telling().test(routedRequest.scope().tenantId())));
  }

  /** A sum; {@code "0"} for none. */
  private static Money above(BodyFields fields) {
    String text = fields.text("refund_above", LONGEST);
    if (text == null) {
      return null;
    }
    return text.equals("0") ? Money.ZERO : fields.money("refund_above");
  }

  private static String checked(
      BodyFields fields, String name, Predicate<String> isFit, String complaint) {
    String text = fields.text(name, LONGEST);
    if (text != null && !isFit.test(text.strip())) {
      fields.complain(name, complaint);
    }
    return text == null ? null : text.strip();
  }

  private static OwnerNoticesJson json(Standing standing) {
    Config config = standing.config().orElse(null);
    if (config == null) {
      return new OwnerNoticesJson(false, false, null, null, null, null, 0, null, null);
    }
    return new OwnerNoticesJson(
        config.enabled(),
        standing.chat() != null,
        standing.chat(),
        config.language(),
        config.refundAbove() == null ? null : config.refundAbove().toWire(),
        config.silentMinutes(),
        standing.waiting(),
        config.trouble().problem(),
        Wire.time(config.trouble().problemAt()));
  }

  private static PersonalDataJson json(Forecast forecast) {
    return new PersonalDataJson(
        forecast.days(),
        forecast.buyerDays(),
        Wire.time(forecast.from()),
        forecast.next().stream()
            .map(
                day ->
                    new PersonalDataJson.Day(
                        day.date().toString(), day.names(), day.phones(), day.buyers()))
            .toList(),
        forecast.held());
  }
}
