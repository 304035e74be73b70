package duken.gateway;

import duken.api.Paths;
import duken.domain.staff.StaffMember;
import duken.domain.tenant.ApiKey;
import duken.engine.admin.ShopAccess;
import duken.engine.staff.Actor;
import duken.gateway.guard.AdminGuard;
import duken.gateway.guard.ApiKeyAuthenticator;
import duken.gateway.guard.BodyGuard;
import duken.gateway.guard.BodyKind;
import duken.gateway.guard.HostGuard;
import duken.gateway.guard.OriginGuard;
import duken.gateway.guard.RateLimiter;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.HttpRequest;
import duken.gateway.http.Route;
import duken.gateway.http.RouteTable;
import duken.gateway.http.RoutedRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import duken.gateway.problem.ProblemAnswers;
import duken.gateway.server.RequestPipeline;
import duken.gateway.staff.StaffGuard;
import java.util.Map;
import java.util.function.Supplier;

/** The way of every call: guards in their order, the route, and an answer whatever happens. */
final class GuardChain implements RequestPipeline {

  private static final String ADMIN = Paths.DESK + "/admin";
  private static final String UPLOAD = Paths.API + "/catalog/upload-image";

  /** Everything a call passes before its route. */
  record Guards(
      HostGuard host,
      OriginGuard origin,
      BodyGuard body,
      ApiKeyAuthenticator keys,
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
      ShopAccess.Holder holder,
      StaffMember member,
      Map<String, String> standing,
      BodyKind body)
      implements RequestPipeline.Admission {}

  private final Guards guards;
  private final Areas areas;
  private final ProblemAnswers problems;

  GuardChain(Guards guards, Areas areas, ProblemAnswers problems) {
    this.guards = guards;
    this.areas = areas;
    this.problems = problems;
  }

  @Override
  public Admission admit(HttpRequest head, long declaredLength) {
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
  public HttpAnswer answer(HttpRequest httpRequest, RequestPipeline.Admission admission) {
    Admission admitted = (Admission) admission;
    try {
      RoutedRequest routedRequest =
          new RoutedRequest(httpRequest, admitted.parameters(), admitted.holder());
      return inTheNameOf(admitted, () -> admitted.route().handler().handle(routedRequest));
    } catch (RuntimeException e) {
      return problem(e, httpRequest);
    }
  }

  private static HttpAnswer inTheNameOf(Admission admitted, Supplier<HttpAnswer> work) {
    ShopAccess.Holder holder = admitted.holder();
    if (holder == null || holder.key().role() != ApiKey.Role.DESK) {
      return work.get();
    }
    String member = admitted.member() == null ? null : admitted.member().name();
    return new Actor(holder.key().name(), member).does(work);
  }

  @Override
  public HttpAnswer problem(RuntimeException thrown, HttpRequest httpRequest) {
    return problems.of(thrown, httpRequest.language(), httpRequest.requestId());
  }

  private Admission contract(HttpRequest head, long declaredLength) {
    if (!(areas.open().find("GET", below(head, Paths.API)) instanceof RouteTable.Found.Nothing)) {
      return admitted(areas.open(), head, Paths.API, null, Map.of(), declaredLength);
    }
    ShopAccess.Holder holder = guards.keys().recognise(head);
    Map<String, String> standing = guards.rate().look(holder);
    try {
      ApiKeyAuthenticator.refuseSuspended(holder);
      standing = guards.rate().count(holder);
      return admitted(areas.contract(), head, Paths.API, holder, standing, declaredLength);
    } catch (HttpRefusal httpRefusal) {
      throw httpRefusal.withMissing(standing);
    }
  }

  private ShopAccess.Holder desk(HttpRequest head) {
    ShopAccess.Holder holder = guards.keys().recognise(head);
    ApiKeyAuthenticator.refuseSuspended(holder);
    if (holder.key().role() != ApiKey.Role.DESK) {
      throw HttpRefusal.because(Problem.DESK_ONLY);
    }
    return holder;
  }

  private Admission admitted(
      RouteTable table,
      HttpRequest head,
      String base,
      ShopAccess.Holder holder,
      Map<String, String> standing,
      long declaredLength) {
    if (head.query() == null) {
      throw HttpRefusal.because(Problem.BAD_QUERY);
    }
    BodyKind body = bodyKind(head);
    return switch (table.find(head.method(), below(head, base))) {
      case RouteTable.Found.Hit(var route, var parameters) -> {
        guards.body().check(head, body, declaredLength);
        StaffMember member = guards.staff().check(head, route, parameters, holder);
        yield new Admission(route, parameters, holder, member, standing, body);
      }
      case RouteTable.Found.WrongVerb(String allow) ->
          throw new HttpRefusal(Problem.METHOD_NOT_ALLOWED, Map.of(), Map.of("Allow", allow));
      case RouteTable.Found.Nothing() -> throw HttpRefusal.because(Problem.NOT_FOUND);
    };
  }

  private static String below(HttpRequest httpRequest, String base) {
    String rest = httpRequest.path().substring(base.length());
    return rest.isEmpty() ? "/" : rest;
  }

  private static BodyKind bodyKind(HttpRequest httpRequest) {
    if (isPage(httpRequest)) {
      return BodyKind.PAGE_FORM;
    }
    if (httpRequest.isUnder(Paths.CALLBACKS)) {
      return BodyKind.CALLBACK;
    }
    return isUpload(httpRequest.path()) && httpRequest.method().equals("POST")
        ? BodyKind.PICTURE
        : BodyKind.JSON;
  }

  /** Whether pictures are sent to this path. */
  private static boolean isUpload(String path) {
    return path.equals(UPLOAD) || path.equals(UPLOAD + "/");
  }

  private static boolean isPage(HttpRequest httpRequest) {
    return httpRequest.isUnder(Paths.PAY) || httpRequest.isUnder(Paths.QR);
  }
}
