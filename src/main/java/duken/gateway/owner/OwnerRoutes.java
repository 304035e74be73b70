package duken.gateway.owner;

import duken.api.owner.PersonalDataJson;
import duken.domain.staff.Permission;
import duken.domain.tenant.Tenant;
import duken.engine.privacy.PersonalDataRetention;
import duken.engine.privacy.PersonalDataRetention.Forecast;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import java.time.ZoneId;
import java.util.List;

/** What only the owner looks at, below {@code /desk/v1}. */
public final class OwnerRoutes {

  private final PersonalDataRetention personalData;

  /** Routes to these. */
  public OwnerRoutes(PersonalDataRetention personalData) {
    this.personalData = personalData;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(Route.get("/personal-data", this::personalData).needing(Permission.SETTINGS));
  }

  private HttpAnswer personalData(RoutedRequest routedRequest) {
    Tenant shop = routedRequest.holder().tenant();
    return HttpAnswer.json(200, json(personalData.forecast(shop.id(), ZoneId.of(shop.timezone()))));
  }

  private static PersonalDataJson json(Forecast forecast) {
    return new PersonalDataJson(
        forecast.days(),
        forecast.buyerDays(),
        forecast.from() == null ? null : forecast.from().toString(),
        forecast.next().stream()
            .map(
                day ->
                    new PersonalDataJson.Day(
                        day.date().toString(), day.names(), day.phones(), day.buyers()))
            .toList(),
        forecast.held());
  }
}
