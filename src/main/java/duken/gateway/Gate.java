package duken.gateway;

import duken.api.Paths;
import duken.domain.ApiKey;
import duken.engine.Access;
import duken.gateway.guard.AdminGuard;
import duken.gateway.guard.BodyGuard;
import duken.gateway.guard.BodyKind;
import duken.gateway.guard.HostGuard;
import duken.gateway.guard.KeyGuard;
import duken.gateway.guard.OriginGuard;
import duken.gateway.guard.RateLimiter;
import duken.gateway.http.Answer;
import duken.gateway.http.Call;
import duken.gateway.http.RouteTable;
import duken.gateway.http.Visit;
import duken.gateway.problem.Problem;
import duken.gateway.problem.ProblemAnswers;
import duken.gateway.problem.Refused;
import java.util.Map;
import java.util.Optional;

/** The way of every call: guards in their order, the route, and an answer whatever happens. */
final class Gate {

  private static final String ADMIN = Paths.DESK + "/admin";
  private static final String UPLOAD = Paths.API + "/catalog/upload-image";

  /** Everything a call passes before its route. */
  record Guards(
      HostGuard host,
      OriginGuard origin,
      BodyGuard body,
      KeyGuard keys,
      RateLimiter rate,
      AdminGuard admin) {}

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

  private final Guards guards;
  private final Areas areas;
  private final ProblemAnswers problems;

  Gate(Guards guards, Areas areas, ProblemAnswers problems) {
    this.guards = guards;
    this.areas = areas;
    this.problems = problems;
  }

  /**
   * Checks what can be checked before the body is read.
   *
   * @param declaredLength of the body in bytes; 0 without one, -1 when it is not declared
   * @return what the body may be
   * @throws Refused HOST_FORBIDDEN, ORIGIN_FORBIDDEN, PAYLOAD_TOO_LARGE, FILE_TOO_LARGE,
   *     UNSUPPORTED_MEDIA_TYPE
   */
  BodyKind checkHead(Call call, long declaredLength) {
    if (!call.isUnder(Paths.CALLBACKS)) {
      // Whoever calls back proves it by a secret, and knows this engine by a name of its own.
      guards.host().check(call);
    }
    guards.origin().check(call, isPage(call));
    BodyKind kind = bodyKind(call);
    guards.body().checkLength(declaredLength, kind);
    if (declaredLength != 0) {
      guards.body().checkType(call, kind);
    }
    return kind;
  }

  /** Lets only known callers send much: nothing, or the answer of one who may not. */
  Optional<Answer> admit(Call head) {
    try {
      guards.keys().recognise(head);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(problem(e, head));
    }
  }

  /** Answers a call whose head was checked. */
  Answer answer(Call call) {
    try {
      return route(call);
    } catch (RuntimeException e) {
      return problem(e, call);
    }
  }

  /** Answers whatever was thrown. */
  Answer problem(RuntimeException thrown, Call call) {
    return problems.of(thrown, call.language(), call.requestId());
  }

  private Answer route(Call call) {
    if (call.isUnder(Paths.API)) {
      return contract(call);
    }
    if (call.isUnder(ADMIN)) {
      guards.admin().check(call);
      return visit(areas.admin(), call, ADMIN, null);
    }
    if (call.isUnder(Paths.DESK)) {
      return desk(call);
    }
    return visit(areas.pages(), call, "", null);
  }

  private Answer contract(Call call) {
    if (!(areas.open().find("GET", below(call, Paths.API)) instanceof RouteTable.Found.Nothing)) {
      return visit(areas.open(), call, Paths.API, null);
    }
    Access.Holder holder = guards.keys().recognise(call);
    Map<String, String> standing = guards.rate().look(holder);
    try {
      KeyGuard.refuseSuspended(holder);
      standing = guards.rate().count(holder);
      return visit(areas.contract(), call, Paths.API, holder).with(standing);
    } catch (Refused refused) {
      return problem(refused, call).withMissing(standing);
    } catch (RuntimeException e) {
      return problem(e, call).with(standing);
    }
  }

  private Answer desk(Call call) {
    Access.Holder holder = guards.keys().recognise(call);
    KeyGuard.refuseSuspended(holder);
    if (holder.key().role() != ApiKey.Role.DESK) {
      throw Refused.because(Problem.DESK_ONLY);
    }
    return visit(areas.desk(), call, Paths.DESK, holder);
  }

  private Answer visit(RouteTable table, Call call, String base, Access.Holder holder) {
    return switch (table.find(call.method(), below(call, base))) {
      case RouteTable.Found.Hit(var route, var parameters) ->
          route.handler().handle(new Visit(call, parameters, holder));
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
  static boolean isUpload(String path) {
    return path.equals(UPLOAD) || path.equals(UPLOAD + "/");
  }

  private static boolean isPage(Call call) {
    return call.isUnder(Paths.PAY) || call.isUnder(Paths.QR);
  }
}
