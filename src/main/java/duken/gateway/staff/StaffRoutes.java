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
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
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

  /** Routes to these people. */
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
        Route.post("/staff/sessions", this::signIn),
        Route.delete("/staff/session", this::signOut));
  }

  /** For the owner of the data folder, below {@code /desk/v1/admin}. */
  public List<Route> admin() {
    return List.of(
        Route.delete(
            "/tenants/{id}/staff",
            visit -> {
              service.forgetAll(visit.id());
              return Answer.empty();
            }));
  }

  private Answer roster(Visit visit) {
    long tenant = visit.scope().tenantId();
    return Answer.json(200, StaffToJson.roster(service.members(tenant), service.policy(tenant)));
  }

  private Answer actions(Visit visit) {
    return Answer.json(
        200,
        new DeskJson.ListOf<>(
            service.actions(visit.scope().tenantId(), ACTIONS).stream()
                .map(StaffToJson::action)
                .toList()));
  }

  private Answer add(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String name = fields.requiredText("name", LONGEST_NAME);
    String pin = fields.requiredText("pin", LONGEST_PIN);
    StaffMember.Role role =
        choice(fields, "role", fields.requiredText("role", LONGEST_WORD), roles());
    complain(fields, name, pin);
    return Answer.json(
        201,
        StaffToJson.member(
            service.add(visit.scope().tenantId(), name.strip(), role, pin), Duration.ZERO));
  }

  private Answer change(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String name = fields.text("name", LONGEST_NAME);
    String pin = fields.text("pin", LONGEST_PIN);
    complain(fields, name, pin);
    return Answer.json(
        200,
        StaffToJson.member(
            service.change(
                visit.scope().tenantId(), visit.id(), name == null ? null : name.strip(), pin),
            Duration.ZERO));
  }

  private Answer remove(Visit visit) {
    service.remove(visit.scope().tenantId(), visit.id());
    return Answer.empty();
  }

  private Answer rules(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    Map<Permission, PinLevel> levels = new EnumMap<>(Permission.class);
    fields
        .textsByName("levels", Permission.values().length, LONGEST_WORD)
        .forEach(
            (name, word) -> {
              Permission permission =
                  choice(fields, "levels", name, byWord(Permission.values(), Permission::wire));
              PinLevel level =
                  choice(fields, "levels", word, byWord(PinLevel.values(), PinLevel::wire));
              if (permission != null && level != null && !permission.isOwnersAlone()) {
                levels.put(permission, level);
              }
            });
    Long idle =
        fields.requiredNumber("lock_after_seconds", 0, StaffPolicy.LONGEST_IDLENESS.toSeconds());
    fields.check();
    service.put(visit.scope().tenantId(), new StaffPolicy(levels, Duration.ofSeconds(idle)));
    return roster(visit);
  }

  private Answer signIn(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    Long member = fields.requiredNumber("member_id", 1, Long.MAX_VALUE);
    String pin = fields.requiredText("pin", LONGEST_PIN);
    boolean approval = Boolean.TRUE.equals(fields.flag("approval"));
    complain(fields, null, pin);
    StaffSessions.Session session =
        sessions.open(
            visit.scope().tenantId(),
            visit.holder().key().name(),
            member,
            pin,
            approval ? StaffSessions.APPROVAL : StaffSessions.SHIFT);
    return Answer.json(
        201,
        new StaffJson.Session(
            session.token(),
            StaffToJson.member(session.member(), Duration.ZERO),
            Wire.time(session.expiresAt())));
  }

  private Answer signOut(Visit visit) {
    sessions.close(visit.call().header(StaffJson.SESSION_HEADER).orElse(null));
    return Answer.empty();
  }

  private static void complain(Fields fields, String name, String pin) {
    if (name != null && name.isBlank()) {
      fields.complain("name", "required");
    }
    if (pin != null && !PinHash.isPin(pin)) {
      fields.complain("pin", "staff.pin");
    }
    fields.check();
  }

  private static Function<String, Optional<StaffMember.Role>> roles() {
    return byWord(StaffMember.Role.values(), StaffMember.Role::wire);
  }

  private static <E> Function<String, Optional<E>> byWord(E[] values, Function<E, String> word) {
    return text -> Arrays.stream(values).filter(it -> word.apply(it).equals(text)).findFirst();
  }

  private static <E> E choice(
      Fields fields, String field, String word, Function<String, Optional<E>> known) {
    Optional<E> value = word == null ? Optional.empty() : known.apply(word);
    if (word != null && value.isEmpty()) {
      fields.complain(field, "choice");
    }
    return value.orElse(null);
  }
}
