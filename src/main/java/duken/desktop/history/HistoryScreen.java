package duken.desktop.history;

import duken.api.DeskJson.Sale;
import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** The history: the list, and one sale above it. */
public final class HistoryScreen implements Screen {

  /** Its name among the places of the window. */
  public static final String ID = "history";

  private final DeskContext context;
  private final HistoryViewModel model;
  private final SaleListPane list;
  private final SaleDetailPane detail;
  private final StackPane node;

  private Subscription subscription = Subscription.EMPTY;
  private String cameFrom;

  public HistoryScreen(DeskContext context) {
    this.context = context;
    model = new HistoryViewModel(context.engine(), context.background(), context.moments()::today);
    list = new SaleListPane(model, context, this::open);
    detail = new SaleDetailPane(context, this::back);
    detail.setVisible(false);
    node = new StackPane(list, detail);
    node.getStyleClass().add("screen");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return detail.isVisible() ? detail.keys() : list.keys();
  }

  @Override
  public void shown() {
    subscription =
        Subscription.combine(
            context.feed().onSale(this::changed), context.feed().onReturn(this::refresh));
    showDetail(false);
    model.entered();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  @Override
  public void open(long invoiceId, String from) {
    cameFrom = ID.equals(from) ? null : from;
    detail.show(invoiceId);
    showDetail(true);
  }

  private void open(Sale sale) {
    cameFrom = null;
    detail.show(sale);
    showDetail(true);
  }

  private void back() {
    if (cameFrom != null) {
      String there = cameFrom;
      cameFrom = null;
      context.navigator().go(there);
    } else {
      showDetail(false);
    }
  }

  private void showDetail(boolean show) {
    detail.setVisible(show);
    list.setVisible(!show);
    if (show) {
      detail.requestFocus();
    } else {
      list.takeFocus();
    }
  }

  private void refresh() {
    model.again();
    if (detail.isVisible()) {
      detail.refresh();
    }
  }

  private void changed(Sale sale) {
    model.saleChanged(sale);
    if (detail.isVisible()) {
      detail.saleChanged(sale);
    }
  }
}
