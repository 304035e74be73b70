package duken.gateway.http;

import duken.engine.admin.ShopAccess;
import duken.engine.runtime.Caller;
import duken.store.Scope;
import java.util.Map;

/**
 * A call that found its route.
 *
 * @param parameters of the path, decoded
 * @param holder whose key it was made with; null on public routes
 */
public record RoutedRequest(
    HttpRequest httpRequest, Map<String, String> parameters, ShopAccess.Holder holder) {

  /** The number in the path; routes with {@code {id}} match numbers only. */
  public long id() {
    return Long.parseLong(parameters.get("id"));
  }

  /** On whose behalf the engine acts. */
  public Caller caller() {
    return holder.caller();
  }

  /** Whose records are visible. */
  public Scope scope() {
    return holder.caller().scope();
  }
}
