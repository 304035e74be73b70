package duken.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.AdminApi;
import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.desktop.NoEngine;
import duken.desktop.kit.task.Background;
import duken.desktop.settings.EngineViewModel.Place;
import duken.desktop.shell.DeskPreferences.RemoteEngine;
import duken.desktop.shell.EngineSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineViewModelTest {

  private static final String KEY = "kpa_live_" + "a".repeat(32);

  private static final class Door implements EngineSwitch {
    final List<RemoteEngine> used = new ArrayList<>();
    RuntimeException trouble;
    int closed;

    @Override
    public Optional<String> dataFolder() {
      return Optional.empty();
    }

    @Override
    public Optional<AdminApi> admin() {
      return Optional.empty();
    }

    @Override
    public boolean isFixed() {
      return false;
    }

    @Override
    public EngineApi reach(RemoteEngine engine) {
      return new NoEngine() {
        @Override
        public DeskJson.State state() {
          if (trouble != null) {
            throw trouble;
          }
          return new DeskJson.State(
              "Кофейня", false, "sandbox", "connected", List.of(), true, 0, 0, 1, "", "1", null);
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }

    @Override
    public void use(RemoteEngine engine) {
      used.add(engine);
    }
  }

  private final Door door = new Door();

  private EngineViewModel model(RemoteEngine current) {
    return new EngineViewModel(
        door, new Background(Runnable::run, Runnable::run), Optional.ofNullable(current));
  }

  private EngineViewModel typed(String url, String key) {
    EngineViewModel model = model(null);
    model.place().set(Place.REMOTE);
    model.url().set(url);
    model.key().set(key);
    return model;
  }

  @Test
  void aTestAsksTheOtherEngineAndChangesNothing() {
    EngineViewModel model = typed("https://kassa.shop.kz/", KEY);
    model.test();
    assertThat(model.outcome().get().good()).isTrue();
    assertThat(model.outcome().get().values()).containsExactly("Кофейня");
    assertThat(door.used).isEmpty();
    assertThat(door.closed).isEqualTo(1);
  }

  @Test
  void connectingUsesTheEngineThatAnswered() {
    typed("https://kassa.shop.kz/", KEY).apply();
    assertThat(door.used).containsExactly(new RemoteEngine("https://kassa.shop.kz", KEY));
  }

  @Test
  void anEngineThatDoesNotAnswerIsNotUsed() {
    door.trouble = new EngineUnreachable("no answer", null);
    EngineViewModel model = typed("https://kassa.shop.kz", KEY);
    model.apply();
    assertThat(door.used).isEmpty();
    assertThat(model.outcome().get().textKey()).isEqualTo("settings.engine.test.silent");
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void aRefusedKeyIsSaid() {
    door.trouble = new EngineProblem(401, "UNAUTHORIZED", "", Map.of());
    EngineViewModel model = typed("https://kassa.shop.kz", KEY);
    model.test();
    assertThat(model.outcome().get().textKey()).isEqualTo("settings.engine.test.key");
  }

  @ParameterizedTest
  @CsvSource({
    "'', settings.engine.url.missing",
    "kassa, settings.engine.url.invalid",
    "ftp://kassa.kz, settings.engine.url.invalid",
    "https://user@kassa.kz, settings.engine.url.invalid",
    "http://192.168.1.5:3000, settings.engine.url.tls",
    "http://kassa.kz, settings.engine.url.tls",
    "http://127.0.0.1.kassa.kz, settings.engine.url.tls"
  })
  void aBadAddressIsSaidBeforeAnythingIsSent(String url, String wrong) {
    EngineViewModel model = typed(url, KEY);
    model.test();
    assertThat(model.wrongUrl().get()).isEqualTo(wrong);
    assertThat(door.closed).isZero();
  }

  @Test
  void thisComputerNeedsNoTls() {
    EngineViewModel model = typed("http://127.0.0.1:3000", KEY);
    model.test();
    assertThat(model.outcome().get().good()).isTrue();
  }

  @Test
  void aKeyIsNeededForANewAddressButKeptForTheOldOne() {
    EngineViewModel model = model(new RemoteEngine("https://kassa.shop.kz", KEY));
    model.test();
    assertThat(model.outcome().get().good()).isTrue();
    model.url().set("https://other.kz");
    model.test();
    assertThat(model.wrongKey().get()).isEqualTo("settings.engine.key.missing");
  }

  @Test
  void goingBackToTheOwnEngineNeedsNoAddress() {
    EngineViewModel model = model(new RemoteEngine("https://kassa.shop.kz", KEY));
    model.place().set(Place.OWN);
    model.apply();
    assertThat(door.used).hasSize(1).containsOnlyNulls();
  }

  @Test
  void nothingHappensWhenNothingWasChanged() {
    model(null).apply();
    assertThat(door.used).isEmpty();
  }
}
