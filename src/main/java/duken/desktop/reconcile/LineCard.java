package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Line;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** One line in plain words, with what can be done about it as buttons. */
final class LineCard extends VBox {

  private final DeskContext context;
  private final Texts texts;
  private final Label title = new WrappedLabel("card-title");
  private final Label sum = new Label();
  private final Label advice = new WrappedLabel("advice");
  private final GridPane facts = new GridPane(18, 8);
  private final FlowPane actions = new FlowPane(10, 10);

  private final List<Choice> choices = new ArrayList<>();

  private Line line;

  private record Choice(KeyButton button, Predicate<Line> fits) {}

  LineCard(DeskContext context, Hotkeys keys, LineActions does, ObservableBooleanValue busy) {
    this.context = context;
    this.texts = context.texts();
    sum.getStyleClass().add("row-sum");
    sum.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(16, title, gap, sum);
    head.setAlignment(Pos.CENTER_LEFT);
    actions.disableProperty().bind(busy);
    getStyleClass().addAll("card", "odd-card");
    setSpacing(12);
    getChildren().addAll(head, advice, facts, actions);
    button(keys, KeyCode.DIGIT1, "link", Material2RoundAL.LINK, LineActions::canLink, does::link);
    button(
        keys,
        KeyCode.DIGIT2,
        "accept",
        Material2RoundAL.CHECK,
        LineActions::canAccept,
        does::accept);
    button(
        keys,
        KeyCode.DIGIT3,
        "back",
        Material2RoundMZ.UNDO,
        LineActions::canGiveBack,
        does::giveBack);
    button(
        keys,
        KeyCode.DIGIT4,
        "sale",
        Material2RoundAL.LAUNCH,
        LineActions::hasSale,
        does::openSale);
    texts.languageProperty().addListener(_ -> draw());
    show(null);
  }

  private void button(
      Hotkeys keys,
      KeyCode digit,
      String word,
      Ikon icon,
      Predicate<Line> fits,
      Consumer<Line> does) {
    var key = Hotkeys.ctrl(digit);
    KeyButton button =
        new KeyButton(icon, key, () -> does.accept(line))
            .captioned(texts, "reconcile.do." + word)
            .wire(keys, key);
    button.setId("reconcile-" + word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    choices.add(new Choice(button, fits));
    button.managedProperty().bind(button.visibleProperty());
    actions.getChildren().add(button);
  }

  /** Shows a line; null for none. */
  void show(Line shown) {
    line = shown;
    draw();
  }

  private void draw() {
    setVisible(line != null);
    facts.getChildren().clear();
    if (line == null) {
      return;
    }
    title.setText(LineWords.kind(texts, line.kind()));
    sum.setText(LineWords.sum(texts, line));
    advice.setText(texts.get("reconcile.advice." + (line.open() ? line.kind() : "settled")));
    LineWords.tone(line).paint(this);
    fact("at", context.moments().date(line.at()) + " " + context.moments().time(line.at()));
    if (line.bank() != null) {
      fact("order", line.bank().order());
      fact("payer", line.bank().payer());
      fact("source", LineWords.source(texts, line.bank().source()));
    }
    if (line.own() != null) {
      fact("own", texts.get("reconcile.sale", line.own().number()));
      fact("own_sum", Sums.format(line.own().amount()));
    }
    if (line.decision() != null) {
      fact("decision", texts.get("reconcile.said." + line.decision().what()));
      fact(
          "by",
          line.decision().by().equals("auto") ? texts.get("reconcile.auto") : line.decision().by());
      fact("reason", line.decision().reason());
    }
    choices.forEach(it -> it.button().setVisible(it.fits().test(line)));
  }

  private void fact(String key, String words) {
    if (words == null) {
      return;
    }
    Label name = new Label(texts.get("reconcile.fact." + key));
    name.getStyleClass().add("field-label");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label value = new WrappedLabel("fact");
    value.setText(words);
    facts.addRow(facts.getRowCount(), name, value);
  }
}
