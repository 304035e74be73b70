package duken.gateway;

import duken.gateway.contract.AccountRoutes;
import duken.gateway.contract.InvoiceRoutes;
import duken.gateway.contract.InvoiceToJson;
import duken.gateway.contract.Links;
import duken.gateway.contract.OnceOnly;
import duken.gateway.contract.RefundRoutes;
import duken.gateway.contract.WebhookRoutes;
import duken.gateway.guard.AdminGuard;
import duken.gateway.guard.BodyGuard;
import duken.gateway.guard.FailedSignIns;
import duken.gateway.guard.HostGuard;
import duken.gateway.guard.KeyGuard;
import duken.gateway.guard.OriginGuard;
import duken.gateway.guard.RateLimiter;
import duken.gateway.http.Route;
import duken.gateway.http.RouteTable;
import duken.gateway.problem.ProblemAnswers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts guards and routes together. */
final class GateBuilder {

  private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

  private final GatewayParts parts;
  private final GatewayOptions options;
  private final HostGuard hosts;
  private final ProblemAnswers problems;

  GateBuilder(GatewayParts parts, GatewayOptions options) {
    this.parts = parts;
    this.options = options;
    Set<String> names = new HashSet<>(options.hosts());
    names.addAll(THIS_COMPUTER);
    names.add(options.publicUrl().getHost());
    this.hosts = new HostGuard(names);
    this.problems = new ProblemAnswers(options.mirrors());
  }

  HostGuard hosts() {
    return hosts;
  }

  ProblemAnswers problems() {
    return problems;
  }

  Gate build() {
    FailedSignIns failures = new FailedSignIns(parts.clock());
    Gate.Guards guards =
        new Gate.Guards(
            hosts,
            new OriginGuard(options.publicUrl()),
            new BodyGuard(),
            new KeyGuard(parts.access(), failures),
            new RateLimiter(options.ratePerMinute(), parts.clock()),
            new AdminGuard(options.adminKey(), failures));
    return new Gate(guards, areas(), problems);
  }

  private Gate.Areas areas() {
    InvoiceToJson toJson = new InvoiceToJson(new Links(options.publicUrl()));
    OnceOnly once = new OnceOnly(parts.calls(), problems);
    AccountRoutes account =
        new AccountRoutes(
            parts.store(), parts.bank(), options.ratePerMinute(), options.version(), parts.clock());
    List<Route> contract = new ArrayList<>(account.routes());
    contract.addAll(
        new InvoiceRoutes(parts.invoicing(), parts.store(), once, toJson, options.mirrors())
            .routes());
    contract.addAll(
        new RefundRoutes(parts.refunding(), parts.store(), once, options.mirrors()).routes());
    contract.addAll(new WebhookRoutes(parts.webhooks(), parts.tester()).routes());
    return new Gate.Areas(
        new RouteTable(account.openRoutes()),
        new RouteTable(contract),
        new RouteTable(List.of()),
        new RouteTable(List.of()),
        new RouteTable(List.of()));
  }
}
