package duken.desktop.customer;

import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the customer buys: the newest lines, what was taken off, and what it comes to. */
final class BasketView extends VBox {

  private static final int MOST = 7;
  private static final int PLACES = 3;

  private final Texts texts;
  private final VBox rows = new VBox(10);
  private final Label earlier = label("customer-how");
  private final Label off = label("customer-how");
  private final Label total = label("customer-total");
  private GoodsCart shown = GoodsCart.EMPTY;

  BasketView(Texts texts) {
    super(16);
    this.texts = texts;
    rows.setAlignment(Pos.BOTTOM_LEFT);
    rows.setMinHeight(0);
    VBox.setVgrow(rows, Priority.ALWAYS);
    HBox foot = new HBox(20, off, total);
    HBox.setHgrow(off, Priority.ALWAYS);
    off.setMaxWidth(Double.MAX_VALUE);
    total.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    foot.setAlignment(Pos.CENTER_RIGHT);
    setPadding(new Insets(56, 48, 36, 48));
    getStyleClass().add("customer-basket");
    getChildren().addAll(earlier, rows, foot);
    texts.languageProperty().addListener(_ -> show(shown));
  }

  void show(GoodsCart cart) {
    shown = cart;
    List<GoodsLine> lines = cart.lines();
    int hidden = Math.max(0, lines.size() - MOST);
    earlier.setText(hidden == 0 ? "" : texts.get("customer.earlier", hidden));
    rows.getChildren().setAll(lines.stream().skip(hidden).map(this::row).toList());
    boolean saved = !cart.saved().isZero();
    off.setText(saved ? texts.get("customer.saved", Sums.format(cart.saved())) : "");
    total.setText(Sums.format(cart.total()));
  }

  private HBox row(GoodsLine line) {
    Label name = label("customer-line");
    name.setText(line.goods().name() + quantity(line));
    name.setWrapText(false);
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label sum = label("customer-line");
    sum.setText(Sums.format(line.net()));
    sum.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(24, name, sum);
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  private String quantity(GoodsLine line) {
    if (line.thousandths() == GoodsLine.ONE && !line.goods().isDivisible()) {
      return "";
    }
    String number =
        BigDecimal.valueOf(line.thousandths(), PLACES).stripTrailingZeros().toPlainString();
    String unit = line.goods().unit().name().toLowerCase(Locale.ROOT);
    return ", " + number.replace('.', ',') + Sums.SPACE + texts.get("cart.unit." + unit);
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    return label;
  }
}
