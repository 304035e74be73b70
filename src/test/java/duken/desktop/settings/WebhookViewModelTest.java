package duken.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.WebhookJson.Change;
import duken.api.WebhookJson.Config;
import duken.api.WebhookJson.TestResult;
import duken.api.desk.WebhookApi;
import duken.desktop.NoEngine;
import duken.desktop.kit.task.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookViewModelTest {

  private static final class Post extends NoEngine.Webhook {
    final List<Change> changes = new ArrayList<>();
    Config config = new Config(null, false, List.of(), false, null, null);
    EngineProblem refusal;

    @Override
    public Config config() {
      return config;
    }

    @Override
    public Config configure(Change change) {
      if (refusal != null) {
        throw refusal;
      }
      changes.add(change);
      boolean fresh = !config.secretSet() || Boolean.TRUE.equals(change.rotateSecret());
      config =
          new Config(
              change.url() == null ? config.url() : change.url(),
              change.enabled() == null ? config.enabled() : change.enabled(),
              List.of("invoice.status_changed"),
              true,
              null,
              null);
      return new Config(
          config.url(), config.enabled(), config.events(), true, fresh ? "whsec_1" : null, null);
    }

    @Override
    public TestResult test() {
      return new TestResult("webhook.test", false, 500, 41, "HTTP 500");
    }

    EngineApi engine() {
      return new NoEngine() {
        @Override
        public WebhookApi webhook() {
          return Post.this;
        }
      };
    }
  }

  private final Post post = new Post();
  private final WebhookViewModel webhook =
      new WebhookViewModel(post.engine(), new Background(Runnable::run, Runnable::run));
  private final List<RuntimeException> said = new ArrayList<>();

  private void save() {
    webhook.save(() -> {}, said::add);
  }

  @Test
  void theFirstAddressSwitchesOnAndShowsTheSecretOnce() {
    webhook.refresh();
    webhook.url().set(" https://shop.kz/hook ");
    save();
    assertThat(post.changes)
        .containsExactly(new Change("https://shop.kz/hook", true, null, null, null));
    assertThat(webhook.secret().get()).isEqualTo("whsec_1");
    webhook.forget();
    webhook.refresh();
    assertThat(webhook.secret().get()).isNull();
  }

  @Test
  void anotherAddressLeavesTheSwitchAlone() {
    post.config = new Config("https://a.kz/h", false, List.of(), true, null, null);
    webhook.refresh();
    webhook.url().set("https://b.kz/h");
    save();
    assertThat(post.changes.getFirst().enabled()).isNull();
  }

  @Test
  void whatIsBeingTypedSurvivesANewAnswer() {
    post.config = new Config("https://a.kz/h", true, List.of(), true, null, null);
    webhook.refresh();
    webhook.url().set("https://b.kz/h");
    webhook.refresh();
    assertThat(webhook.url().get()).isEqualTo("https://b.kz/h");
  }

  @Test
  void anAddressTheEngineRefusesIsSaidAtTheField() {
    post.refusal =
        new EngineProblem(
            422, "VALIDATION_ERROR", "Проверьте поля", Map.of("url", List.of("Нужен https")));
    webhook.url().set("http://shop.kz/hook");
    save();
    assertThat(webhook.wrong().get()).isEqualTo("Нужен https");
    assertThat(said).isEmpty();
  }

  @Test
  void anotherRefusalIsSaidAloud() {
    post.refusal = new EngineProblem(403, "FORBIDDEN", "Нельзя", Map.of());
    webhook.url().set("https://shop.kz/hook");
    save();
    assertThat(said).hasSize(1);
  }

  @Test
  void anEmptyAddressIsNotSent() {
    save();
    assertThat(webhook.wrong().get()).isEqualTo("settings.webhook.url.missing");
    assertThat(post.changes).isEmpty();
  }

  @Test
  void theOutcomeOfATestIsForgottenWhenTheAddressIsChanged() {
    webhook.test(said::add);
    assertThat(webhook.tested().get().statusCode()).isEqualTo(500);
    webhook.url().set("https://shop.kz/other");
    assertThat(webhook.tested().get()).isNull();
  }

  @Test
  void aNewSecretIsShown() {
    post.config = new Config("https://a.kz/h", true, List.of(), true, null, null);
    webhook.refresh();
    webhook.rotate(said::add);
    assertThat(webhook.secret().get()).isEqualTo("whsec_1");
  }
}
