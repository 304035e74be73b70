package duken.desktop;

import duken.api.AdminApi;
import duken.api.AdminJson;
import duken.api.EngineProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Two shops and their keys, in memory. */
public final class SampleAdmin implements AdminApi {

  private static final String THEN = "2026-02-01T09:00:00Z";

  private final List<AdminJson.Tenant> shops = new ArrayList<>();
  private final List<AdminJson.Key> keys = new ArrayList<>();

  /** A coffee shop, and a pharmacy that is suspended. */
  public SampleAdmin() {
    shops.add(new AdminJson.Tenant(1, "Кофейня на Абая", "Asia/Almaty", false, THEN));
    shops.add(new AdminJson.Tenant(2, "Аптека «Здоровье»", "Asia/Almaty", true, THEN));
    add(1, "Кофейня на Абая", "Касса 1", "live", "desk");
    add(1, "Кофейня на Абая", "Сайт kofe.kz", "live", "api");
    add(2, "Аптека «Здоровье»", "1С", "test", "api");
  }

  @Override
  public List<AdminJson.Tenant> tenants() {
    return List.copyOf(shops);
  }

  @Override
  public AdminJson.Tenant createTenant(String name) {
    refuseTaken(0, name);
    AdminJson.Tenant shop =
        new AdminJson.Tenant(shops.size() + 1, name, "Asia/Almaty", false, THEN);
    shops.add(shop);
    return shop;
  }

  @Override
  public AdminJson.Tenant renameTenant(long tenantId, String name) {
    refuseTaken(tenantId, name);
    return change(
        tenantId, it -> new AdminJson.Tenant(it.id(), name, it.timezone(), it.suspended(), THEN));
  }

  @Override
  public AdminJson.Tenant suspendTenant(long tenantId, boolean suspended) {
    return change(
        tenantId, it -> new AdminJson.Tenant(it.id(), it.name(), it.timezone(), suspended, THEN));
  }

  @Override
  public List<AdminJson.Key> keys() {
    return List.copyOf(keys);
  }

  @Override
  public AdminJson.CreatedKey createKey(AdminJson.NewKey key) {
    AdminJson.Tenant shop =
        shops.stream().filter(it -> it.name().equals(key.tenant())).findFirst().orElseThrow();
    AdminJson.Key made = add(shop.id(), shop.name(), key.name(), key.mode(), key.role());
    return new AdminJson.CreatedKey(
        made.id(), made.prefix() + "mXc7VbN4tLkR8sWpZ3yHdJ6gA1eU5iOo", shop.name());
  }

  @Override
  public void revokeKey(long keyId) {
    keys.replaceAll(
        it ->
            it.id() == keyId
                ? new AdminJson.Key(
                    it.id(),
                    it.tenantId(),
                    it.tenant(),
                    it.name(),
                    it.prefix(),
                    it.mode(),
                    it.role(),
                    new AdminJson.KeyTimes(it.times().createdAt(), null, THEN))
                : it);
  }

  @Override
  public void close() {}

  private AdminJson.Key add(long shop, String tenant, String name, String mode, String role) {
    int id = keys.size() + 1;
    AdminJson.Key key =
        new AdminJson.Key(
            id,
            shop,
            tenant,
            name,
            "kpa_" + mode + "_9fQ" + id,
            mode,
            role,
            new AdminJson.KeyTimes(THEN, null, null));
    keys.add(key);
    return key;
  }

  private AdminJson.Tenant change(long id, UnaryOperator<AdminJson.Tenant> change) {
    shops.replaceAll(it -> it.id() == id ? change.apply(it) : it);
    return shops.stream().filter(it -> it.id() == id).findFirst().orElseThrow();
  }

  private void refuseTaken(long id, String name) {
    if (shops.stream().anyMatch(it -> it.name().equals(name) && it.id() != id)) {
      throw new EngineProblem(409, "NAME_TAKEN", "taken", Map.of());
    }
  }
}
