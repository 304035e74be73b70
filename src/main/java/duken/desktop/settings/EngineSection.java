package duken.desktop.settings;

import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Tone;
import duken.desktop.settings.EngineViewModel.Outcome;
import duken.desktop.settings.EngineViewModel.Place;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Which engine the window works with. */
final class EngineSection extends SectionPane {

  private final Texts texts;
  private final EngineViewModel model;
  private final Label outcome = new Label();
  private final LabeledField url;

  EngineSection(DeskContext context) {
    super("engine", context.texts());
    this.texts = context.texts();
    model =
        new EngineViewModel(
            context.engineSwitch(), context.background(), context.preferences().remoteEngine());
    TextField address = new TextField();
    address.setId("engine-url");
    url =
        new LabeledField(texts, "engine.url", address, model.url(), model.wrongUrl())
            .prompting("engine.url.prompt");
    boolean fixed = context.engineSwitch().isFixed();
    getChildren().add(words("engine.intro"));
    if (fixed) {
      getChildren().add(words("engine.fixed"));
    } else {
      getChildren().addAll(now(), places(), remote(), buttons(), outcome);
    }
    outcome.setId("engine-outcome");
    outcome.getStyleClass().add("outcome");
    outcome.setWrapText(true);
    outcome.setMinHeight(28);
    model.outcome().subscribe(this::paint);
    texts.languageProperty().addListener(_ -> paint(model.outcome().get()));
  }

  @Override
  public Ikon icon() {
    return Material2RoundAL.DNS;
  }

  @Override
  public void shown() {
    if (model.place().get() == Place.REMOTE) {
      url.takeFocus();
    } else {
      requestFocus();
    }
  }

  @Override
  public void hidden() {
    model.key().set("");
  }

  private Label now() {
    Label now =
        model
            .current()
            .map(remote -> words("engine.now.remote", remote.url()))
            .orElseGet(() -> words("engine.now.own"));
    now.getStyleClass().add("strong");
    return now;
  }

  private FlowPane places() {
    ChoiceButton own =
        ChoiceButton.of(
            texts,
            "settings.engine.own",
            Hotkeys.ctrl(KeyCode.DIGIT1),
            keys(),
            () -> model.place().set(Place.OWN));
    ChoiceButton remote =
        ChoiceButton.of(
            texts,
            "settings.engine.remote",
            Hotkeys.ctrl(KeyCode.DIGIT2),
            keys(),
            this::chooseRemote);
    model
        .place()
        .subscribe(
            place -> {
              own.choose(place == Place.OWN);
              remote.choose(place == Place.REMOTE);
            });
    return row(own, remote);
  }

  private void chooseRemote() {
    model.place().set(Place.REMOTE);
    url.takeFocus();
  }

  private VBox remote() {
    PasswordField secret = new PasswordField();
    secret.setId("engine-key");
    LabeledField key = new LabeledField(texts, "engine.key", secret, model.key(), model.wrongKey());
    key.prompting(model.current().isPresent() ? "engine.key.kept" : "engine.key.prompt");
    Label hint = words("engine.key.hint");
    hint.getStyleClass().add("muted");
    VBox remote = new VBox(6, url, key, hint);
    remote.visibleProperty().bind(model.place().isEqualTo(Place.REMOTE));
    remote.managedProperty().bind(remote.visibleProperty());
    return remote;
  }

  private FlowPane buttons() {
    BooleanBinding changed =
        Bindings.createBooleanBinding(model::isChange, model.place(), model.url(), model.key());
    KeyButton apply =
        new KeyButton(Material2RoundAL.CHECK, Hotkeys.key(KeyCode.ENTER), model::apply)
            .captioned(texts, "settings.engine.action.apply")
            .wire(keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    apply.setId("engine-apply");
    apply.disableProperty().bind(model.busy().or(changed.not()));
    KeyButton test =
        new KeyButton(Material2RoundMZ.WIFI_TETHERING, Hotkeys.key(KeyCode.F5), model::test)
            .captioned(texts, "settings.engine.action.test")
            .wire(keys(), Hotkeys.key(KeyCode.F5));
    test.setId("engine-test");
    test.disableProperty().bind(model.busy().or(model.place().isEqualTo(Place.OWN)));
    return row(apply, test);
  }

  private void paint(Outcome now) {
    if (now == null) {
      outcome.setText("");
      return;
    }
    (now.good() == null ? Tone.PLAIN : now.good() ? Tone.GOOD : Tone.BAD).paint(outcome);
    outcome.setText(texts.get(now.textKey(), now.values().toArray()));
  }
}
