package duken.gateway.desk;

import duken.domain.Mode;
import duken.domain.Phone;
import duken.engine.admin.BankConnectionService;
import duken.engine.admin.BankConnectionService.Standing;
import duken.engine.admin.BankConnectionService.Step;
import duken.engine.admin.ShopLocation;
import duken.engine.poll.ProviderHealth;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
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
  private final ToLongFunction<Visit> tenant;

  /**
   * @param tenant tells whose account a visit is about
   */
  public BankRoutes(
      BankConnectionService accounts, ProviderHealth providerHealth, ToLongFunction<Visit> tenant) {
    this.accounts = accounts;
    this.providerHealth = providerHealth;
    this.tenant = tenant;
  }

  /** The routes below this prefix. */
  public List<Route> routes(String prefix) {
    return List.of(
        Route.get(prefix, this::read),
        Route.post(prefix + "/probe", this::probe),
        Route.post(prefix + "/sign-in", this::sendCode),
        Route.post(prefix + "/sign-in/code", this::enterCode),
        Route.delete(prefix + "/sign-in", this::cancel),
        Route.post(prefix + "/disconnect", this::disconnect),
        Route.post(prefix + "/place", this::place));
  }

  private Answer read(Visit visit) {
    return status(visit, accounts.standing(tenant(visit)));
  }

  private Answer probe(Visit visit) {
    return status(visit, accounts.probe(tenant(visit)));
  }

  private Answer sendCode(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    Phone phone = fields.requiredPhone("phone");
    Boolean accepts = fields.flag("accept_notice");
    fields.check();
    Step step = accounts.sendCode(tenant(visit), phone, Boolean.TRUE.equals(accepts));
    return step(visit, step);
  }

  private Answer enterCode(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String code = fields.requiredText("code", LONGEST_CODE);
    fields.check();
    return step(visit, accounts.enterCode(tenant(visit), code.strip()));
  }

  private Answer cancel(Visit visit) {
    accounts.cancel(tenant(visit));
    return Answer.empty();
  }

  private Answer disconnect(Visit visit) {
    return status(visit, accounts.disconnect(tenant(visit)));
  }

  private Answer place(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    BigDecimal latitude = degrees(fields, "latitude");
    BigDecimal longitude = degrees(fields, "longitude");
    if (fields.has("latitude") != fields.has("longitude")) {
      fields.complain(fields.has("latitude") ? "longitude" : "latitude", "required");
    }
    ShopLocation place = null;
    try {
      place = latitude == null || longitude == null ? null : new ShopLocation(latitude, longitude);
    } catch (IllegalArgumentException _) {
      fields.complain("latitude", "place");
    }
    fields.check();
    return status(visit, accounts.place(tenant(visit), place));
  }

  private static BigDecimal degrees(Fields fields, String name) {
    String text = fields.text(name, LONGEST_DEGREES);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      fields.complain(name, "place");
      return null;
    }
    return new BigDecimal(text);
  }

  private Answer step(Visit visit, Step step) {
    Standing standing = accounts.standing(tenant(visit));
    return Answer.json(200, BankToJson.step(step, standing, isReachable(visit)));
  }

  private Answer status(Visit visit, Standing standing) {
    return Answer.json(200, BankToJson.status(standing, isReachable(visit)));
  }

  private boolean isReachable(Visit visit) {
    return providerHealth.isBankReachable(new Scope(tenant(visit), Mode.LIVE));
  }

  private long tenant(Visit visit) {
    return tenant.applyAsLong(visit);
  }
}
