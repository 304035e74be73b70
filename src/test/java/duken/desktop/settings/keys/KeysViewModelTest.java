package duken.desktop.settings.keys;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson.CreatedKey;
import duken.api.DeskJson.Key;
import duken.api.EngineUnreachable;
import duken.api.desk.KeysApi;
import duken.desktop.NoEngine;
import duken.desktop.kit.task.Background;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysViewModelTest {

  private static final class Safe extends NoEngine implements KeysApi {
    final List<Key> keys = new ArrayList<>();
    boolean silent;

    @Override
    public KeysApi keys() {
      return this;
    }

    @Override
    public List<Key> list() {
      return List.copyOf(keys);
    }

    @Override
    public CreatedKey create(String name) {
      if (silent) {
        throw new EngineUnreachable("no answer", null);
      }
      Key key = key(keys.size() + 1, name, null);
      keys.add(key);
      return new CreatedKey(key, "kpa_test_" + "x".repeat(32));
    }

    @Override
    public void revoke(long keyId) {
      keys.replaceAll(
          key -> key.id() == keyId ? key(keyId, key.name(), "2026-05-14T10:00:00Z") : key);
    }
  }

  private static Key key(long id, String name, String revokedAt) {
    return new Key(
        id, name, "kpa_test_9fQ2", "test", "api", "2026-05-14T09:00:00Z", null, revokedAt);
  }

  private final Safe safe = new Safe();
  private final KeysViewModel keys =
      new KeysViewModel(() -> KeyRing.of(safe), new Background(Runnable::run, Runnable::run));
  private final List<RuntimeException> said = new ArrayList<>();

  @Test
  void aNewKeyIsShownWholeUntilItIsForgotten() {
    keys.label().set(" Сайт ");
    keys.create(said::add);
    assertThat(keys.fresh().get()).startsWith("kpa_test_");
    assertThat(keys.keys()).extracting(Key::name).containsExactly("Сайт");
    assertThat(keys.label().get()).isEmpty();
    keys.forget();
    assertThat(keys.fresh().get()).isNull();
  }

  @Test
  void aKeyWithoutALabelIsNotMade() {
    keys.label().set("  ");
    keys.create(said::add);
    assertThat(keys.wrong().get()).isEqualTo("settings.keys.label.missing");
    assertThat(safe.keys).isEmpty();
    keys.label().set("1С");
    assertThat(keys.wrong().get()).isNull();
  }

  @Test
  void aLostAnswerKeepsTheLabelForAnotherTry() {
    safe.silent = true;
    keys.label().set("Сайт");
    keys.create(said::add);
    assertThat(said).hasSize(1);
    assertThat(keys.label().get()).isEqualTo("Сайт");
    assertThat(keys.busy().get()).isFalse();
  }

  @Test
  void revokedKeysSinkToTheEnd() {
    safe.keys.add(key(1, "a", null));
    safe.keys.add(key(2, "b", null));
    keys.refresh();
    keys.revoke(keys.keys().getFirst(), said::add);
    assertThat(keys.keys()).extracting(Key::name).containsExactly("a", "b");
    assertThat(keys.keys().getLast().revokedAt()).isNotNull();
  }
}
