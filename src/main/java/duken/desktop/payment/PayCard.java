package duken.desktop.payment;

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
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What the customer needs: the QR with the sum under it, or who was billed. */
final class PayCard extends VBox {

  private static final double SIDE = 470;

  private final Texts texts;
  private final QrPicture qr = new QrPicture();
  private final VBox over = new VBox(16);
  private final FontIcon overIcon = Icons.of(SaleState.EXPIRED.icon(), 120);
  private final Label overWord = new Label();
  private final VBox bill = new VBox(12);
  private final Label number = new Label();
  private final Label name = new Label();
  private final Label sum = new Label();

  PayCard(Texts texts) {
    this.texts = texts;
    FontIcon phone = Icons.of(Material2RoundMZ.SMARTPHONE, 120);
    Label billed = new Label();
    billed.getStyleClass().add("muted");
    texts.bind(billed.textProperty(), "payment.billed");
    number.getStyleClass().add("phone-number");
    name.getStyleClass().add("payer-name");
    bill.setAlignment(Pos.CENTER);
    bill.getChildren().addAll(phone, billed, number, name);
    over.setAlignment(Pos.CENTER);
    over.getChildren().addAll(overIcon, overWord);
    overWord.getStyleClass().add("over-word");
    StackPane place = new StackPane(qr, bill, over);
    place.getStyleClass().add("pay-place");
    place.setPrefHeight(SIDE);
    place.setMinSize(320, 320);
    VBox.setVgrow(place, Priority.ALWAYS);
    sum.getStyleClass().add("pay-sum");
    sum.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(Pos.CENTER);
    setSpacing(8);
    setMinWidth(440);
    // As wide as the code is high: on a large screen the code is large too.
    prefWidthProperty().bind(Bindings.max(SIDE + 36, heightProperty().subtract(72)));
    getStyleClass().addAll("card", "pay-card");
    getChildren().addAll(place, sum);
  }

  /**
   * Shows a sale; its QR or its payer only while the customer can still pay. Whoever pays at a
   * terminal looks there: the card shows the state.
   */
  void show(DeskJson.Sale sale, SaleState state, boolean payable) {
    InvoiceJson invoice = sale.invoice();
    qr.show(LinkSharing.isLink(sale) ? invoice.payment().paymentUrl() : sale.qrText());
    sum.setText(Sums.format(invoice.terms().amount()));
    number.setText(Phones.format(invoice.customer().phoneNumber()));
    name.setText(invoice.customer().clientName() == null ? "" : invoice.customer().clientName());
    boolean isBill = invoice.customer().phoneNumber() != null && sale.qrText() == null;
    boolean atTerminal = "terminal".equals(invoice.state().type());
    qr.setVisible(payable && !isBill && !atTerminal);
    bill.setVisible(payable && isBill);
    over.setVisible(!payable || atTerminal);
    overIcon.setIconCode(state.icon());
    state.tone().paint(over);
    texts.bind(overWord.textProperty(), state.textKey());
  }
}
