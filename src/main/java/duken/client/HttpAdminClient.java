package duken.client;

import duken.api.AdminApi;
import duken.api.AdminJson;
import duken.api.DeskJson;
import duken.api.Paths;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.type.TypeReference;

/**
 * Shops and keys through the engine that has the data folder open, with the key it left there for
 * its owner. Safe for use by many threads; calls block for 10 s at most.
 */
public final class HttpAdminClient implements AdminApi {

  private static final TypeReference<DeskJson.ListOf<AdminJson.Tenant>> TENANTS =
      new TypeReference<>() {};
  private static final TypeReference<DeskJson.ListOf<AdminJson.Key>> KEYS =
      new TypeReference<>() {};

  private final EngineCalls calls;

  /**
   * @param adminKey from the running engine's own file
   * @param language {@code ru}, {@code kk} or {@code en}: what problems are told in
   */
  public HttpAdminClient(EngineAddress address, String adminKey, Supplier<String> language) {
    calls = new EngineCalls(address, adminKey, language, Patience.standard().connecting());
  }

  @Override
  public List<AdminJson.Tenant> tenants() {
    return to("/tenants").get(TENANTS).data();
  }

  @Override
  public AdminJson.Tenant createTenant(String name) {
    return to("/tenants").sending(new AdminJson.TenantName(name)).post(AdminJson.Tenant.class);
  }

  @Override
  public AdminJson.Tenant renameTenant(long tenantId, String name) {
    return to("/tenants/" + tenantId)
        .sending(new AdminJson.TenantName(name))
        .put(AdminJson.Tenant.class);
  }

  @Override
  public AdminJson.Tenant suspendTenant(long tenantId, boolean suspended) {
    return to("/tenants/" + tenantId + "/suspend")
        .sending(new AdminJson.Suspension(suspended))
        .post(AdminJson.Tenant.class);
  }

  @Override
  public List<AdminJson.Key> keys() {
    return to("/keys").get(KEYS).data();
  }

  @Override
  public AdminJson.CreatedKey createKey(AdminJson.NewKey key) {
    return to("/keys").sending(key).post(AdminJson.CreatedKey.class);
  }

  @Override
  public void revokeKey(long keyId) {
    to("/keys/" + keyId).send("DELETE");
  }

  /** Breaks off calls that wait. */
  @Override
  public void close() {
    calls.close();
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + "/admin" + path).within(Patience.standard().reading());
  }
}
