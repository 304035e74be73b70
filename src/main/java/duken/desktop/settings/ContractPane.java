package duken.desktop.settings;

import duken.api.BankJson;
import duken.desktop.contract.CertificateLine;
import duken.desktop.contract.FileField;
import duken.desktop.contract.OfferedChoices;
import duken.desktop.contract.ProviderForm;
import duken.desktop.contract.ProviderViewModel;
import duken.desktop.contract.WordChoice;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.shell.DeskContext;
import duken.desktop.ways.WayPane;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** A provider the shop has a contract with: a form of values, see {@link ProviderForm}. */
final class ContractPane extends VBox implements WayPane {

  private final String provider;
  private final String prefix;
  private final DeskContext context;
  private final Hotkeys keys;
  private final ProviderViewModel model;
  private final Label standing = new WrappedLabel("bank-said");
  private final Label said = new WrappedLabel("bank-said");
  private final VBox addresses = new VBox(4);
  private final VBox fields = new VBox(6);
  private final CertificateLine certificate;
  private Subscription subscription = Subscription.EMPTY;

  /**
   * The pane.
   *
   * @param form what has to be typed
   * @param keys while it shows
   */
  ContractPane(DeskContext context, ProviderForm form, Hotkeys keys) {
    this.context = context;
    this.keys = keys;
    provider = form.provider();
    prefix = "settings.contract." + provider + ".";
    model = new ProviderViewModel(context.engine(), context.background(), form);
    setSpacing(16);
    standing.setId("contract-standing");
    said.setId("contract-said");
    said.managedProperty().bind(said.visibleProperty());
    for (ProviderForm.Input input : form.inputs()) {
      Node node = node(input);
      fields.getChildren().add(node);
      form.choice()
          .filter(_ -> !input.only().isEmpty())
          .ifPresent(
              choice -> model.value(choice).subscribe(_ -> node.setVisible(model.applies(input))));
      node.managedProperty().bind(node.visibleProperty());
    }
    OfferedChoices offered =
        new OfferedChoices(context, keys, "settings.contract.trade_points", model::connectAt);
    model.offeredProperty().subscribe(offered::offer);
    certificate = new CertificateLine(context, form, model);
    getChildren()
        .addAll(
            words(prefix + "intro"),
            standing,
            certificate,
            addresses,
            said,
            offered,
            buttons(),
            fields);
    model.rowProperty().subscribe(_ -> show());
    model.saidProperty().subscribe(this::say);
    model.replacesProperty().subscribe(this::askToReplace);
    context.texts().languageProperty().addListener(_ -> show());
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void shown() {
    subscription = context.heartbeat().listen(model::beat);
    model.refresh();
    fields.getChildren().stream()
        .filter(LabeledField.class::isInstance)
        .map(LabeledField.class::cast)
        .findFirst()
        .ifPresent(LabeledField::takeFocus);
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    model.hidden();
  }

  private Node node(ProviderForm.Input input) {
    String name = prefix.substring("settings.".length()) + input.name();
    return switch (input.kind()) {
      case TEXT -> field(input, name, new TextField());
      case SECRET -> field(input, name, new PasswordField());
      case CHOICE -> new WordChoice(context, name, input, model.value(input), keys);
      case BINARY_FILE, TEXT_FILE -> {
        FileField file =
            new FileField(context, name, input.kind(), model.value(input), model.wrong(input));
        file.setId("contract-" + input.name());
        yield file;
      }
    };
  }

  private LabeledField field(ProviderForm.Input input, String name, TextField typed) {
    typed.setId("contract-" + input.name());
    LabeledField labeledField =
        new LabeledField(context.texts(), name, typed, model.value(input), model.wrong(input));
    String prompt = name + ".prompt";
    return context.texts().has("settings." + prompt)
        ? labeledField.prompting(prompt)
        : labeledField;
  }

  private FlowPane buttons() {
    KeyButton connect =
        button("connect", Material2RoundAL.LINK, KeyCode.ENTER, () -> model.connect(false))
            .styled("primary");
    KeyButton check = button("check", Material2RoundMZ.SYNC, KeyCode.F5, model::check);
    KeyButton disconnect =
        button("disconnect", Material2RoundAL.LINK_OFF, KeyCode.F4, this::askToDisconnect)
            .styled("danger");
    model
        .rowProperty()
        .subscribe(
            row -> {
              boolean connected = row != null && row.connection().equals("connected");
              check.setVisible(connected);
              disconnect.setVisible(connected);
            });
    return new FlowPane(10, 10, connect, check, disconnect);
  }

  private Label words(String key) {
    Label words = new WrappedLabel("section-words");
    context.texts().bind(words.textProperty(), key);
    return words;
  }

  private KeyButton button(String word, Ikon ikon, KeyCode code, Runnable action) {
    KeyButton button =
        KeyButton.of(
            context.texts(),
            "settings.contract.action." + word,
            ikon,
            Hotkeys.key(code),
            keys,
            action);
    button.setId("contract-" + word);
    button.setMinWidth(USE_PREF_SIZE);
    button.managedProperty().bind(button.visibleProperty());
    button.disableProperty().bind(model.busyProperty());
    return button;
  }

  private void show() {
    BankJson.Provider row = model.rowProperty().get();
    boolean connected = row != null && row.connection().equals("connected");
    Message word =
        !connected
            ? Message.of(Tone.PLAIN, "settings.contract.standing.none")
            : row.live()
                ? Message.of(Tone.GOOD, "settings.contract.standing.live")
                : Message.of(Tone.PLAIN, "settings.contract.standing.elsewhere");
    word.show(standing, context.texts());
    addresses.getChildren().clear();
    certificate.show(connected ? row : null);
    boolean called = connected && row.details().containsKey("callback_post");
    if (called) {
      Map<String, String> details = row.details();
      addresses.getChildren().add(words(prefix + "addresses"));
      for (String name : new String[] {"callback_post", "callback_failure"}) {
        addresses.getChildren().add(address(name, details.getOrDefault(name, "")));
      }
    }
    addresses.setVisible(called);
    addresses.setManaged(called);
  }

  /** It can be marked and copied, and not changed. */
  private static TextField address(String name, String text) {
    TextField address = new TextField(text);
    address.setId("contract-" + name);
    address.setEditable(false);
    address.getStyleClass().add("big-field");
    return address;
  }

  private void say(Message message) {
    said.setVisible(message != null);
    if (message != null) {
      message.show(said, context.texts());
    }
  }

  private void askToReplace(String provider) {
    if (provider != null) {
      ask("replace", false, () -> model.connect(true));
    }
  }

  private void askToDisconnect() {
    ask("disconnect", true, model::disconnect);
  }

  private void ask(String word, boolean danger, Runnable yes) {
    new Question(
            "settings.contract." + word + ".",
            new Object[] {context.texts().of("ways." + provider + ".name")},
            Material2RoundAL.LINK_OFF,
            danger)
        .ask(context.texts(), context.navigator()::open, context.navigator()::closeSheet, yes);
  }
}
