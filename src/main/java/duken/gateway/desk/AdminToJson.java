package duken.gateway.desk;

import duken.api.AdminJson;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.gateway.contract.Wire;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shops and keys as their owner is told of them. */
public final class AdminToJson {

  private AdminToJson() {}

  public static AdminJson.Tenant tenant(Tenant tenant) {
    return new AdminJson.Tenant(
        tenant.id(),
        tenant.name(),
        tenant.timezone(),
        tenant.suspended(),
        Wire.time(tenant.createdAt()));
  }

  /** Keys with the names of their shops. */
  public static List<AdminJson.Key> keys(List<ApiKey> keys, List<Tenant> tenants) {
    Map<Long, String> names = tenants.stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    return keys.stream().map(key -> key(key, names.get(key.tenantId()))).toList();
  }

  private static AdminJson.Key key(ApiKey key, String tenant) {
    return new AdminJson.Key(
        key.id(),
        key.tenantId(),
        tenant,
        key.name(),
        key.prefix(),
        key.mode().word(),
        key.role().word(),
        new AdminJson.KeyTimes(
            Wire.time(key.times().createdAt()),
            Wire.time(key.times().lastUsedAt()),
            Wire.time(key.times().revokedAt())));
  }
}
