package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Which lines show, and how many there are of each kind and what they come to. */
final class FilterRow extends FlowPane {

  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1,
    KeyCode.DIGIT2,
    KeyCode.DIGIT3,
    KeyCode.DIGIT4,
    KeyCode.DIGIT5,
    KeyCode.DIGIT6,
    KeyCode.DIGIT7
  };

  private final Texts texts;
  private final ReconcileViewModel model;
  private final Map<LineFilter, ChoiceButton> buttons = new EnumMap<>(LineFilter.class);
  private final Map<LineFilter, Label> sums = new EnumMap<>(LineFilter.class);

  FilterRow(Texts texts, Hotkeys keys, ReconcileViewModel model) {
    super(8, 8);
    setPadding(new Insets(0, 0, 10, 0));
    this.texts = texts;
    this.model = model;
    for (LineFilter filter : LineFilter.values()) {
      ChoiceButton button =
          ChoiceButton.of(
              texts,
              "reconcile.filter." + filter.wire(),
              Hotkeys.alt(DIGITS[filter.ordinal()]),
              keys,
              () -> model.filterProperty().set(filter));
      button.setId("reconcile-filter-" + filter.wire());
      Label sum = new Label();
      sum.getStyleClass().add("row-small");
      buttons.put(filter, button);
      sums.put(filter, sum);
      getChildren().add(new VBox(2, button, sum));
    }
    model.filterProperty().subscribe(this::mark);
    model.result().subscribe(_ -> draw());
    texts.languageProperty().subscribe(_ -> draw());
  }

  private void mark(LineFilter chosen) {
    buttons.forEach((filter, button) -> button.choose(filter == chosen));
  }

  private void draw() {
    ReconcileJson.Result result = model.result().get();
    for (LineFilter filter : LineFilter.values()) {
      sums.get(filter).setText(result == null ? "" : words(result, filter));
    }
  }

  private String words(ReconcileJson.Result result, LineFilter filter) {
    return switch (filter) {
      case OPEN -> Long.toString(result.lines().stream().filter(filter::shows).count());
      case ALL -> Integer.toString(result.lines().size());
      case MATCHED, ONLY_BANK, ONLY_HERE, SUM_DIFFERS, RETURNED_THERE ->
          result.sums().stream()
              .filter(sum -> sum.kind().equals(filter.wire()))
              .findFirst()
              .map(
                  sum ->
                      texts.get(
                          "reconcile.filter.sum",
                          sum.lines(),
                          LineWords.signed(
                              filter == LineFilter.ONLY_HERE ? sum.ownSum() : sum.bankSum())))
              .orElse("0");
    };
  }
}
