package duken.desktop.settings.shops;

import duken.api.AdminApi;
import duken.api.AdminJson;
import duken.api.DeskJson.Key;
import duken.desktop.settings.keys.KeyRing;
import java.util.List;

/**
 * The keys of any shop of this PC's own engine.
 *
 * @param mode of a new key, {@code test} or {@code live}
 * @param role of a new key, {@code api} or {@code desk}
 */
record ShopKeyRing(AdminApi admin, AdminJson.Tenant shop, String mode, String role)
    implements KeyRing {

  @Override
  public List<Key> keys() {
    return admin.keys().stream()
        .filter(key -> key.tenantId() == shop.id())
        .map(ShopKeyRing::withoutShop)
        .toList();
  }

  @Override
  public String create(String name) {
    return admin.createKey(new AdminJson.NewKey(shop.name(), name, mode, role)).key();
  }

  @Override
  public void revoke(long keyId) {
    admin.revokeKey(keyId);
  }

  private static Key withoutShop(AdminJson.Key key) {
    return new Key(
        key.id(),
        key.name(),
        key.prefix(),
        key.mode(),
        key.role(),
        key.times().createdAt(),
        key.times().lastUsedAt(),
        key.times().revokedAt());
  }
}
