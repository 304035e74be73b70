package duken.api;

/** Whose key this is (gateway contract, section 13). */
public record MeJson(
    Tenant tenant, ApiKey apiKey, boolean isSandbox, Provider provider, RateLimit rateLimit) {

  public record Tenant(long id, String name, String timezone, String createdAt) {}

  /** The key, without the key. */
  public record ApiKey(
      long id,
      String name,
      String prefix,
      boolean isSandbox,
      String createdAt,
      String lastUsedAt) {}

  public record Provider(String name, boolean connected) {}

  public record RateLimit(int limit, int windowSeconds) {}
}
