package duken.engine.admin;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.security.SecretBox;
import duken.security.WebhookSecret;
import duken.security.WebhookUrlRules;
import duken.store.Scope;
import duken.store.Store;
import duken.store.WebhookConfigs.Config;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Where a shop wants its events, and the secret they are signed with (gateway contract, 12). */
public final class WebhookConfigService {

  /** The one event there is. */
  public static final String STATUS_CHANGED = "invoice.status_changed";

  /** The event of a test. */
  public static final String TEST = "webhook.test";

  private static final List<String> KNOWN_EVENTS = List.of(STATUS_CHANGED, TEST);

  private final Store store;
  private final SecretBox box;
  private final WebhookUrlRules rules;
  private final WebhookUrlRules.Resolver resolver;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * @param box seals secrets at rest
   * @param rules which addresses may be told
   * @param resolver turns host names into addresses
   */
  public WebhookConfigService(
      Store store,
      SecretBox box,
      WebhookUrlRules rules,
      WebhookUrlRules.Resolver resolver,
      SecureRandom random,
      InstantSource clock) {
    this.store = store;
    this.box = box;
    this.rules = rules;
    this.resolver = resolver;
    this.random = random;
    this.clock = clock;
  }

  /**
   * A wish for a change; null leaves as it is.
   *
   * @param secret the owner's own, 16 to 128 characters
   * @param rotateSecret make a new one
   */
  public record Change(
      String url, Boolean enabled, List<String> events, String secret, boolean rotateSecret) {}

  /**
   * The configuration.
   *
   * @param url or null before the first one was set
   * @param newSecret only right after it was made or set, else null
   * @param updatedAt UTC, or null before any configuration
   */
  public record View(
      String url,
      boolean enabled,
      List<String> events,
      boolean secretSet,
      String newSecret,
      Instant updatedAt) {}

  public View read(Scope scope) {
    return store
        .read(tx -> tx.webhooks().find(scope))
        .map(config -> view(config, null))
        .orElseGet(() -> new View(null, false, List.of(STATUS_CHANGED), false, null, null));
  }

  /**
   * Changes the configuration of a shop. The first change makes a secret.
   *
   * @throws DomainRefusal VALIDATION on {@code url}, {@code events} or {@code secret}
   */
  public View change(Scope scope, Change change) {
    check(scope, change);
    return store.write(
        tx -> {
          Optional<Config> old = tx.webhooks().find(scope);
          String url = change.url() != null ? change.url() : old.map(Config::url).orElse(null);
          boolean enabled =
              change.enabled() != null
                  ? change.enabled()
                  : old.map(Config::enabled).orElse(Boolean.TRUE);
          if (enabled && url == null) {
            throw DomainRefusal.field("url", Complaint.of("required"));
          }
          String secret = newSecret(change, old);
          Config config =
              new Config(
                  scope,
                  url,
                  enabled,
                  change.events() != null
                      ? change.events().stream().distinct().toList()
                      : old.map(Config::events).orElse(List.of(STATUS_CHANGED)),
                  secret == null ? old.orElseThrow().sealedSecret() : seal(scope, secret),
                  clock.instant());
          tx.webhooks().save(config);
          return view(config, secret);
        });
  }

  private void check(Scope scope, Change change) {
    if (change.url() != null) {
      rules
          .check(change.url(), !scope.mode().isSandbox(), resolver)
          .ifPresent(
              fault -> {
                throw DomainRefusal.field("url", Complaint.of("url." + fault.word()));
              });
    }
    if (change.events() != null && !KNOWN_EVENTS.containsAll(change.events())) {
      throw DomainRefusal.field("events", Complaint.of("choice"));
    }
    if (change.secret() != null && !WebhookSecret.isAcceptable(change.secret())) {
      throw DomainRefusal.field("secret", Complaint.of("secret"));
    }
  }

  private String newSecret(Change change, Optional<Config> old) {
    if (change.secret() != null) {
      return change.secret();
    }
    boolean wanted = change.rotateSecret() || old.map(Config::sealedSecret).isEmpty();
    return wanted ? WebhookSecret.mint(random) : null;
  }

  private byte[] seal(Scope scope, String secret) {
    return box.seal(scope.tenantId(), WebhookSecret.field(scope.mode().word()), secret);
  }

  private static View view(Config config, String newSecret) {
    return new View(
        config.url(),
        config.enabled(),
        config.events(),
        config.sealedSecret() != null,
        newSecret,
        config.updatedAt());
  }
}
