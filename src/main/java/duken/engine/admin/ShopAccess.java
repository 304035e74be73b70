package duken.engine.admin;

import duken.domain.DomainRefusal;
import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.runtime.Caller;
import duken.engine.runtime.ConfigurationCache;
import duken.security.ApiKeyText;
import duken.store.Scope;
import duken.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Shops and the keys to them (gateway contract, section 2). */
public final class ShopAccess {

  private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);
  private static final String ALMATY = "Asia/Almaty";

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random;

  /** Keys of this process's own windows by digest; they end with the process. */
  private final Map<String, ApiKey> passing = new ConcurrentHashMap<>();

  /** Keys that were recognised, by digest. */
  private final ConfigurationCache<String, Holder> holders;

  public ShopAccess(Store store, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.holders = new ConfigurationCache<>(store);
  }

  public record Holder(Tenant tenant, ApiKey key) {

    /** On whose behalf the engine acts. */
    public Caller caller() {
      return new Caller(tenant.id(), key.mode(), key.name(), key.role());
    }
  }

  /** A new key: the only time it is whole. */
  public record NewKey(ApiKey key, ApiKeyText text) {}

  /**
   * Recognises a key. An unknown one takes as long whether or not it begins like a known one.
   *
   * @param header as sent, or null
   * @return empty for a missing, malformed, unknown or revoked key
   */
  public Optional<Holder> authenticate(String header) {
    ApiKeyText text = ApiKeyText.parse(header).orElse(null);
    String digest = text == null ? ApiKeyText.DUMMY_DIGEST : text.digest();
    String prefix = text == null ? "" : text.prefix();
    Optional<Holder> found = holders.get(digest, _ -> holder(prefix, digest));
    found.filter(holder -> !passing.containsKey(digest)).ifPresent(holder -> noteUse(holder.key()));
    return found;
  }

  private Optional<Holder> holder(String prefix, String digest) {
    ApiKey passingKey = passing.get(digest);
    return store.read(
        tx ->
            Optional.ofNullable(
                    passingKey == null
                        ? matching(tx.keys().findByPrefix(prefix), digest)
                        : passingKey)
                .flatMap(key -> tx.tenants().find(key.tenantId()).map(t -> new Holder(t, key))));
  }

  /**
   * Makes a key.
   *
   * @throws duken.domain.Refusal NOT_FOUND when there is no such shop
   */
  public NewKey createKey(long tenantId, String name, Mode mode, ApiKey.Role role) {
    ApiKeyText text = ApiKeyText.mint(mode.word(), random);
    return store.write(
        tx -> {
          Tenant tenant = tx.tenants().find(tenantId).orElseThrow(ShopAccess::notFound);
          return new NewKey(tx.keys().insert(fresh(tenant.id(), name, mode, role, text)), text);
        });
  }

  /** Makes a key that ends with this process and is never stored: for its own window. */
  public ApiKeyText passingKey(long tenantId, String name, Mode mode, ApiKey.Role role) {
    ApiKeyText text = ApiKeyText.mint(mode.word(), random);
    passing.put(text.digest(), fresh(tenantId, name, mode, role, text));
    return text;
  }

  /** All keys of all shops, oldest first, revoked ones too. */
  public List<ApiKey> allKeys() {
    return store.read(tx -> tx.keys().all());
  }

  /** A shop's keys, oldest first, revoked ones too. */
  public List<ApiKey> keys(Scope scope) {
    return store.read(tx -> tx.keys().of(scope));
  }

  /**
   * Revokes a key of any shop, at once.
   *
   * @return whether there was such a valid key
   */
  public boolean revoke(long keyId) {
    return store.write(tx -> tx.keys().revoke(keyId, clock.instant()));
  }

  /**
   * Revokes a key of this shop.
   *
   * @return whether there was such a valid key
   */
  public boolean revoke(Scope scope, long keyId) {
    return store.write(
        tx ->
            tx.keys().of(scope).stream().anyMatch(key -> key.id() == keyId)
                && tx.keys().revoke(keyId, clock.instant()));
  }

  /** All shops, oldest first. */
  public List<Tenant> tenants() {
    return store.read(tx -> tx.tenants().all());
  }

  /** The shop with this name, made when there is none. */
  public Tenant tenantNamed(String name) {
    return store.write(
        tx -> tx.tenants().findByName(name).orElseGet(() -> tx.tenants().insert(newTenant(name))));
  }

  /**
   * Opens a shop.
   *
   * @return empty when there is one with this name
   */
  public Optional<Tenant> openTenant(String name) {
    return store.write(
        tx ->
            tx.tenants().findByName(name).isPresent()
                ? Optional.empty()
                : Optional.of(tx.tenants().insert(newTenant(name))));
  }

  /**
   * Gives a shop another name.
   *
   * @return empty when another shop has it
   * @throws duken.domain.Refusal NOT_FOUND
   */
  public Optional<Tenant> rename(long tenantId, String name) {
    return store.write(
        tx -> {
          Tenant old = tx.tenants().find(tenantId).orElseThrow(ShopAccess::notFound);
          Optional<Tenant> other = tx.tenants().findByName(name);
          if (other.isPresent() && other.get().id() != tenantId) {
            return Optional.empty();
          }
          Tenant renamed =
              new Tenant(old.id(), name, old.timezone(), old.suspended(), old.createdAt());
          tx.tenants().update(renamed);
          return Optional.of(renamed);
        });
  }

  /**
   * Suspends a shop or lets it go on.
   *
   * @throws duken.domain.Refusal NOT_FOUND
   */
  public Tenant suspend(long tenantId, boolean suspended) {
    return store.write(
        tx -> {
          Tenant old = tx.tenants().find(tenantId).orElseThrow(ShopAccess::notFound);
          Tenant changed =
              new Tenant(old.id(), old.name(), old.timezone(), suspended, old.createdAt());
          tx.tenants().update(changed);
          return changed;
        });
  }

  private static ApiKey matching(List<ApiKey> candidates, String digest) {
    // Somebody is always compared with, so that an unknown key takes as long as a known one.
    List<String> digests =
        candidates.isEmpty()
            ? List.of(ApiKeyText.DUMMY_DIGEST)
            : candidates.stream().map(ApiKey::digest).toList();
    ApiKey match = null;
    for (int i = 0; i < digests.size(); i++) {
      boolean same = ApiKeyText.sameDigest(digests.get(i), digest);
      if (same && i < candidates.size() && candidates.get(i).times().revokedAt() == null) {
        match = candidates.get(i);
      }
    }
    return match;
  }

  private void noteUse(ApiKey key) {
    Instant now = clock.instant();
    if (key.times().lastUsedAt() == null
        || key.times().lastUsedAt().plus(USE_IS_NOTED_EVERY).isBefore(now)) {
      store.writeLightly(tx -> tx.keys().touch(key.id(), now));
    }
  }

  private ApiKey fresh(long tenantId, String name, Mode mode, ApiKey.Role role, ApiKeyText text) {
    return new ApiKey(
        0,
        tenantId,
        name,
        mode,
        role,
        text.prefix(),
        text.digest(),
        new ApiKey.Times(now(), null, null));
  }

  private Tenant newTenant(String name) {
    return new Tenant(0, name, ALMATY, false, now());
  }

  private static DomainRefusal notFound() {
    return DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
  }

  private Instant now() {
    return clock.instant();
  }
}
