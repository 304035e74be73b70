package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Rule;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** What the owner chooses: what happens to money without an invoice, and the bank's rates. */
final class RuleSheet {

  private static final double WIDTH = 760;
  private static final List<Integer> MINUTES = List.of(5, 15, 30, 60);
  private static final List<String> SOURCES = List.of("gold", "red", "loan", "othercard");
  private static final String PRACTICE = "5000.00";

  private final DeskContext context;
  private final Texts texts;
  private final ReconcileViewModel model;
  private final Runnable focus;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final BooleanProperty auto = new SimpleBooleanProperty();
  private final IntegerProperty minutes = new SimpleIntegerProperty();
  private final Map<String, TextField> rates = new LinkedHashMap<>();

  RuleSheet(DeskContext context, ReconcileViewModel model, Runnable focus) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.focus = focus;
  }

  /** Asks what was chosen and opens. */
  void open() {
    context.background().ask(() -> model.api().rule(), this::open, this::failed);
  }

  private void open(Rule rule) {
    shown.set(rule.shown());
    auto.set(rule.auto());
    minutes.set(rule.minutes());
    VBox body = new VBox(10);
    Sheet sheet = new Sheet(texts.of("reconcile.rule.title"), body, WIDTH);
    KeyButton show = toggle(sheet, KeyCode.DIGIT1, "shown", shown);
    KeyButton settle = toggle(sheet, KeyCode.DIGIT2, "auto", auto);
    KeyButton window =
        new KeyButton(Material2RoundAL.ACCESS_TIME, Hotkeys.alt(KeyCode.DIGIT3), this::nextMinutes)
            .wire(sheet.keys(), Hotkeys.alt(KeyCode.DIGIT3));
    window.captionProperty().bind(minutes.map(it -> texts.get("reconcile.rule.minutes", it)));
    window.setId("rule-minutes");
    Label hint = new WrappedLabel("muted");
    texts.bind(hint.textProperty(), "reconcile.rule.rates");
    HBox fields = new HBox(10);
    for (String source : SOURCES) {
      TextField field = new TextField(rule.rates().getOrDefault(source, "").replace('.', ','));
      field.setId("fee-rate-" + source);
      field.getStyleClass().add("big-field");
      field.setPrefColumnCount(8);
      field.setPromptText(texts.get("reconcile.rule.no_rate"));
      field.accessibleTextProperty().bind(texts.of("reconcile.source." + source));
      Label name = new Label();
      name.getStyleClass().add("field-label");
      texts.bind(name.textProperty(), "reconcile.source." + source);
      name.setLabelFor(field);
      rates.put(source, field);
      fields.getChildren().add(new VBox(4, name, field));
    }
    body.getChildren().addAll(show, settle, window, hint, fields);
    if (context.feed().isTraining()) {
      KeyButton practise =
          new KeyButton(Material2RoundAL.ADD, Hotkeys.alt(KeyCode.DIGIT4), this::practise)
              .captioned(texts, "reconcile.rule.practise")
              .wire(sheet.keys(), Hotkeys.alt(KeyCode.DIGIT4));
      practise.setId("rule-practise");
      body.getChildren().add(practise);
    }
    KeyButton no =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton save =
        new KeyButton(Material2RoundAL.CHECK, Hotkeys.key(KeyCode.ENTER), () -> save(rule))
            .captioned(texts, "reconcile.rule.save")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    save.setId("rule-save");
    context.navigator().open(sheet.with(no, save).onClosed(focus));
  }

  private KeyButton toggle(Sheet sheet, KeyCode digit, String word, BooleanProperty value) {
    KeyButton button =
        new KeyButton(Material2RoundAL.CHECK, Hotkeys.alt(digit), () -> value.set(!value.get()))
            .wire(sheet.keys(), Hotkeys.alt(digit));
    button
        .captionProperty()
        .bind(
            value.map(
                is ->
                    texts.get(
                        "reconcile.rule." + word,
                        texts.get(is ? "reconcile.rule.yes" : "reconcile.rule.no"))));
    button.setId("rule-" + word);
    return button;
  }

  private void nextMinutes() {
    int at = MINUTES.indexOf(minutes.get());
    minutes.set(MINUTES.get((at + 1) % MINUTES.size()));
  }

  private void practise() {
    context
        .background()
        .tell(
            () -> model.api().practise(PRACTICE),
            () -> context.navigator().say(Message.of(Tone.GOOD, "reconcile.rule.practised")),
            this::failed);
  }

  private void save(Rule before) {
    Map<String, String> typed = new TreeMap<>(before.rates());
    rates.forEach(
        (source, field) -> {
          if (field.getText().isBlank()) {
            typed.remove(source);
          } else {
            typed.put(source, field.getText().strip().replace(',', '.'));
          }
        });
    Rule rule = new Rule(shown.get(), auto.get(), minutes.get(), typed);
    model.work(
        () -> model.api().changeRule(rule),
        _ -> {
          context.navigator().closeSheet();
          context.navigator().say(Message.of(Tone.GOOD, "reconcile.rule.saved"));
        },
        this::failed);
  }

  private void failed(RuntimeException e) {
    context.navigator().say(Message.of(e));
  }
}
