package duken.desktop.customer;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.desktop.kit.Icons;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.format.Phones;
import duken.desktop.kit.format.Sums;
import duken.desktop.link.LinkSharing;
import duken.desktop.qr.QrPicture;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What the customer sees: the shop, then the sum and how to pay it, then thanks. */
public final class CustomerView extends StackPane {

  private static final PseudoClass TRAINING = PseudoClass.getPseudoClass("training");
  private static final PseudoClass PAID = PseudoClass.getPseudoClass("paid");

  /** How much of the width the words beside the code get. */
  private static final double WORDS = 0.4;

  /** The monitor for which the sizes of the sheet are meant, and its base. */
  private static final double WIDTH = 1024;

  /** How much of the height the shop's own picture gets. */
  private static final double LOGO = 0.4;

  private static final double HEIGHT = 768;
  private static final double BASE = 16;

  private final Texts texts;
  private final Label shop = new Label();
  private final Label training = new Label();
  private final Label sum = label("customer-sum");
  private final Label how = label("customer-how");
  private final Label time = label("customer-time");
  private final Label payer = label("customer-how");
  private final QrPicture qr = new QrPicture();
  private final Node sign = Icons.of(Material2RoundMZ.STOREFRONT, 100);
  private final ImageView logo = new ImageView();
  private final Node idle;
  private final Node pay;
  private final BasketView basket;
  private final VBox words = new VBox(16);
  private final VBox paid = new VBox(14);
  private final Label paidSum = label("customer-paid-sum");
  private CustomerShow shown = CustomerShow.IDLE;

  /**
   * A view of what {@code show} says.
   *
   * @param texts in the customer's language
   */
  public CustomerView(ObjectProperty<CustomerShow> show, Texts texts) {
    this.texts = texts;
    getStyleClass().add("customer");
    idle = idle();
    pay = pay();
    basket = new BasketView(texts);
    Label word = label("customer-paid-word");
    texts.bind(word.textProperty(), "customer.paid");
    Label thanks = label("customer-thanks");
    texts.bind(thanks.textProperty(), "customer.thanks");
    paid.getChildren().addAll(Icons.of(Material2RoundAL.CHECK_CIRCLE, 120), word, paidSum, thanks);
    paid.setAlignment(Pos.CENTER);
    paid.getStyleClass().add("customer-paid");
    training.getStyleClass().add("customer-training");
    texts.bind(training.textProperty(), "customer.training");
    StackPane.setAlignment(training, Pos.TOP_CENTER);
    getChildren().addAll(idle, basket, pay, paid, training);
    styleProperty()
        .bind(Bindings.createStringBinding(this::size, widthProperty(), heightProperty()));
    show.subscribe(this::show);
  }

  private String size() {
    double scale = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
    return "-fx-font-size: " + Math.max(6, Math.round(BASE * scale)) + "px";
  }

  /** What is known of the shop; null before the engine's first word. */
  public void tell(DeskJson.State state) {
    shop.setText(state == null ? "" : state.shop());
    boolean trains = state != null && state.training();
    training.setVisible(trains);
    pseudoClassStateChanged(TRAINING, trains);
  }

  /** Time passes. */
  public void beat() {
    if (shown instanceof CustomerShow.Pay(_, var countdown)) {
      time.setText(countdown.text());
    }
  }

  private void show(CustomerShow now) {
    shown = now;
    idle.setVisible(now instanceof CustomerShow.Idle);
    basket.setVisible(now instanceof CustomerShow.Basket);
    pay.setVisible(now instanceof CustomerShow.Pay);
    paid.setVisible(now instanceof CustomerShow.Paid);
    pseudoClassStateChanged(PAID, now instanceof CustomerShow.Paid);
    switch (now) {
      case CustomerShow.Idle(var logo) -> {
        qr.show(null);
        hang(logo);
      }
      case CustomerShow.Basket(var cart) -> {
        qr.show(null);
        basket.show(cart);
      }
      case CustomerShow.Pay(var sale, _) -> pay(sale);
      case CustomerShow.Paid(var money) -> paidSum.setText(Sums.format(money));
    }
    beat();
  }

  private void pay(DeskJson.Sale sale) {
    InvoiceJson invoice = sale.invoice();
    boolean terminal = "terminal".equals(invoice.state().type());
    boolean bill = invoice.customer().phoneNumber() != null && sale.qrText() == null;
    String code = LinkSharing.isLink(sale) ? invoice.payment().paymentUrl() : sale.qrText();
    qr.show(terminal || bill ? null : code);
    qr.setVisible(!terminal && !bill);
    qr.setManaged(!terminal && !bill);
    words.setAlignment(terminal || bill ? Pos.CENTER : Pos.CENTER_LEFT);
    sum.setText(Sums.format(invoice.terms().amount()));
    payer.setText(bill ? Phones.format(invoice.customer().phoneNumber()) : "");
    SaleState state = SaleState.of(sale);
    boolean busy = state == SaleState.SCANNED || state == SaleState.CONFIRMING;
    String word = terminal ? "terminal" : bill ? "bill" : busy ? "confirm" : "scan";
    texts.bind(how.textProperty(), "customer." + word);
  }

  private Node idle() {
    shop.getStyleClass().add("customer-shop");
    shop.setWrapText(true);
    Label welcome = label("customer-how");
    texts.bind(welcome.textProperty(), "customer.welcome");
    logo.setPreserveRatio(true);
    logo.fitHeightProperty().bind(heightProperty().multiply(LOGO));
    logo.fitWidthProperty().bind(widthProperty().multiply(2 * LOGO));
    VBox box = new VBox(18, new StackPane(sign, logo), shop, welcome);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private void hang(byte[] bytes) {
    logo.setImage(ShopLogo.picture(bytes).orElse(null));
    sign.setVisible(logo.getImage() == null);
    sign.setManaged(logo.getImage() == null);
  }

  private Node pay() {
    StackPane code = new StackPane(qr);
    code.getStyleClass().add("customer-code");
    HBox.setHgrow(code, Priority.ALWAYS);
    code.setMinSize(240, 240);
    words.getChildren().addAll(how, payer, time);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.prefWidthProperty().bind(widthProperty().multiply(WORDS));
    words.setMinWidth(0);
    HBox row = new HBox(30, code, words);
    row.setAlignment(Pos.CENTER);
    row.getStyleClass().add("customer-pay");
    VBox.setVgrow(row, Priority.ALWAYS);
    sum.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    VBox all = new VBox(12, sum, row);
    all.setAlignment(Pos.CENTER);
    all.setPadding(new Insets(36, 0, 0, 0));
    payer.managedProperty().bind(payer.textProperty().isNotEmpty());
    code.managedProperty().bind(qr.managedProperty());
    code.visibleProperty().bind(qr.visibleProperty());
    return all;
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    return label;
  }
}
