package duken.gateway.desk;

import duken.domain.Mode;
import duken.domain.Phone;
import duken.domain.staff.Permission;
import duken.engine.BankAccounts;
import duken.engine.BankAccounts.Standing;
import duken.engine.BankAccounts.Step;
import duken.engine.ShopPlace;
import duken.engine.Watchfulness;
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

  private final BankAccounts accounts;
  private final Watchfulness watchfulness;
  private final ToLongFunction<Visit> tenant;

  /**
   * @param tenant tells whose account a visit is about
   */
  public BankRoutes(
      BankAccounts accounts, Watchfulness watchfulness, ToLongFunction<Visit> tenant) {
    this.accounts = accounts;
    this.watchfulness = watchfulness;
    this.tenant = tenant;
  }

  /** The routes below this prefix. */
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
    ShopPlace place = null;
    try {
      place = latitude == null || longitude == null ? null : new ShopPlace(latitude, longitude);
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
    return watchfulness.isBankReachable(new Scope(tenant(visit), Mode.LIVE));
  }

  private long tenant(Visit visit) {
    return tenant.applyAsLong(visit);
  }
}
