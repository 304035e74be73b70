package duken.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What the owner of the data folder is told, under {@code /desk/v1/admin}. */
public final class AdminJson {

  private AdminJson() {}

  /**
   * {@code POST /desk/v1/admin/keys}: a key for a shop, which is made where there is none of that
   * name.
   *
   * @param mode {@code test} or {@code live}
   * @param role {@code api} or {@code desk}
   */
  public record NewKey(String tenant, String name, String mode, String role) {}

  /** The one answer that shows a key whole. */
  public record CreatedKey(long id, String key, String tenant) {

    @Override
    public String toString() {
      return "key " + id;
    }
  }

  /** {@code POST /desk/v1/admin/tenants} and {@code PUT /desk/v1/admin/tenants/{id}}. */
  public record TenantName(String name) {}

  /** {@code POST /desk/v1/admin/tenants/{id}/suspend}. */
  public record Suspension(boolean suspended) {}

  /**
   * A key of any shop, without the key.
   *
   * @param tenant the shop's name
   */
  public record Key(
      long id,
      long tenantId,
      String tenant,
      String name,
      String prefix,
      String mode,
      String role,
      @JsonUnwrapped KeyTimes times) {}

  /** Since when, when last and until when. */
  public record KeyTimes(String createdAt, String lastUsedAt, String revokedAt) {}

  /**
   * A shop.
   *
   * @param suspended every call of its keys is refused with 403
   */
  public record Tenant(
      long id, String name, String timezone, boolean suspended, String createdAt) {}
}
