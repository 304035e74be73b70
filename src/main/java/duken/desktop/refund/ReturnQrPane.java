package duken.desktop.refund;

import duken.api.RefundJson;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Countdown;
import duken.desktop.qr.QrPicture;
import duken.desktop.shell.DeskContext;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;

/**
 * The QR that the customer has to scan before the money goes back, with the time left for it (Kaspi
 * Pay sheet, section 10). The refund is asked after until it has ended or the sheet is closed.
 */
final class ReturnQrPane extends VBox {

  private static final double SIDE = 300;

  private final DeskContext context;
  private final RefundViewModel model;
  private final QrPicture qr = new QrPicture();
  private final Label title = new WrappedLabel("notice-title");
  private final Label hint = new WrappedLabel("notice-words");
  private final Label time = new Label();
  private final Countdown countdown;
  private final Subscription beats;
  private String shown;

  ReturnQrPane(DeskContext context, RefundViewModel model) {
    this.context = context;
    this.model = model;
    countdown = new Countdown(context.nanoTime());
    qr.setMinSize(SIDE, SIDE);
    qr.setPrefSize(SIDE, SIDE);
    qr.setMaxSize(SIDE, SIDE);
    qr.setId("refund-return-qr");
    time.getStyleClass().add("countdown");
    time.setId("refund-return-time");
    for (Label label : new Label[] {title, hint}) {
      label.setTextAlignment(TextAlignment.CENTER);
      label.setAlignment(Pos.CENTER);
    }
    getStyleClass().add("refund-notice");
    setAlignment(Pos.CENTER);
    setSpacing(10);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    getChildren().addAll(title, qr, time, hint);
    beats = context.heartbeat().listen(this::beat);
    model.scanned().subscribe(_ -> show());
    context.texts().languageProperty().addListener(_ -> show());
  }

  void release() {
    beats.unsubscribe();
  }

  private void beat() {
    model.beat();
    show();
  }

  private void show() {
    RefundJson refund = model.scanned().get();
    if (refund == null) {
      return;
    }
    title.setText(context.texts().get("refund.scan.title", Sums.format(refund.amount())));
    anchor(refund);
    boolean open = refund.way().returnQr() != null && countdown.millisLeft() > 0;
    qr.show(refund.way().returnQr());
    qr.setVisible(open);
    time.setText(open ? countdown.text() : "");
    hint.setText(context.texts().get(open ? "refund.scan.hint" : "refund.scan.over"));
  }

  private void anchor(RefundJson refund) {
    if (refund.way().returnQrExpiresAt() == null
        || refund.way().returnQrExpiresAt().equals(shown)) {
      return;
    }
    shown = refund.way().returnQrExpiresAt();
    countdown.anchor(context.moments().until(shown).toMillis());
  }
}
