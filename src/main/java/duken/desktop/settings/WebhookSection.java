package duken.desktop.settings;

import duken.api.WebhookJson;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.settings.keys.ShownSecret;
import duken.desktop.settings.verify.VerifyCodeSheet;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Where the shop's own program is told what happened. */
final class WebhookSection extends SectionPane {

  private final DeskContext context;
  private final Texts texts;
  private final WebhookViewModel model;
  private final LabeledField url;
  private final Label outcome = new Label();

  private Subscription subscription = Subscription.EMPTY;

  WebhookSection(DeskContext context) {
    super("webhook", context.texts());
    this.context = context;
    this.texts = context.texts();
    model = new WebhookViewModel(context.engine(), context.background());
    TextField input = new TextField();
    input.setId("webhook-url");
    url =
        new LabeledField(texts, "webhook.url", input, model.url(), model.wrong())
            .prompting("webhook.url.prompt");
    outcome.setId("webhook-outcome");
    outcome.getStyleClass().add("outcome");
    outcome.setWrapText(true);
    outcome.setMinHeight(28);
    model.tested().subscribe(_ -> paintOutcome());
    model.testing().subscribe(_ -> paintOutcome());
    texts.languageProperty().addListener(_ -> paintOutcome());
    besideTitle(toggle());
    getChildren().addAll(words("webhook.intro"), url, buttons(), outcome, secret());
  }

  @Override
  public Ikon icon() {
    return Material2RoundMZ.NOTIFICATIONS;
  }

  @Override
  public void shown() {
    subscription = context.feed().onReturn(model::refresh);
    model.refresh();
    url.takeFocus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    model.forget();
  }

  private FlowPane buttons() {
    KeyButton save =
        new KeyButton(Material2RoundMZ.SAVE, Hotkeys.key(KeyCode.ENTER), this::save)
            .captioned(texts, "settings.action.save")
            .wire(keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    save.setId("webhook-save");
    save.disableProperty().bind(model.busy());
    KeyButton test =
        new KeyButton(Material2RoundMZ.SEND, Hotkeys.key(KeyCode.F5), () -> model.test(this::say))
            .captioned(texts, "settings.webhook.action.test")
            .wire(keys(), Hotkeys.key(KeyCode.F5));
    test.setId("webhook-test");
    test.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !hasAddress() || model.isTouched() || model.testing().get(),
                model.config(),
                model.url(),
                model.testing()));
    KeyButton verify =
        new KeyButton(
                Material2RoundAL.CODE,
                Hotkeys.key(KeyCode.F10),
                () -> VerifyCodeSheet.open(context))
            .captioned(texts, "settings.webhook.verify")
            .wire(keys(), Hotkeys.key(KeyCode.F10));
    verify.setId("webhook-verify");
    return row(save, test, verify);
  }

  private HBox toggle() {
    Label name = new Label();
    name.getStyleClass().add("field-label");
    name.setMinWidth(USE_PREF_SIZE);
    texts.bind(name.textProperty(), "settings.webhook.enabled");
    ChoiceButton on = choice("on", KeyCode.DIGIT1, true);
    ChoiceButton off = choice("off", KeyCode.DIGIT2, false);
    model
        .config()
        .subscribe(
            now -> {
              on.choose(now != null && now.enabled());
              off.choose(now == null || !now.enabled());
              on.setDisable(!hasAddress());
              off.setDisable(!hasAddress());
            });
    HBox toggle = new HBox(8, name, on, off);
    toggle.setAlignment(Pos.CENTER_LEFT);
    return toggle;
  }

  private ChoiceButton choice(String word, KeyCode code, boolean on) {
    return ChoiceButton.of(
        texts,
        "settings.webhook.enabled." + word,
        Hotkeys.ctrl(code),
        keys(),
        () -> model.enable(on, this::say));
  }

  private VBox secret() {
    Label state = new Label();
    state.setWrapText(true);
    state.getStyleClass().add("muted");
    model
        .config()
        .subscribe(
            now ->
                texts.bind(
                    state.textProperty(),
                    now != null && now.secretSet()
                        ? "settings.webhook.secret.set"
                        : "settings.webhook.secret.none"));
    KeyButton rotate =
        new KeyButton(Material2RoundMZ.VPN_KEY, Hotkeys.key(KeyCode.F4), this::rotate)
            .captioned(texts, "settings.webhook.secret.new")
            .wire(keys(), Hotkeys.key(KeyCode.F4));
    rotate.setMinWidth(USE_PREF_SIZE);
    rotate
        .disableProperty()
        .bind(model.config().map(now -> !now.secretSet()).orElse(true).map(Boolean::booleanValue));
    HBox line = new HBox(16, rotate, state);
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(model.secret().isNull());
    line.managedProperty().bind(line.visibleProperty());
    return new VBox(
        10,
        heading("webhook.secret"),
        line,
        new ShownSecret(context, keys(), "settings.webhook.secret.once", model.secret()));
  }

  private void rotate() {
    new Question("settings.webhook.secret.new.", new Object[0], Material2RoundMZ.VPN_KEY, true)
        .ask(
            texts,
            context.navigator()::open,
            context.navigator()::closeSheet,
            () -> model.rotate(this::say));
  }

  private void save() {
    model.save(() -> context.navigator().say(Message.of(Tone.GOOD, "settings.saved")), this::say);
  }

  private void say(RuntimeException e) {
    context.navigator().say(Message.of(e));
  }

  private boolean hasAddress() {
    WebhookJson.Config config = model.config().get();
    return config != null && config.url() != null;
  }

  private void paintOutcome() {
    WebhookJson.TestResult result = model.tested().get();
    if (model.testing().get()) {
      Tone.PLAIN.paint(outcome);
      outcome.setText(texts.get("settings.webhook.testing"));
    } else if (result == null) {
      outcome.setText("");
    } else if (result.delivered()) {
      Tone.GOOD.paint(outcome);
      outcome.setText(texts.get("settings.webhook.test.good", result.durationMs()));
    } else {
      Tone.BAD.paint(outcome);
      outcome.setText(
          result.statusCode() == null
              ? texts.get("settings.webhook.test.silent")
              : texts.get("settings.webhook.test.status", result.statusCode()));
    }
  }
}
