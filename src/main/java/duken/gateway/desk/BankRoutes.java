package duken.gateway.desk;

import duken.domain.Mode;
import duken.domain.Phone;
import duken.domain.staff.Permission;
import duken.engine.admin.BankConnectionService;
import duken.engine.admin.BankConnectionService.Standing;
import duken.engine.admin.BankConnectionService.Step;
import duken.engine.admin.ShopLocation;
import duken.engine.poll.ProviderHealth;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.store.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;

/** A shop's own account at the bank: connecting, looking, disconnecting. */
public final class BankRoutes {

  private static final int LONGEST_CODE = 12;
  private static final int LONGEST_DEGREES = 16;

  private final BankConnectionService accounts;
  private final ProviderHealth providerHealth;
  private final ToLongFunction<RoutedRequest> tenant;

  /**
   * @param tenant tells whose account a visit is about
   */
  public BankRoutes(
      BankConnectionService accounts,
      ProviderHealth providerHealth,
      ToLongFunction<RoutedRequest> tenant) {
    this.accounts = accounts;
    this.providerHealth = providerHealth;
    this.tenant = tenant;
  }

  public List<Route> routes(String prefix) {
    return List.of(
        Route.get(prefix, this::read),
        Route.post(prefix + "/probe", this::probe),
        Route.post(prefix + "/sign-in", this::sendCode).needing(Permission.SETTINGS),
        Route.post(prefix + "/sign-in/code", this::enterCode).needing(Permission.SETTINGS),
        Route.delete(prefix + "/sign-in", this::cancel),
        Route.post(prefix + "/disconnect", this::disconnect).needing(Permission.SETTINGS),
        Route.post(prefix + "/place", this::place).needing(Permission.SETTINGS));
  }

  private HttpAnswer read(RoutedRequest routedRequest) {
    return status(routedRequest, accounts.standing(tenant(routedRequest)));
  }

  private HttpAnswer probe(RoutedRequest routedRequest) {
    return status(routedRequest, accounts.probe(tenant(routedRequest)));
  }

  private HttpAnswer sendCode(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    Phone phone = bodyFields.requiredPhone("phone");
    Boolean accepts = bodyFields.flag("accept_notice");
    bodyFields.check();
    Step step = accounts.sendCode(tenant(routedRequest), phone, Boolean.TRUE.equals(accepts));
    return step(routedRequest, step);
  }

  private HttpAnswer enterCode(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String code = bodyFields.requiredText("code", LONGEST_CODE);
    bodyFields.check();
    return step(routedRequest, accounts.enterCode(tenant(routedRequest), code.strip()));
  }

  private HttpAnswer cancel(RoutedRequest routedRequest) {
    accounts.cancel(tenant(routedRequest));
    return HttpAnswer.empty();
  }

  private HttpAnswer disconnect(RoutedRequest routedRequest) {
    return status(routedRequest, accounts.disconnect(tenant(routedRequest)));
  }

  private HttpAnswer place(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    BigDecimal latitude = degrees(bodyFields, "latitude");
    BigDecimal longitude = degrees(bodyFields, "longitude");
    if (bodyFields.has("latitude") != bodyFields.has("longitude")) {
      bodyFields.complain(bodyFields.has("latitude") ? "longitude" : "latitude", "required");
    }
    ShopLocation place = null;
    try {
      place = latitude == null || longitude == null ? null : new ShopLocation(latitude, longitude);
    } catch (IllegalArgumentException _) {
      bodyFields.complain("latitude", "place");
    }
    bodyFields.check();
    return status(routedRequest, accounts.place(tenant(routedRequest), place));
  }

  private static BigDecimal degrees(BodyFields bodyFields, String name) {
    String text = bodyFields.text(name, LONGEST_DEGREES);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      bodyFields.complain(name, "place");
      return null;
    }
    return new BigDecimal(text);
  }

  private HttpAnswer step(RoutedRequest routedRequest, Step step) {
    Standing standing = accounts.standing(tenant(routedRequest));
    return HttpAnswer.json(200, BankToJson.step(step, standing, isReachable(routedRequest)));
  }

  private HttpAnswer status(RoutedRequest routedRequest, Standing standing) {
    return HttpAnswer.json(200, BankToJson.status(standing, isReachable(routedRequest)));
  }

  private boolean isReachable(RoutedRequest routedRequest) {
    return providerHealth.isBankReachable(new Scope(tenant(routedRequest), Mode.LIVE));
  }

  private long tenant(RoutedRequest routedRequest) {
    return tenant.applyAsLong(routedRequest);
  }
}
