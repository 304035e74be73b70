package duken.desktop.till;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.shell.DeskContext;
import duken.desktop.updates.UpdateLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The sales set aside, oldest first, each with its time left and a key that brings it back. */
final class SaleTiles extends StackPane {

  private static final int KEYS = 9;

  private final DeskContext context;
  private final SaleController saleController;
  private final HBox row = new HBox(10);
  private final Label none = new Label();
  private final BooleanProperty empty = new SimpleBooleanProperty(true);
  private final Map<OpenSale, SaleTile> bySale = new HashMap<>();
  private final List<SaleTile> tiles = new ArrayList<>();
  private Subscription subscription = Subscription.EMPTY;

  SaleTiles(SaleController saleController, DeskContext context, Hotkeys keys) {
    this.context = context;
    this.saleController = saleController;
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(true);
    none.getStyleClass().add("muted");
    none.setGraphic(Icons.of(Material2RoundMZ.PENDING_ACTIONS, 24));
    context.texts().bind(none.textProperty(), "till.tiles.none");
    ScrollPane scroll = new ScrollPane(row);
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPannable(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("tiles-scroll");
    getStyleClass().add("tiles");
    getChildren().addAll(none, scroll, news(keys));
    saleController.open().all().addListener((ListChangeListener<OpenSale>) _ -> rebuild());
    saleController.currentProperty().addListener((_, _, _) -> rebuild());
    for (int i = 0; i < KEYS; i++) {
      int at = i;
      keys.on(Hotkeys.alt(KeyCode.valueOf("DIGIT" + (i + 1))), () -> open(at));
    }
    keys.explain("Alt 1–9", "till.key.tiles");
    rebuild();
  }

  /** A newer version is told of where there is nothing else, and never while something is sold. */
  private UpdateLine news(Hotkeys keys) {
    SaleForm form = saleController.form();
    BooleanBinding free =
        Bindings.createBooleanBinding(
            () -> empty.get() && saleController.currentProperty().get() == null && form.isIdle(),
            empty,
            saleController.currentProperty(),
            form.amountProperty(),
            form.stepProperty(),
            form.busyProperty());
    UpdateLine line =
        new UpdateLine(
            context.thisComputer().updates(),
            context.texts(),
            keys,
            free,
            context.navigator()::open,
            context.navigator()::closeSheet);
    none.visibleProperty().bind(empty.and(line.visibleProperty().not()));
    return line;
  }

  /** Begins to count down. */
  void follow() {
    subscription = context.heartbeat().listen(() -> tiles.forEach(SaleTile::beat));
  }

  void release() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private boolean open(int at) {
    if (at >= tiles.size()) {
      return false;
    }
    tiles.get(at).fire();
    return true;
  }

  /** A tile lives as long as its sale is here: a busy till would else make hundreds a minute. */
  private void rebuild() {
    List<OpenSale> aside =
        saleController.open().all().stream()
            .filter(sale -> sale != saleController.currentProperty().get())
            .toList();
    bySale.keySet().removeIf(gone -> !aside.contains(gone) && released(gone));
    tiles.clear();
    for (OpenSale sale : aside) {
      SaleTile tile =
          bySale.computeIfAbsent(
              sale, _ -> new SaleTile(sale, context.texts(), () -> saleController.resume(sale)));
      tiles.add(tile);
      tile.key(tiles.size() > KEYS ? null : Hotkeys.alt(KeyCode.valueOf("DIGIT" + tiles.size())));
    }
    row.getChildren().retainAll(tiles);
    for (int i = 0; i < tiles.size(); i++) {
      if (i == row.getChildren().size() || row.getChildren().get(i) != tiles.get(i)) {
        row.getChildren().add(i, tiles.get(i));
      }
    }
    empty.set(tiles.isEmpty());
  }

  private boolean released(OpenSale gone) {
    bySale.get(gone).release();
    return true;
  }
}
