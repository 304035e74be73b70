package duken.api;

import java.util.List;

/**
 * Shops and all their keys, for the owner of the data folder. Calls block; make them on a virtual
 * thread.
 *
 * <p>Every call throws {@link EngineProblem} when it was refused: {@code NOT_FOUND} for a shop or a
 * valid key that is not there, {@code NAME_TAKEN} for the name of another shop; and {@link
 * EngineUnreachable} when there was no answer, in which case nobody knows whether it was carried
 * out.
 */
public interface AdminApi extends AutoCloseable {

  /** All shops, oldest first. */
  List<AdminJson.Tenant> tenants();

  AdminJson.Tenant createTenant(String name);

  /** Gives a shop another name. */
  AdminJson.Tenant renameTenant(long tenantId, String name);

  /** Suspends a shop, so that every call of its keys is refused, or lets it go on. */
  AdminJson.Tenant suspendTenant(long tenantId, boolean suspended);

  /** All keys of all shops, oldest first, revoked ones too. */
  List<AdminJson.Key> keys();

  /** Makes a key; the shop is made too where there is none of that name. */
  AdminJson.CreatedKey createKey(AdminJson.NewKey key);

  /** Revokes a key at once and for good. */
  void revokeKey(long keyId);

  @Override
  void close();
}
