package duken.desktop.goods;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.EmptyState;
import duken.desktop.kit.Message;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The list of goods, read page by page as it is scrolled, and what stands there instead of it. */
final class GoodsListPane extends StackPane {

  private static final double ROW = 64;

  /** So many rows before the end the next page is asked for. */
  private static final int AHEAD = 30;

  private final Texts texts;
  private final GoodsViewModel model;
  private final Consumer<GoodsJson.Item> open;
  private final ListView<GoodsJson.Item> list = new ListView<>();
  private final StackPane notices = new StackPane();

  /** The item that is looked at, also while the list is read anew. */
  private long chosen;

  /**
   * @param open is told what was clicked twice
   */
  GoodsListPane(
      DeskContext context,
      GoodsViewModel model,
      GoodsPictures pictures,
      Consumer<GoodsJson.Item> open) {
    this.texts = context.texts();
    this.model = model;
    this.open = open;
    list.setItems(model.items());
    list.setId("goods-list");
    list.accessibleTextProperty().bind(texts.of("goods.title"));
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> clickable(new GoodsCell(texts, pictures)));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> chosen = item == null ? chosen : item.id());
    list.getSelectionModel().selectedIndexProperty().subscribe(at -> seen(at.intValue()));
    list.skinProperty().subscribe(_ -> followScrolling());
    model.items().addListener((ListChangeListener<GoodsJson.Item>) _ -> keepOneSelected());
    model.known().subscribe(_ -> notice());
    model.problem().subscribe(_ -> notice());
    getStyleClass().add("list-card");
    notices.setPickOnBounds(false);
    getChildren().addAll(list, notices);
  }

  void takeFocus() {
    list.requestFocus();
  }

  boolean isAtList() {
    return list.isFocused();
  }

  /** The item that is selected, or null. */
  GoodsJson.Item chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  /** Selects this item as soon as the list has it. */
  void choose(long id) {
    list.getSelectionModel().clearSelection();
    chosen = id;
  }

  private GoodsCell clickable(GoodsCell cell) {
    cell.setOnMouseClicked(
        click -> {
          if (cell.getItem() != null && click.getClickCount() == 2) {
            open.accept(cell.getItem());
          }
        });
    return cell;
  }

  private void followScrolling() {
    for (Node part : list.lookupAll(".scroll-bar")) {
      if (part instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        bar.valueProperty()
            .subscribe(share -> seen((int) (model.items().size() * share.doubleValue())));
      }
    }
  }

  private void seen(int row) {
    if (row >= model.items().size() - AHEAD) {
      model.loadMore();
    }
  }

  /** What an empty list means. */
  private void notice() {
    notices.getChildren().clear();
    if (!model.items().isEmpty()) {
      return;
    }
    if (model.problem().get() != null) {
      Label words = new Label();
      words.getStyleClass().add("muted");
      Message.of(model.problem().get()).show(words, texts);
      notices
          .getChildren()
          .add(
              new EmptyState(texts, Material2RoundAL.CLOUD_OFF, "goods.problem.title").with(words));
    } else if (!model.known().get()) {
      notices
          .getChildren()
          .add(new EmptyState(texts, Material2RoundAL.HOURGLASS_EMPTY, "goods.loading"));
    } else {
      String key = model.search().get().isBlank() ? "goods.empty." : "goods.unfound.";
      notices
          .getChildren()
          .add(new EmptyState(texts, Material2RoundMZ.STOREFRONT, key + "title", key + "hint"));
    }
  }

  private void keepOneSelected() {
    notice();
    if (!model.items().isEmpty() && list.getSelectionModel().isEmpty()) {
      int at = 0;
      for (int i = 0; i < model.items().size(); i++) {
        at = model.items().get(i).id() == chosen ? i : at;
      }
      list.getSelectionModel().select(at);
      list.scrollTo(at);
    }
  }
}
