package duken.gateway.contract;

import duken.domain.DomainRefusal;
import duken.gateway.http.Route;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;

/**
 * A call about orders of the marketplace: what is refused speaks of the Kaspi shop and an order,
 * never of a bank and an invoice. Statuses and codes stay those of the contract.
 */
public final class OrderCall {

  private OrderCall() {}

  /** The same route with these words. */
  public static Route of(Route route) {
    return new Route(
        route.method(),
        route.template(),
        routedRequest -> {
          try {
            return route.handler().handle(routedRequest);
          } catch (DomainRefusal e) {
            throw inWordsOfOrders(e);
          }
        },
        route.permission());
  }

  private static RuntimeException inWordsOfOrders(DomainRefusal refusal) {
    return switch (refusal.reason()) {
      case INVALID_TRANSITION -> HttpRefusal.because(Problem.ORDER_TRANSITION);
      case PROVIDER_NOT_CONFIGURED -> HttpRefusal.because(Problem.ORDERS_NOT_CONNECTED);
      case PROVIDER_SESSION_INVALID -> HttpRefusal.because(Problem.ORDERS_SIGNED_OUT);
      case PROVIDER_ERROR -> HttpRefusal.because(Problem.ORDERS_REFUSED);
      case PROVIDER_TIMEOUT -> HttpRefusal.because(Problem.ORDERS_SILENT);
      default -> refusal;
    };
  }
}
