package duken.gateway.staff;

import duken.api.staff.StaffJson;
import duken.domain.staff.StaffMember;
import duken.domain.tenant.ApiKey;
import duken.engine.admin.ShopAccess;
import duken.engine.staff.StaffAuthorization;
import duken.gateway.http.HttpRequest;
import duken.gateway.http.Route;
import java.util.Map;
import java.util.Optional;

/** Lets a window do only what the people at it may. Programs with keys of role api just pass. */
public final class StaffGuard {

  private final StaffAuthorization authorization;

  public StaffGuard(StaffAuthorization authorization) {
    this.authorization = authorization;
  }

  /**
   * Lets the call pass or not.
   *
   * @param holder null on routes without a shop's key
   * @return in whose name it is done, or null
   * @throws duken.domain.Refusal PIN_REQUIRED, OWNER_PIN_REQUIRED
   */
  public StaffMember check(
      HttpRequest httpRequest,
      Route route,
      Map<String, String> parameters,
      ShopAccess.Holder holder) {
    if (holder == null
        || holder.key().role() != ApiKey.Role.DESK
        || httpRequest.method().equals("GET")) {
      return null;
    }
    String token =
        httpRequest.headerCount(StaffJson.SESSION_HEADER) == 1
            ? httpRequest.header(StaffJson.SESSION_HEADER).orElseThrow()
            : null;
    Optional<StaffMember> member =
        authorization.authorize(
            new StaffAuthorization.Request(
                holder.tenant().id(),
                holder.key().name(),
                route.permission(),
                httpRequest.method() + " " + route.template(),
                Optional.ofNullable(parameters.get("id")).map(Long::valueOf).orElse(null),
                token));
    return member.orElse(null);
  }
}
