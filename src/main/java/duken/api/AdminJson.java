package duken.api;

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

  /** A key of any shop, without the key. */
  public record Key(
      long id,
      String tenant,
      String name,
      String prefix,
      String mode,
      String role,
      String createdAt,
      String lastUsedAt,
      String revokedAt) {}

  /** A shop. */
  public record Tenant(
      long id, String name, String timezone, boolean suspended, String createdAt) {}
}
