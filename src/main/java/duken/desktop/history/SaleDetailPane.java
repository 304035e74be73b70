package duken.desktop.history;

import duken.api.DeskJson.AnomalyJson;
import duken.api.DeskJson.Sale;
import duken.api.DeskJson.SaleDetail;
import duken.api.RefundJson;
import duken.desktop.anomalies.AnomaliesViewModel;
import duken.desktop.anomalies.AnomalyCard;
import duken.desktop.anomalies.AnomalyDecision;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.StatusBadge;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.print.SlipPrinting;
import duken.desktop.refund.RefundFollower;
import duken.desktop.refund.RefundSheet;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** One sale: what it was, what happened to it, and what can be done. */
final class SaleDetailPane extends BorderPane {

  private final DeskContext context;
  private final Texts texts;
  private final SaleDetailViewModel model;
  private final Hotkeys keys = new Hotkeys();
  private final Label number = new Label();
  private final Label sum = new Label();
  private final StatusBadge state;
  private final Label problem = new Label();
  private final AnomalyCard odd;
  private final FactsCard facts;
  private final LifeCard life;
  private final KeyButton refund;
  private final KeyButton byHand;
  private final KeyButton copy;
  private final SlipPrinting slips;
  private final KeyButton slip;
  private final KeyButton refundSlip;
  private final Label unsupported = new Label();

  SaleDetailPane(DeskContext context, Runnable back) {
    this.context = context;
    this.texts = context.texts();
    slips = new SlipPrinting(context);
    model = new SaleDetailViewModel(context.engine(), context.background());
    AnomaliesViewModel anomalies = new AnomaliesViewModel(context.engine(), context.background());
    odd =
        new AnomalyCard(
            context,
            keys,
            new AnomalyDecision(context, anomalies, this::refresh),
            anomalies.busy());
    odd.managedProperty().bind(odd.visibleProperty());
    facts = new FactsCard(texts, context.moments());
    life = new LifeCard(texts, context.moments());
    state = new StatusBadge(texts, 28);
    KeyButton leave =
        new KeyButton(Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), back)
            .captioned(texts, "history.detail.action.back")
            .wire(keys, Hotkeys.key(KeyCode.ESCAPE));
    copy =
        new KeyButton(Material2RoundAL.CONTENT_COPY, Hotkeys.ctrl(KeyCode.C), this::copyOperation)
            .captioned(texts, "history.detail.action.copy")
            .wire(keys, Hotkeys.ctrl(KeyCode.C));
    refund =
        new KeyButton(Material2RoundMZ.UNDO, Hotkeys.key(KeyCode.F4), this::refund)
            .captioned(texts, "history.detail.action.refund")
            .wire(keys, Hotkeys.key(KeyCode.F4))
            .styled("danger");
    refund.setId("detail-refund");
    byHand =
        new KeyButton(Material2RoundMZ.UNDO, Hotkeys.key(KeyCode.F4), this::recordByHand)
            .captioned(texts, "history.detail.action.by_hand")
            .wire(keys, Hotkeys.key(KeyCode.F4));
    byHand.setId("detail-by-hand");
    slip = paper("sale", Material2RoundMZ.RECEIPT, KeyCode.P, this::printSale);
    refundSlip = paper("refund", Material2RoundMZ.RECEIPT_LONG, KeyCode.B, this::printRefund);
    setTop(new VBox(12, header(), odd));
    setCenter(columns());
    setBottom(bar(leave));
    getStyleClass().add("detail");
    setFocusTraversable(true);
    model.detail().subscribe(this::paint);
    model.problem().subscribe(this::paint);
    texts.languageProperty().addListener(_ -> paint(model.detail().get()));
    context.feed().stateProperty().addListener(_ -> paint(model.detail().get()));
  }

  Hotkeys keys() {
    return keys;
  }

  void show(Sale sale) {
    model.show(sale);
  }

  void show(long invoiceId) {
    model.show(invoiceId);
  }

  void refresh() {
    model.refresh();
  }

  void saleChanged(Sale sale) {
    model.saleChanged(sale);
  }

  private HBox header() {
    number.getStyleClass().add("detail-title");
    number.setMinWidth(Region.USE_PREF_SIZE);
    state.getStyleClass().add("detail-state");
    sum.getStyleClass().add("detail-sum");
    sum.setMinWidth(Region.USE_PREF_SIZE);
    problem.getStyleClass().addAll("fault", "small-word");
    problem.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(24, number, state, problem, gap, sum);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private HBox columns() {
    HBox columns = new HBox(12, scrolled(facts), scrolled(life));
    columns.getStyleClass().add("detail-columns");
    return columns;
  }

  private static ScrollPane scrolled(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("edge-to-edge", "plain-scroll");
    scroll.setPrefWidth(0);
    scroll.setFocusTraversable(false);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private HBox bar(KeyButton leave) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    for (KeyButton button : new KeyButton[] {leave, slip, refundSlip, copy, refund, byHand}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.managedProperty().bind(button.visibleProperty());
    }
    unsupported.getStyleClass().add("muted");
    unsupported.setWrapText(true);
    unsupported.setMaxWidth(460);
    texts.bind(unsupported.textProperty(), "history.detail.refund.unsupported");
    HBox bar = new HBox(12, leave, gap, unsupported, slip, refundSlip, copy, refund, byHand);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void paint(RuntimeException e) {
    problem.setText(e == null ? "" : Message.of(e).text(texts));
  }

  private void paint(SaleDetail detail) {
    boolean there = detail != null;
    facts.setVisible(there);
    life.setVisible(there);
    state.setVisible(there);
    odd.setVisible(false);
    refund.setVisible(false);
    unsupported.setVisible(false);
    byHand.setVisible(false);
    copy.setVisible(false);
    slip.setVisible(false);
    refundSlip.setVisible(false);
    if (!there) {
      number.setText("");
      sum.setText("");
      return;
    }
    Sale sale = detail.sale();
    number.setText(texts.get("history.detail.title", SaleNumber.of(texts, sale)));
    sum.setText(Sums.format(sale.invoice().terms().amount()));
    state.show(SaleState.of(sale));
    facts.show(detail);
    life.show(detail);
    AnomalyJson first =
        sale.anomalies().stream()
            .filter(a -> a.resolved().resolution() == null)
            .findFirst()
            .orElse(null);
    odd.show(first);
    odd.setVisible(first != null);
    boolean left = SaleDetailViewModel.hasMoneyLeft(sale);
    boolean can = SaleDetailViewModel.canRefund(sale, context.feed()::can);
    boolean underWay = inFlight(detail).isPresent();
    refund.setVisible((left && can) || underWay);
    refund.captioned(
        texts, underWay ? "history.detail.action.refund.underway" : "history.detail.action.refund");
    unsupported.setVisible(left && !can && !underWay);
    byHand.setVisible(
        left && !underWay && SaleDetailViewModel.isReturnedElsewhere(sale, context.feed()::can));
    copy.setVisible(sale.invoice().payment().kaspiInvoiceId() != null);
    slip.setVisible(slips.isThere() && sale.invoice().outcome().paidAt() != null);
    refundSlip.setVisible(slips.isThere() && lastRefund(detail).isPresent());
  }

  private void refund() {
    SaleDetail detail = model.detail().get();
    RefundSheet.open(context, detail.sale(), inFlight(detail).orElse(null), this::refresh);
  }

  private void recordByHand() {
    RefundSheet.openByHand(context, model.detail().get().sale(), this::refresh);
  }

  private KeyButton paper(String word, Ikon icon, KeyCode key, Runnable action) {
    KeyButton button = KeyButton.of(texts, "print." + word, icon, Hotkeys.ctrl(key), keys, action);
    button.setId("detail-print-" + word);
    return button;
  }

  private void printSale() {
    slips.sale(model.detail().get().sale());
  }

  private void printRefund() {
    SaleDetail detail = model.detail().get();
    lastRefund(detail)
        .ifPresent(
            it -> slips.refund(detail.sale(), Sums.ofWire(it.amount()), it.times().completedAt()));
  }

  private static Optional<RefundJson> inFlight(SaleDetail detail) {
    return detail.refunds().stream().filter(RefundFollower::isInFlight).findFirst();
  }

  private static Optional<RefundJson> lastRefund(SaleDetail detail) {
    return detail.refunds().stream()
        .filter(it -> "completed".equals(it.state().status()) && it.times().completedAt() != null)
        .reduce((_, later) -> later);
  }

  private void copyOperation() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.detail().get().sale().invoice().payment().kaspiInvoiceId());
    Clipboard.getSystemClipboard().setContent(content);
    context.navigator().say(Message.of(Tone.PLAIN, "history.detail.copied"));
  }
}
