package duken.engine.runtime;

import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.Refund;
import duken.domain.tenant.ApiKey;
import duken.store.Scope;

/**
 * On whose behalf something is done.
 *
 * @param keyName becomes {@code source} of webhooks
 * @param callKey the reservation of its {@code Idempotency-Key} header, or null: whoever creates an
 *     invoice or a refund binds it to that reservation in the creating transaction ({@link
 *     duken.store.IdempotentCalls#bind})
 */
public record Caller(long tenantId, Mode mode, String keyName, ApiKey.Role role, String callKey) {

  /** A caller without an {@code Idempotency-Key} header. */
  public Caller(long tenantId, Mode mode, String keyName, ApiKey.Role role) {
    this(tenantId, mode, keyName, role, null);
  }

  /** The same caller, making one particular call. */
  public Caller with(String reservedCallKey) {
    return new Caller(tenantId, mode, keyName, role, reservedCallKey);
  }

  /** Whose records are visible. */
  public Scope scope() {
    return new Scope(tenantId, mode);
  }

  public Invoice.Origin origin() {
    return role == ApiKey.Role.DESK ? Invoice.Origin.DESK : Invoice.Origin.API;
  }

  public Refund.Initiator initiator() {
    return role == ApiKey.Role.DESK ? Refund.Initiator.CASHIER : Refund.Initiator.API;
  }
}
