package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.goods.GoodsJson;
import duken.desktop.cart.CartDesk;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.FormKey;
import duken.desktop.payment.PaidView;
import duken.desktop.payment.PaymentView;
import duken.desktop.payment.PaymentViewModel;
import duken.desktop.print.SlipKeys;
import duken.desktop.print.SlipPrinting;
import duken.desktop.reconcile.StrangerLine;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.till.echo.SaleEcho;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The till: a sale being typed or a payment under way, and below them those set aside. */
public final class TillScreen implements Screen {

  /** The keys of the rail that lead elsewhere. */
  private static final List<KeyCode> PLACES =
      List.of(KeyCode.F1, KeyCode.F2, KeyCode.F8, KeyCode.F9);

  private final DeskContext context;
  private final Hotkeys keys = new Hotkeys();
  private final CartDesk cart;
  private final SaleController saleController;
  private final TodaySales today;
  private final TillView till;
  private final PaymentViewModel payment;
  private final PaymentView paymentView;
  private final SaleTiles tiles;
  private final SlipPrinting slips;
  private final BorderPane node = new BorderPane();
  private final SaleEcho echo;
  private final StrangerLine stranger;
  private boolean shows;

  public TillScreen(DeskContext context) {
    this.context = context;
    slips = new SlipPrinting(context);
    cart = new CartDesk(context);
    saleController = new SaleController(context, new FormKey(), cart, this::sayPaid);
    today = new TodaySales(context);
    till = new TillView(saleController.form(), cart, today, context, keys);
    payment = new PaymentViewModel(context);
    paymentView =
        new PaymentView(payment, context, keys, saleController::leave, saleController::again);
    tiles = new SaleTiles(saleController, context, keys);
    node.setCenter(new StackPane(till, paymentView));
    node.setBottom(tiles);
    stranger = new StrangerLine(context, keys, till::focus);
    node.setTop(stranger);
    BorderPane.setMargin(stranger, new Insets(0, 0, 10, 0));
    node.getStyleClass().addAll("screen", "till");
    keys.on(Hotkeys.key(KeyCode.BACK_SPACE), "till.key.erase", this::backspace);
    keys.on(Hotkeys.ctrl(KeyCode.V), "till.key.paste", this::paste);
    new SlipKeys(slips).wire(keys);
    keys.onTyped(this::typed);
    keys.on(Hotkeys.key(KeyCode.F5), "till.ask", saleController::askBank);
    keys.remembering(this::remember);
    cart.wire(keys, this::isFree, till::focus);
    context.background().tell(PaymentView::warmUp, () -> {}, _ -> {});
    saleController.currentProperty().subscribe(this::showCurrent);
    saleController.greenProperty().subscribe(this::showGreen);
    echo = new SaleEcho(context, saleController, payment);
    echo.listen();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {
    shows = true;
    today.follow();
    tiles.follow();
    stranger.follow();
    till.lookAtGoods();
    showCurrent(saleController.currentProperty().get());
    saleController.watched(true);
    till.focus();
  }

  @Override
  public boolean take(GoodsJson.Found found) {
    if (!saleController.greenProperty().get().isEmpty()) {
      saleController.leave();
    }
    return isFree() && joined() && cart.take(found);
  }

  /** Whoever scans at green begins the next sale, as with digits. */
  @Override
  public boolean takesCovered() {
    return !saleController.greenProperty().get().isEmpty();
  }

  /** Whether the cart may change now. */
  private boolean isFree() {
    return saleController.currentProperty().get() == null && saleController.form().isAtAmount();
  }

  /** A sum that was typed before the first item is a line of the same cart. */
  private boolean joined() {
    return saleController.form().typedToCart();
  }

  @Override
  public void hidden() {
    shows = false;
    saleController.watched(false);
    today.release();
    tiles.release();
    stranger.release();
    payment.release();
  }

  private void showCurrent(OpenSale sale) {
    till.setVisible(sale == null);
    paymentView.setVisible(sale != null);
    if (sale == null) {
      payment.release();
      till.focus();
    } else if (shows) {
      payment.follow(sale.saleProperty(), sale.countdown());
    }
  }

  private void showGreen(List<DeskJson.Sale> paid) {
    if (paid.isEmpty()) {
      context.navigator().uncover();
      till.focus();
      return;
    }
    slips.paid(paid);
    PaidView view =
        new PaidView(paid, context, slips, saleController::leave, saleController::nextWith);
    view.keys().remembering(saleController::remember);
    for (KeyCode place : PLACES) {
      view.keys().on(Hotkeys.key(place), this::leaveGreen);
    }
    context.navigator().cover(view, view.keys());
  }

  /** The key goes on to the window, which shows what lies behind it. */
  private boolean leaveGreen() {
    saleController.leave();
    return false;
  }

  private void sayPaid(DeskJson.Sale sale) {
    slips.paid(List.of(sale));
    echo.aside(sale);
    String sum = Sums.format(sale.invoice().terms().amount());
    String name = sale.invoice().customer().clientName();
    context
        .navigator()
        .say(
            name == null
                ? Message.of(Tone.GOOD, "till.paid_aside", sum)
                : Message.of(Tone.GOOD, "till.paid_aside.by", sum, name));
  }

  private boolean typed(String text) {
    OpenSale now = saleController.currentProperty().get();
    if (now == null) {
      return saleController.form().type(text);
    }
    // An open payment is set aside: the next customer does not wait for this one's phone.
    boolean digit = text.charAt(0) >= '0' && text.charAt(0) <= '9';
    if (digit) {
      saleController.nextWith(text);
    }
    return digit;
  }

  private Runnable remember() {
    Runnable sale = saleController.remember();
    Runnable asked = payment.remember();
    return () -> {
      sale.run();
      asked.run();
    };
  }

  private boolean backspace() {
    if (saleController.currentProperty().get() != null) {
      return false;
    }
    saleController.form().backspace();
    return true;
  }

  private boolean paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null
        || saleController.currentProperty().get() != null
        || saleController.form().stepProperty().get() == SaleForm.Step.NOTE) {
      return false;
    }
    saleController.form().paste(text);
    return true;
  }
}
