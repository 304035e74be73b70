package duken.desktop.cart;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.DeskContext;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * Above the keypad: the search for goods, the carts that are held, and the quick tiles. A shop
 * without goods sees nothing of it.
 */
public final class GoodsStrip extends HBox {

  private static final double WIDTH = 104;

  private final DeskContext context;
  private final CartModel cart;
  private final CartSheets sheets;
  private final BooleanSupplier joined;
  private final HBox tiles = new HBox(8);

  /**
   * What the strip needs of its till.
   *
   * @param joined makes what is typed a line of the cart
   * @param refocus takes the focus back to the amount
   */
  record Till(Hotkeys keys, BooleanSupplier joined, Runnable refocus) {}

  GoodsStrip(DeskContext context, CartModel cart, CartSheets sheets, HeldSheet held, Till till) {
    super(8);
    this.context = context;
    this.cart = cart;
    this.sheets = sheets;
    this.joined = till.joined();
    Hotkeys keys = till.keys();
    SearchSheet search = new SearchSheet(context, this::choose, till.refocus());
    CartButton find =
        new CartButton(
            context.texts(),
            "search",
            Material2RoundMZ.SEARCH,
            Hotkeys.ctrl(KeyCode.F),
            keys,
            search::open);
    CartButton waiting =
        new CartButton(
            context.texts(),
            "held",
            Material2RoundMZ.PENDING_ACTIONS,
            Hotkeys.ctrl(KeyCode.O),
            keys,
            held::open);
    find.setMinWidth(WIDTH);
    waiting.setMinWidth(WIDTH);
    ScrollPane scroll = new ScrollPane(tiles);
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPannable(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("tiles-scroll");
    scroll.setOnScroll(
        event -> scroll.setHvalue(scroll.getHvalue() - Math.signum(event.getDeltaY()) / 4));
    HBox.setHgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("goods-strip");
    getChildren().addAll(find, waiting, scroll);
    shown(false);
    cart.cartProperty().subscribe(now -> shown(isVisible() || !now.isEmpty()));
    context.feed().onReturn(this::load);
  }

  /** Asks what there is to sell. */
  public void load() {
    context
        .background()
        .ask(
            () ->
                new Stock(
                    context.engine().goods().list(null, 1, 0).total(),
                    context.engine().goods().tiles(),
                    context.engine().carts().held().size()),
            this::show,
            _ -> {
              // The feed tells when the engine is back, and then it is asked again.
            });
  }

  private record Stock(long goods, List<GoodsJson.Item> tiles, int held) {}

  private void show(Stock stock) {
    shown(stock.goods() > 0 || stock.held() > 0 || !cart.isEmpty());
    tiles
        .getChildren()
        .setAll(
            stock.tiles().stream()
                .map(item -> new GoodsTile(context, item, () -> choose(item)))
                .toList());
  }

  private void choose(GoodsJson.Item item) {
    boolean added = joined.getAsBoolean() && cart.add(new GoodsJson.Found(item, null, null));
    if (added && cart.selected().goods().isDivisible()) {
      sheets.line();
    }
  }

  private void shown(boolean is) {
    setVisible(is);
    setManaged(is);
  }
}
