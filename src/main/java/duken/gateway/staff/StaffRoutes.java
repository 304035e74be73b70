package duken.gateway.staff;

import duken.api.DeskJson;
import duken.api.staff.StaffJson;
import duken.domain.staff.Permission;
import duken.domain.staff.PinLevel;
import duken.domain.staff.StaffMember;
import duken.domain.staff.StaffPolicy;
import duken.engine.staff.StaffModule;
import duken.engine.staff.StaffService;
import duken.engine.staff.StaffSessions;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.security.PinHash;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The people at the counter, their PINs and what needs one. */
public final class StaffRoutes {

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_PIN = 6;
  private static final int LONGEST_WORD = 40;
  private static final int ACTIONS = 200;

  private final StaffService service;
  private final StaffSessions sessions;

  public StaffRoutes(StaffModule staff) {
    this.service = staff.service();
    this.sessions = staff.sessions();
  }

  /** For windows, below {@code /desk/v1}. */
  public List<Route> desk() {
    return List.of(
        Route.get("/staff", this::roster),
        Route.get("/staff/actions", this::actions),
        Route.post("/staff/members", this::add).needing(Permission.STAFF),
        Route.put("/staff/members/{id}", this::change).needing(Permission.STAFF),
        Route.delete("/staff/members/{id}", this::remove).needing(Permission.STAFF),
        Route.put("/staff/rules", this::rules).needing(Permission.STAFF),
        Route.post("/staff/drawer", _ -> HttpAnswer.empty()).needing(Permission.DRAWER),
        Route.post("/staff/sessions", this::signIn),
        Route.delete("/staff/session", this::signOut));
  }

  /** For the owner of the data folder, below {@code /desk/v1/admin}. */
  public List<Route> admin() {
    return List.of(
        Route.delete(
            "/tenants/{id}/staff",
            routedRequest -> {
              service.forgetAll(routedRequest.id());
              return HttpAnswer.empty();
            }));
  }

  private HttpAnswer roster(RoutedRequest routedRequest) {
    long tenant = routedRequest.scope().tenantId();
    return HttpAnswer.json(
        200, StaffToJson.roster(service.members(tenant), service.policy(tenant)));
  }

  private HttpAnswer actions(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            service.actions(routedRequest.scope().tenantId(), ACTIONS).stream()
                .map(StaffToJson::action)
                .toList()));
  }

  private HttpAnswer add(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String name = bodyFields.requiredText("name", LONGEST_NAME);
    String pin = bodyFields.requiredText("pin", LONGEST_PIN);
    StaffMember.Role role =
        choice(bodyFields, "role", bodyFields.requiredText("role", LONGEST_WORD), roles());
    complain(bodyFields, name, pin);
    return HttpAnswer.json(
        201,
        StaffToJson.member(
            service.add(routedRequest.scope().tenantId(), name.strip(), role, pin), Duration.ZERO));
  }

  private HttpAnswer change(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String name = bodyFields.text("name", LONGEST_NAME);
    String pin = bodyFields.text("pin", LONGEST_PIN);
    complain(bodyFields, name, pin);
    return HttpAnswer.json(
        200,
        StaffToJson.member(
            service.change(
                routedRequest.scope().tenantId(),
                routedRequest.id(),
                name == null ? null : name.strip(),
                pin),
            Duration.ZERO));
  }

  private HttpAnswer remove(RoutedRequest routedRequest) {
    service.remove(routedRequest.scope().tenantId(), routedRequest.id());
    return HttpAnswer.empty();
  }

  private HttpAnswer rules(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    Map<Permission, PinLevel> levels = new EnumMap<>(Permission.class);
    bodyFields
        .textsByName("levels", Permission.values().length, LONGEST_WORD)
        .forEach(
            (name, word) -> {
              Permission permission =
                  choice(bodyFields, "levels", name, byWord(Permission.values(), Permission::wire));
              PinLevel level =
                  choice(bodyFields, "levels", word, byWord(PinLevel.values(), PinLevel::wire));
              if (permission != null && level != null && !permission.isOwnersAlone()) {
                levels.put(permission, level);
              }
            });
    Long idle =
        bodyFields.requiredNumber(
            "lock_after_seconds", 0, StaffPolicy.LONGEST_IDLENESS.toSeconds());
    Boolean reason = bodyFields.flag("refund_reason");
    bodyFields.check();
    long tenant = routedRequest.scope().tenantId();
    boolean refundReason = reason == null ? service.policy(tenant).refundReason() : reason;
    service.put(tenant, new StaffPolicy(levels, Duration.ofSeconds(idle), refundReason));
    return roster(routedRequest);
  }

  private HttpAnswer signIn(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    Long member = bodyFields.requiredNumber("member_id", 1, Long.MAX_VALUE);
    String pin = bodyFields.requiredText("pin", LONGEST_PIN);
    boolean approval = Boolean.TRUE.equals(bodyFields.flag("approval"));
    complain(bodyFields, null, pin);
    StaffSessions.Session session =
        sessions.open(
            routedRequest.scope().tenantId(),
            routedRequest.holder().key().name(),
            member,
            pin,
            approval ? StaffSessions.APPROVAL : StaffSessions.SHIFT);
    return HttpAnswer.json(
        201,
        new StaffJson.Session(
            session.token(),
            StaffToJson.member(session.member(), Duration.ZERO),
            Wire.time(session.expiresAt())));
  }

  private HttpAnswer signOut(RoutedRequest routedRequest) {
    sessions.close(routedRequest.httpRequest().header(StaffJson.SESSION_HEADER).orElse(null));
    return HttpAnswer.empty();
  }

  private static void complain(BodyFields bodyFields, String name, String pin) {
    if (name != null && name.isBlank()) {
      bodyFields.complain("name", "required");
    }
    if (pin != null && !PinHash.isPin(pin)) {
      bodyFields.complain("pin", "staff.pin");
    }
    bodyFields.check();
  }

  private static Function<String, Optional<StaffMember.Role>> roles() {
    return byWord(StaffMember.Role.values(), StaffMember.Role::wire);
  }

  private static <E> Function<String, Optional<E>> byWord(E[] values, Function<E, String> word) {
    return text -> Arrays.stream(values).filter(it -> word.apply(it).equals(text)).findFirst();
  }

  private static <E> E choice(
      BodyFields bodyFields, String field, String word, Function<String, Optional<E>> known) {
    Optional<E> value = word == null ? Optional.empty() : known.apply(word);
    if (word != null && value.isEmpty()) {
      bodyFields.complain(field, "choice");
    }
    return value.orElse(null);
  }
}
