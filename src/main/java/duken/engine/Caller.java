package duken.engine;

import duken.domain.ApiKey;
import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.Refund;
import duken.store.Scope;

/**
 * On whose behalf something is done.
 *
 * @param keyName becomes {@code source} of webhooks
 */
public record Caller(long tenantId, Mode mode, String keyName, ApiKey.Role role) {

  /** Whose records are visible. */
  public Scope scope() {
    return new Scope(tenantId, mode);
  }

  Invoice.Origin origin() {
    return role == ApiKey.Role.DESK ? Invoice.Origin.DESK : Invoice.Origin.API;
  }

  Refund.Initiator initiator() {
    return role == ApiKey.Role.DESK ? Refund.Initiator.CASHIER : Refund.Initiator.API;
  }
}
