package duken.desktop.cash;

import duken.api.cash.CashJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.format.SumField;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import duken.domain.Money;
import duken.domain.cash.Banknotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Counts the drawer: by banknotes and coins, or the sum at once. */
public final class CashCountSheet {

  private static final double WIDTH = 840;

  private final DeskContext context;
  private final Texts texts;
  private final String key;
  private final Consumer<CashJson.Count> counted;
  private final CashSumField sum;
  private final CashSumField coins;
  private final Map<Integer, TextField> notes = new LinkedHashMap<>();
  private final Label total = new Label();

  /**
   * A sheet for one count.
   *
   * @param key first part of the text keys, {@code cash.float.} or {@code cash.close.}
   * @param counted takes what was counted, or null when nobody wants to count
   */
  public CashCountSheet(DeskContext context, String key, Consumer<CashJson.Count> counted) {
    this.context = context;
    this.texts = context.texts();
    this.key = key;
    this.counted = counted;
    TextField whole = new SumField();
    whole.setId("cash-count-sum");
    sum = new CashSumField(texts, "cash.count.sum", whole, true);
    TextField small = new SumField();
    small.setId("cash-count-coins");
    coins = new CashSumField(texts, "cash.count.coins", small, true);
  }

  /** Shows it. */
  public void open() {
    Label hint = new Label();
    hint.setWrapText(true);
    hint.getStyleClass().add("sheet-words");
    texts.bind(hint.textProperty(), key + "hint");
    total.setId("cash-count-total");
    total.getStyleClass().add("cash-change");
    VBox body = new VBox(12, hint, grid(), sum, total);
    Sheet sheet = new Sheet(texts.of(key + "title"), body, WIDTH);
    KeyButton expected =
        new KeyButton(Material2RoundMZ.VISIBILITY, Hotkeys.key(KeyCode.F3), this::expected)
            .captioned(texts, "cash.count.expected")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.F3));
    expected.setId("cash-count-expected");
    KeyButton without =
        new KeyButton(Material2RoundAL.ARROW_FORWARD, Hotkeys.key(KeyCode.F10), () -> done(null))
            .captioned(texts, "cash.count.without")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.F10));
    without.setId("cash-count-without");
    KeyButton done =
        new KeyButton(Material2RoundAL.CHECK, Hotkeys.key(KeyCode.ENTER), this::done)
            .captioned(texts, key + "do")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    done.setId("cash-count-done");
    for (KeyButton each : new KeyButton[] {expected, without, done}) {
      each.setMinWidth(KeyButton.USE_PREF_SIZE);
    }
    context.navigator().open(sheet.with(expected, without, done));
    sum.input().textProperty().subscribe(_ -> add());
    SheetFocus.into(sum.input(), sheet);
  }

  private GridPane grid() {
    GridPane grid = new GridPane(12, 8);
    int at = 0;
    for (int value : Banknotes.VALUES) {
      TextField field = new TextField();
      field.setId("cash-note-" + value);
      field.setPrefColumnCount(4);
      field.getStyleClass().add("big-field");
      field.accessibleTextProperty().bind(texts.of("cash.count.note", value));
      field.textProperty().subscribe(_ -> add());
      Label name = new Label(Sums.format(Money.ofTenge(value)) + " ×");
      name.getStyleClass().add("field-label");
      name.setLabelFor(field);
      grid.add(name, at % 3 * 2, at / 3);
      grid.add(field, at % 3 * 2 + 1, at / 3);
      notes.put(value, field);
      at++;
    }
    coins.input().textProperty().subscribe(_ -> add());
    grid.add(coins, 0, 2, 6, 1);
    grid.setAlignment(Pos.CENTER_LEFT);
    return grid;
  }

  /** Empty when no banknotes are typed, or something else than numbers. */
  private Optional<Banknotes> banknotes() {
    Map<Integer, Integer> count = new LinkedHashMap<>();
    for (Map.Entry<Integer, TextField> each : notes.entrySet()) {
      String typed = each.getValue().getText() == null ? "" : each.getValue().getText().strip();
      if (!typed.matches("[0-9]{0,4}")) {
        return Optional.empty();
      }
      if (!typed.isEmpty()) {
        count.put(each.getKey(), Integer.valueOf(typed));
      }
    }
    boolean any = !count.isEmpty() || !isBlank(coins);
    return any ? coins.glance().map(it -> Banknotes.of(count, it)) : Optional.empty();
  }

  private boolean isBroken() {
    return notes.values().stream()
        .anyMatch(it -> it.getText() != null && !it.getText().strip().matches("[0-9]{0,4}"));
  }

  private static boolean isBlank(CashSumField field) {
    return field.input().getText() == null || field.input().getText().isBlank();
  }

  private void add() {
    banknotes()
        .ifPresentOrElse(
            it -> texts.bind(total.textProperty(), "cash.count.total", Sums.format(it.sum())),
            () -> {
              total.textProperty().unbind();
              total.setText("");
            });
  }

  private void done() {
    if (isBroken()) {
      sum.fault("cash.count.broken");
      return;
    }
    Optional<Banknotes> by = banknotes();
    if (by.isEmpty() && isBlank(sum)) {
      sum.fault("cash.count.nothing");
      sum.input().requestFocus();
      return;
    }
    if (by.isEmpty()) {
      sum.read().ifPresent(it -> done(new CashJson.Count(it.toWire(), null, null)));
      return;
    }
    Banknotes all = by.get();
    if (!isBlank(sum) && !sum.glance().equals(Optional.of(all.sum()))) {
      sum.fault("cash.count.differs", Sums.format(all.sum()));
      return;
    }
    List<CashJson.Banknotes> wire = new ArrayList<>();
    all.count().forEach((note, count) -> wire.add(new CashJson.Banknotes(note, count)));
    if (wire.isEmpty()) {
      done(new CashJson.Count(all.sum().toWire(), null, null));
    } else {
      done(new CashJson.Count(null, wire, all.coins().toWire()));
    }
  }

  private void done(CashJson.Count count) {
    context.navigator().closeSheet();
    counted.accept(count);
  }

  private void expected() {
    context
        .background()
        .ask(
            () -> context.engine().cash().expected(),
            it -> sum.fault("cash.count.should", signed(it.expected())),
            e -> context.navigator().say(Message.of(e)));
  }

  /** {@code −2 500,50 ₸} of {@code -2500.50}. */
  public static String signed(String wire) {
    return wire.startsWith("-") ? "−" + Sums.format(wire.substring(1)) : Sums.format(wire);
  }
}
