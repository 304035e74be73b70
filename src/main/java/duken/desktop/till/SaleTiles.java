package duken.desktop.till;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.shell.DeskContext;
import java.util.ArrayList;
import java.util.List;
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
  private final Counter counter;
  private final HBox row = new HBox(10);
  private final Label none = new Label();
  private final List<SaleTile> tiles = new ArrayList<>();
  private Subscription subscription = Subscription.EMPTY;

  SaleTiles(Counter counter, DeskContext context, Hotkeys keys) {
    this.context = context;
    this.counter = counter;
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
    getChildren().addAll(none, scroll);
    counter.open().all().addListener((ListChangeListener<OpenSale>) _ -> rebuild());
    counter.currentProperty().addListener((_, _, _) -> rebuild());
    for (int i = 0; i < KEYS; i++) {
      int at = i;
      keys.on(Hotkeys.alt(KeyCode.valueOf("DIGIT" + (i + 1))), () -> open(at));
    }
    rebuild();
  }

  /** Begins to count down. */
  void follow() {
    subscription = context.heartbeat().listen(() -> tiles.forEach(SaleTile::beat));
  }

  /** Stops. */
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

  private void rebuild() {
    tiles.forEach(SaleTile::release);
    tiles.clear();
    for (OpenSale sale : counter.open().all()) {
      if (sale != counter.currentProperty().get()) {
        int number = tiles.size() + 1;
        tiles.add(
            new SaleTile(
                sale,
                context.texts(),
                number > KEYS ? null : Hotkeys.alt(KeyCode.valueOf("DIGIT" + number)),
                () -> counter.resume(sale)));
      }
    }
    row.getChildren().setAll(tiles);
    none.setVisible(tiles.isEmpty());
  }
}
