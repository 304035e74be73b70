package duken.gateway;

import duken.api.Paths;
import duken.domain.ApiKey;
import duken.domain.staff.StaffMember;
import duken.engine.Access;
import duken.engine.staff.Actor;
import duken.gateway.guard.AdminGuard;
import duken.gateway.guard.BodyGuard;
import duken.gateway.guard.BodyKind;
import duken.gateway.guard.HostGuard;
import duken.gateway.guard.KeyGuard;
import duken.gateway.guard.OriginGuard;
import duken.gateway.guard.RateLimiter;
import duken.gateway.http.Answer;
import duken.gateway.http.Call;
import duken.gateway.http.Route;
import duken.gateway.http.RouteTable;
import duken.gateway.http.Visit;
import duken.gateway.problem.Problem;
import duken.gateway.problem.ProblemAnswers;
import duken.gateway.problem.Refused;
import duken.gateway.server.RequestPipeline;
import duken.gateway.staff.StaffGuard;
import java.util.Map;
import java.util.function.Supplier;

/** The way of every call: guards in their order, the route, and an answer whatever happens. */
final class Gate implements RequestPipeline {

  private static final String ADMIN = Paths.DESK + "/admin";
  private static final String UPLOAD = Paths.API + "/catalog/upload-image";

  /** Everything a call passes before its route. */
  record Guards(
      HostGuard host,
      OriginGuard origin,
      BodyGuard body,
      KeyGuard keys,
      RateLimiter rate,
      AdminGuard admin,
      StaffGuard staff) {}

  /**
   * The routes of each area, with paths below it.
   *
   * @param open of {@code /api/v1}, without a key
   * @param contract of {@code /api/v1}
   * @param desk of {@code /desk/v1}
   * @param admin of {@code /desk/v1/admin}
   * @param pages with whole paths, public
   */
  record Areas(
      RouteTable open, RouteTable contract, RouteTable desk, RouteTable admin, RouteTable pages) {}

  /**
   * Where a call may go.
   *
   * @param holder whose key it was made with; null on public routes
   * @param member in whose name it is done, or null
   * @param standing headers of its answer about the rate limit
   */
  record Admission(
      Route route,
      Map<String, String> parameters,
      Access.Holder holder,
      StaffMember member,
      Map<String, String> standing,
      BodyKind body)
      implements RequestPipeline.Admission {}

  private final Guards guards;
  private final Areas areas;
  private final ProblemAnswers problems;

  Gate(Guards guards, Areas areas, ProblemAnswers problems) {
    this.guards = guards;
    this.areas = areas;
    this.problems = problems;
  }

  @Override
  public Admission admit(Call head, long declaredLength) {
    if (!head.isUnder(Paths.CALLBACKS)) {
      // Whoever calls back proves it by a secret, and knows this engine by a name of its own.
      guards.host().check(head);
    }
    guards.origin().check(head, isPage(head));
    if (head.isUnder(Paths.API)) {
      return contract(head, declaredLength);
    }
    if (head.isUnder(ADMIN)) {
      guards.admin().check(head);
      return admitted(areas.admin(), head, ADMIN, null, Map.of(), declaredLength);
    }
    if (head.isUnder(Paths.DESK)) {
      return admitted(areas.desk(), head, Paths.DESK, desk(head), Map.of(), declaredLength);
    }
    return admitted(areas.pages(), head, "", null, Map.of(), declaredLength);
  }

  @Override
  public Answer answer(Call call, RequestPipeline.Admission admission) {
    Admission admitted = (Admission) admission;
    try {
      Visit visit = new Visit(call, admitted.parameters(), admitted.holder());
      return inTheNameOf(admitted, () -> admitted.route().handler().handle(visit));
    } catch (RuntimeException e) {
      return problem(e, call);
    }
  }

  private static Answer inTheNameOf(Admission admitted, Supplier<Answer> work) {
    Access.Holder holder = admitted.holder();
    if (holder == null || holder.key().role() != ApiKey.Role.DESK) {
      return work.get();
    }
    String member = admitted.member() == null ? null : admitted.member().name();
    return new Actor(holder.key().name(), member).does(work);
  }

  @Override
  public Answer problem(RuntimeException thrown, Call call) {
    return problems.of(thrown, call.language(), call.requestId());
  }

  private Admission contract(Call head, long declaredLength) {
    if (!(areas.open().find("GET", below(head, Paths.API)) instanceof RouteTable.Found.Nothing)) {
      return admitted(areas.open(), head, Paths.API, null, Map.of(), declaredLength);
    }
    Access.Holder holder = guards.keys().recognise(head);
    Map<String, String> standing = guards.rate().look(holder);
    try {
      KeyGuard.refuseSuspended(holder);
      standing = guards.rate().count(holder);
      return admitted(areas.contract(), head, Paths.API, holder, standing, declaredLength);
    } catch (Refused refused) {
      throw refused.withMissing(standing);
    }
  }

  private Access.Holder desk(Call head) {
    Access.Holder holder = guards.keys().recognise(head);
    KeyGuard.refuseSuspended(holder);
    if (holder.key().role() != ApiKey.Role.DESK) {
      throw Refused.because(Problem.DESK_ONLY);
    }
    return holder;
  }

  private Admission admitted(
      RouteTable table,
      Call head,
      String base,
      Access.Holder holder,
      Map<String, String> standing,
      long declaredLength) {
    if (head.query() == null) {
      throw Refused.because(Problem.BAD_QUERY);
    }
    BodyKind body = bodyKind(head);
    return switch (table.find(head.method(), below(head, base))) {
      case RouteTable.Found.Hit(var route, var parameters) -> {
        guards.body().check(head, body, declaredLength);
        StaffMember member = guards.staff().check(head, route, parameters, holder);
        yield new Admission(route, parameters, holder, member, standing, body);
      }
      case RouteTable.Found.WrongVerb(String allow) ->
          throw new Refused(Problem.METHOD_NOT_ALLOWED, Map.of(), Map.of("Allow", allow));
      case RouteTable.Found.Nothing() -> throw Refused.because(Problem.NOT_FOUND);
    };
  }

  private static String below(Call call, String base) {
    String rest = call.path().substring(base.length());
    return rest.isEmpty() ? "/" : rest;
  }

  private static BodyKind bodyKind(Call call) {
    if (isPage(call)) {
      return BodyKind.PAGE_FORM;
    }
    if (call.isUnder(Paths.CALLBACKS)) {
      return BodyKind.CALLBACK;
    }
    return isUpload(call.path()) && call.method().equals("POST") ? BodyKind.PICTURE : BodyKind.JSON;
  }

  /** Whether pictures are sent to this path. */
  private static boolean isUpload(String path) {
    return path.equals(UPLOAD) || path.equals(UPLOAD + "/");
  }

  private static boolean isPage(Call call) {
    return call.isUnder(Paths.PAY) || call.isUnder(Paths.QR);
  }
}
