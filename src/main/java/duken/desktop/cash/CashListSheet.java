package duken.desktop.cash;

import duken.api.cash.CashJson.Operation;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.print.SlipPrinting;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What happened in cash, newest first; from here a sale goes back or gets its slip once more. */
public final class CashListSheet {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 400;

  private final DeskContext context;
  private final Texts texts;
  private final SlipPrinting slips;
  private final ObservableList<Operation> all = FXCollections.observableArrayList();
  private final ListView<Operation> list = new ListView<>(all);

  /** A list of the whole shop. */
  public CashListSheet(DeskContext context) {
    this.context = context;
    this.texts = context.texts();
    slips = new SlipPrinting(context);
  }

  /** Asks for it and shows it. */
  public void open() {
    context
        .background()
        .ask(
            () -> context.engine().cash().list(false, 0),
            this::show,
            e -> context.navigator().say(Message.of(e)));
  }

  private void show(List<Operation> told) {
    all.setAll(told);
    list.setId("cash-list");
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.accessibleTextProperty().bind(texts.of("cash.list.title"));
    list.setPrefHeight(HEIGHT);
    list.setCellFactory(_ -> new CashCell(texts, context.moments()));
    Label none = new WrappedLabel("muted");
    texts.bind(none.textProperty(), "cash.list.empty");
    list.setPlaceholder(none);
    list.getSelectionModel().selectFirst();
    Sheet sheet = new Sheet(texts.of("cash.list.title"), new VBox(list), WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton slip =
        new KeyButton(Material2RoundMZ.PRINT, Hotkeys.key(KeyCode.F3), this::slip)
            .captioned(texts, "cash.list.slip")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.F3));
    slip.setDisable(!slips.isThere());
    KeyButton refund =
        new KeyButton(Material2RoundMZ.UNDO, Hotkeys.key(KeyCode.F4), this::refund)
            .captioned(texts, "cash.list.refund")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.F4))
            .styled("primary");
    refund.setId("cash-list-refund");
    context.navigator().open(sheet.with(back, slip, refund));
    list.requestFocus();
  }

  private void slip() {
    Operation chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && (chosen.kind().equals("sale") || chosen.kind().equals("refund"))) {
      slips.cash(chosen);
    }
  }

  private void refund() {
    Operation chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null
        || chosen.refundable() == null
        || Sums.ofWire(chosen.refundable()).isZero()) {
      context.navigator().say(Message.of(Tone.CAREFUL, "cash.list.choose"));
      return;
    }
    new CashRefundSheet(context, chosen, slips).open();
  }
}
