package duken.desktop.settings.owner;

import duken.api.owner.OwnerNoticesJson;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.SumField;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** A bot of the owner's that tells him what happens while he is elsewhere. */
public final class NoticesSection extends SectionPane {

  private final DeskContext context;
  private final Texts texts;
  private final NoticesViewModel model;
  private final LabeledField token;
  private final LabeledField chat;
  private final Label standing = new WrappedLabel("outcome");

  /** The section of this window. */
  public NoticesSection(DeskContext context) {
    super("owner", context.texts());
    this.context = context;
    this.texts = context.texts();
    model = new NoticesViewModel(context.engine(), context.background());
    TextField tokenField = new TextField();
    tokenField.setId("notice-token");
    TextField chatField = new TextField();
    chatField.setId("notice-chat");
    TextField refundField = new SumField();
    refundField.setId("notice-refund");
    TextField minutesField = new TextField();
    minutesField.setId("notice-minutes");
    token = field("token", tokenField, model.token());
    chat = field("chat", chatField, model.chat());
    model
        .known()
        .subscribe(
            now -> {
              boolean kept = now != null && now.tokenSet();
              token.prompting(kept ? "notices.token.kept" : "notices.token.prompt");
              if (kept && tokenField.isFocused() && tokenField.getText().isEmpty()) {
                // A field that has the focus does not say that something is kept.
                chat.takeFocus();
              }
            });
    standing.setId("notice-standing");
    standing.setMinHeight(26);
    model.known().subscribe(_ -> paint());
    model.tested().subscribe(_ -> paint());
    model.testing().subscribe(_ -> paint());
    texts.languageProperty().addListener(_ -> paint());
    besideTitle(toggle());
    getChildren()
        .addAll(
            words("notices.intro"),
            pair(token, chat),
            pair(
                field("refund", refundField, model.refund()),
                field("minutes", minutesField, model.minutes())),
            buttons(),
            standing);
  }

  @Override
  public Ikon icon() {
    return Material2RoundMZ.SEND;
  }

  @Override
  public void shown() {
    model.refresh(this::say);
    token.takeFocus();
  }

  @Override
  public void hidden() {
    model.forget();
  }

  private LabeledField field(String word, TextField input, NoticesViewModel.Field field) {
    return new LabeledField(texts, "notices." + word, input, field.text(), field.wrong());
  }

  private static HBox pair(LabeledField one, LabeledField other) {
    HBox.setHgrow(one, Priority.ALWAYS);
    HBox.setHgrow(other, Priority.ALWAYS);
    return new HBox(16, one, other);
  }

  private HBox toggle() {
    ChoiceButton on = choice("on", KeyCode.DIGIT1, true);
    ChoiceButton off = choice("off", KeyCode.DIGIT2, false);
    model
        .known()
        .subscribe(
            now -> {
              on.choose(now != null && now.enabled());
              off.choose(now == null || !now.enabled());
              on.setDisable(now == null || !now.tokenSet());
              off.setDisable(now == null || !now.tokenSet());
            });
    HBox toggle = new HBox(8, on, off);
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

  private Node buttons() {
    KeyButton save =
        new KeyButton(Material2RoundMZ.SAVE, Hotkeys.key(KeyCode.ENTER), this::save)
            .captioned(texts, "settings.action.save")
            .wire(keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    save.setId("notice-save");
    save.disableProperty().bind(model.busy());
    KeyButton test =
        new KeyButton(Material2RoundMZ.SEND, Hotkeys.key(KeyCode.F5), () -> model.test(this::say))
            .captioned(texts, "settings.notices.test")
            .wire(keys(), Hotkeys.key(KeyCode.F5));
    test.setId("notice-test");
    test.disableProperty()
        .bind(model.known().map(now -> !now.tokenSet()).orElse(true).map(Boolean::booleanValue));
    return row(save, test);
  }

  private void save() {
    model.save(
        texts.language().tag(),
        () -> context.navigator().say(Message.of(Tone.GOOD, "settings.saved")),
        this::say);
  }

  private void say(RuntimeException e) {
    context.navigator().say(Message.of(e));
  }

  private void paint() {
    OwnerNoticesJson now = model.known().get();
    OwnerNoticesJson.Tested tested = model.tested().get();
    if (model.testing().get()) {
      paint(Tone.PLAIN, texts.get("settings.notices.testing"));
    } else if (tested != null && tested.problem() == null) {
      paint(Tone.GOOD, texts.get("settings.notices.tested"));
    } else if (tested != null) {
      paint(Tone.BAD, texts.get("settings.notices.problem." + tested.problem()));
    } else if (now != null && now.problem() != null) {
      paint(
          Tone.BAD,
          texts.get("settings.notices.problem." + now.problem())
              + " "
              + texts.count("settings.notices.waiting", now.waiting()));
    } else {
      paint(Tone.PLAIN, "");
    }
  }

  private void paint(Tone tone, String words) {
    tone.paint(standing);
    standing.setText(words);
  }
}
