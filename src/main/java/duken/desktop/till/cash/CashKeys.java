package duken.desktop.till.cash;

import duken.api.cash.CashJson;
import duken.desktop.cash.CashDesk;
import duken.desktop.cash.CashReturns;
import duken.desktop.cash.CashSheet;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.print.SlipPrinting;
import duken.desktop.shell.DeskContext;
import duken.desktop.till.SaleForm;
import duken.domain.Money;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * Cash at the till, where the shop takes it: the key, the change of the last sale until the next
 * one begins, and the question about cash whose rest was never paid.
 */
public final class CashKeys extends VBox {

  private static final KeyCombination KEY = Hotkeys.ctrl(KeyCode.N);

  private final SaleForm form;
  private final DeskContext context;
  private final CashDesk desk;
  private final CashReturns returns;
  private final SlipPrinting slips;
  private final Label last = new Label();

  /** Keys over {@code form}. */
  public CashKeys(SaleForm form, DeskContext context, Hotkeys keys) {
    super(4);
    this.form = form;
    this.context = context;
    desk = new CashDesk(context);
    returns = new CashReturns(context, desk, () -> {});
    slips = new SlipPrinting(context);
    KeyButton take =
        KeyButton.of(context.texts(), "cash.key", Material2RoundMZ.PAYMENTS, KEY, keys, this::take);
    take.setId("till-cash");
    take.disableProperty().bind(form.busyProperty());
    last.setId("till-change");
    last.getStyleClass().add("cash-last");
    last.managedProperty().bind(last.visibleProperty());
    last.setVisible(false);
    getChildren().addAll(last, take);
    visibleProperty().bind(desk.on());
    managedProperty().bind(visibleProperty());
    form.amountProperty().subscribe(typed -> last.setVisible(last.isVisible() && typed.isEmpty()));
    form.goods()
        .cartProperty()
        .subscribe(cart -> last.setVisible(last.isVisible() && cart.isEmpty()));
    sceneProperty().subscribe(scene -> refresh());
    context.feed().onReturn(this::refresh);
    context
        .feed()
        .onSale(
            sale -> {
              SaleState state = SaleState.of(sale);
              if (desk.on().get() && !state.isOpen() && state != SaleState.PAID) {
                desk.refresh();
              }
            });
    desk.standing().subscribe(_ -> askToReturn());
  }

  private void refresh() {
    if (getScene() != null) {
      desk.refresh();
    }
  }

  private void askToReturn() {
    if (getScene() != null) {
      returns.ask();
    }
  }

  private void take() {
    boolean free =
        form.stepProperty().get() == SaleForm.Step.AMOUNT && form.cash.property().get() == null;
    Money sum = free ? form.asked() : null;
    if (sum != null) {
      String note = form.commentProperty().get().strip();
      new CashSheet(
              context,
              sum,
              note.isEmpty() ? null : note,
              form.goods(),
              this::sold,
              form.goods().isEmpty() ? (cash, tendered) -> rest(sum, cash, tendered) : null)
          .open();
    }
  }

  /** The form asks for the rest; comment and order stay. */
  private void rest(Money sum, Money cash, Money tendered) {
    String comment = form.commentProperty().get();
    String order = form.orderProperty().get();
    form.begin(sum.minus(cash));
    form.commentProperty().set(comment);
    form.orderProperty().set(order);
    form.cash.put(cash, tendered);
    context.navigator().say(Message.of(Tone.CAREFUL, "cash.part.taken", Sums.format(cash)));
  }

  private void sold(CashJson.Operation made) {
    form.clear();
    slips.soldForCash(made);
    context.texts().bind(last.textProperty(), "cash.last", Sums.format(made.change()));
    last.setVisible(true);
  }
}
