package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.store.Scope;
import duken.store.WebhookConfigs.Config;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shops, their keys, their webhook addresses and the engine's own small values. */
final class JdbcShopsTest extends OnBothDatabases {

  @Test
  void aShopIsFoundByIdAndByName() {
    Tenant kept = store.<Tenant>read(tx -> tx.tenants().find(shop.id()).orElseThrow());

    assertThat(kept)
        .isEqualTo(new Tenant(shop.id(), "Кофейня на Абая", "Asia/Almaty", false, NOON));
    Optional<Tenant> byName = store.read(tx -> tx.tenants().findByName(kept.name()));
    Optional<Tenant> unknown = store.read(tx -> tx.tenants().findByName("нет такой"));
    assertThat(byName).contains(kept);
    assertThat(unknown).isEmpty();
  }

  @Test
  void aNameIsGivenOnce() throws Exception {
    Tenant next = new Tenant(0, "Вторая", "Asia/Almaty", false, NOON);

    List<Boolean> made =
        Race.of(
            3,
            () -> {
              try {
                return store.write(tx -> tx.tenants().insert(next).id() > 0);
              } catch (IllegalStateException _) {
                return false;
              }
            });

    assertThat(made).containsOnlyOnce(true);
    assertThatThrownBy(() -> store.write(tx -> tx.tenants().insert(next)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.<List<Tenant>>read(tx -> tx.tenants().all()))
        .extracting(Tenant::name)
        .containsExactly("Кофейня на Абая", "Вторая");
  }

  @Test
  void aShopChangesItsNameTimeZoneAndSuspension() {
    Tenant changed = new Tenant(shop.id(), "Новая", "Asia/Aqtau", true, NOON);

    store.write(
        tx -> {
          tx.tenants().update(changed);
          return null;
        });

    assertThat(store.<List<Tenant>>read(tx -> tx.tenants().all())).containsExactly(changed);
  }

  @Test
  void aRenamedShopTakesNobodysName() {
    Shop other = Shop.called("Другая", store);
    Tenant renamed = new Tenant(other.id(), "Кофейня на Абая", "Asia/Almaty", false, NOON);

    assertThatThrownBy(
            () ->
                store.write(
                    tx -> {
                      tx.tenants().update(renamed);
                      return null;
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyIsReadBackAsItWasWritten() {
    ApiKey key = makes("kpa_test_9fQ2", "a", Mode.TEST);
    ApiKey twin = makes("kpa_test_9fQ2", "b", Mode.TEST);
    ApiKey live = makes("kpa_live_9fQ2", "c", Mode.LIVE);

    assertThat(key.id()).isPositive();
    assertThat(store.<List<ApiKey>>read(tx -> tx.keys().findByPrefix("kpa_test_9fQ2")))
        .containsExactly(key, twin);
    assertThat(store.<List<ApiKey>>read(tx -> tx.keys().of(training))).containsExactly(key, twin);
    assertThat(store.<List<ApiKey>>read(tx -> tx.keys().all())).containsExactly(key, twin, live);
    assertThat(find(live)).isEqualTo(live);
  }

  @Test
  void aKeyIsRevokedOnceAndItsUseIsRemembered() {
    ApiKey key = makes("kpa_test_9fQ2", "a", Mode.TEST);

    store.writeLightly(tx -> tx.keys().touch(key.id(), NOON.plusSeconds(60)));
    assertThat(find(key).times().lastUsedAt()).isEqualTo(NOON.plusSeconds(60));

    assertThat(revokes(key)).isTrue();
    assertThat(revokes(key)).isFalse();
    assertThat(find(key).times().revokedAt()).isEqualTo(NOON);
  }

  @Test
  void aWebhookAddressIsStoredAndReplaced() {
    Config first = new Config(training, null, false, List.of(), new byte[] {1, -1}, NOON);
    Config second =
        new Config(
            training,
            "https://a.kz/hook",
            true,
            List.of("invoice.status_changed", "webhook.test"),
            new byte[] {2},
            NOON.plusSeconds(1));

    assertThat(config(training)).isEmpty();
    saves(first);
    assertThat(config(training)).usingRecursiveComparison().isEqualTo(List.of(first));
    saves(second);
    assertThat(config(training)).usingRecursiveComparison().isEqualTo(List.of(second));
    assertThat(config(shop.scope(Mode.LIVE))).isEmpty();
  }

  @Test
  void theFirstWordOfASettingMayBeSaidByManyAtOnce() throws Exception {
    Race.of(
        4,
        () -> {
          store.write(
              tx -> {
                tx.storedSettings().put("язык", "kk");
                return null;
              });
          return true;
        });
    assertThat(setting("язык")).contains("kk");

    store.write(
        tx -> {
          tx.storedSettings().put("язык", "ru");
          return null;
        });
    assertThat(setting("язык")).contains("ru");
    assertThat(setting("тема")).isEmpty();
  }

  private ApiKey makes(String prefix, String digest, Mode mode) {
    ApiKey key =
        new ApiKey(
            0,
            shop.id(),
            "Касса 1",
            mode,
            ApiKey.Role.DESK,
            prefix,
            digest,
            new ApiKey.Times(NOON, null, null));
    return store.write(tx -> tx.keys().insert(key));
  }

  private ApiKey find(ApiKey key) {
    return store.<ApiKey>read(tx -> tx.keys().find(key.id()).orElseThrow());
  }

  private boolean revokes(ApiKey key) {
    return store.write(tx -> tx.keys().revoke(key.id(), NOON));
  }

  private void saves(Config config) {
    store.write(
        tx -> {
          tx.webhooks().save(config);
          return null;
        });
  }

  private List<Config> config(Scope scope) {
    return store.read(tx -> tx.webhooks().find(scope).stream().toList());
  }

  private Optional<String> setting(String name) {
    return store.<Optional<String>>read(tx -> tx.storedSettings().get(name));
  }
}
