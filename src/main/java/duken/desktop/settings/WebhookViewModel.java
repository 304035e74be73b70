package duken.desktop.settings;

import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.WebhookJson;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.SingleAction;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Where the shop's own program is told what happened, and whether it can be reached. */
public final class WebhookViewModel {

  private final EngineApi engine;
  private final Background background;

  private final StringProperty url = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<WebhookJson.Config> config = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> wrong = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> secret = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<WebhookJson.TestResult> tested =
      new ReadOnlyObjectWrapper<>();
  private final SingleAction test;
  private final SingleAction change;
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();

  /** Nothing is asked before {@link #refresh}. */
  public WebhookViewModel(EngineApi engine, Background background) {
    this.engine = engine;
    this.background = background;
    change = new SingleAction(background);
    test = new SingleAction(background);
    url.addListener(
        _ -> {
          wrong.set(null);
          tested.set(null);
        });
  }

  /** Asks how it is configured; an address that is being typed stays. */
  public void refresh() {
    background.ask(() -> engine.webhook().config(), this::told, problem::set);
  }

  /**
   * Saves the typed address; the first one also switches the notifications on.
   *
   * @param saved called when the engine has it
   * @param failed called when it gave no answer, or a refusal that has nothing to do with the
   *     address
   */
  public void save(Runnable saved, Consumer<RuntimeException> failed) {
    if (url.get().isBlank()) {
      wrong.set("settings.webhook.url.missing");
      return;
    }
    Boolean enable = config.get() == null || config.get().url() == null ? Boolean.TRUE : null;
    change(new WebhookJson.Change(url.get().strip(), enable, null, null, null), saved, failed);
  }

  /** Switches the notifications on or off. */
  public void enable(boolean on, Consumer<RuntimeException> failed) {
    change(new WebhookJson.Change(null, on, null, null, null), () -> {}, failed);
  }

  /** Makes a new secret; it shows in {@link #secret} until {@link #forget}. */
  public void rotate(Consumer<RuntimeException> failed) {
    change(new WebhookJson.Change(null, null, null, null, true), () -> {}, failed);
  }

  /** The person has the secret, or leaves: it is shown no more. */
  public void forget() {
    secret.set(null);
    tested.set(null);
  }

  /**
   * Sends a test to the saved address.
   *
   * @param failed called when the engine refused or did not answer
   */
  public void test(Consumer<RuntimeException> failed) {
    if (!test.isBusy()) {
      tested.set(null);
      test.ask(() -> engine.webhook().test(), tested::set, failed);
    }
  }

  /** Whether the typed address is not the saved one. */
  public boolean isTouched() {
    return config.get() != null && !url.get().strip().equals(saved(config.get()));
  }

  private void change(WebhookJson.Change change, Runnable done, Consumer<RuntimeException> failed) {
    this.change.ask(
        () -> engine.webhook().configure(change),
        answer -> {
          if (answer.secret() != null) {
            secret.set(answer.secret());
          }
          told(answer);
          done.run();
        },
        e -> refused(e, failed));
  }

  private void refused(RuntimeException e, Consumer<RuntimeException> failed) {
    if (e instanceof EngineProblem said && said.fields().containsKey("url")) {
      wrong.set(String.join(" ", said.fields().getOrDefault("url", List.of())));
    } else {
      failed.accept(e);
    }
  }

  private void told(WebhookJson.Config now) {
    boolean untouched = config.get() == null ? url.get().isEmpty() : !isTouched();
    config.set(now);
    if (untouched || Objects.equals(url.get().strip(), saved(now))) {
      url.set(saved(now));
    }
    problem.set(null);
  }

  private static String saved(WebhookJson.Config config) {
    return config.url() == null ? "" : config.url();
  }

  /** The typed address. */
  public StringProperty url() {
    return url;
  }

  /** The configuration as the engine has it, without the secret, or null before it was told. */
  public ReadOnlyObjectProperty<WebhookJson.Config> config() {
    return config.getReadOnlyProperty();
  }

  /** What is wrong with the address: a text key, or the engine's own words; or null. */
  public ReadOnlyObjectProperty<String> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /** A secret that was just made, or null. */
  public ReadOnlyObjectProperty<String> secret() {
    return secret.getReadOnlyProperty();
  }

  /** The outcome of the last test, or null. */
  public ReadOnlyObjectProperty<WebhookJson.TestResult> tested() {
    return tested.getReadOnlyProperty();
  }

  /** Whether a test is under way. */
  public ReadOnlyBooleanProperty testing() {
    return test.busy();
  }

  /** Whether a change is being saved. */
  public ReadOnlyBooleanProperty busy() {
    return change.busy();
  }

  /** Why the configuration could not be asked for, or null. */
  public ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }
}
