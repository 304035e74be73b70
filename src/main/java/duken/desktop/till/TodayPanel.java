package duken.desktop.till;

import duken.api.DeskJson;
import duken.desktop.kit.EmptyState;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Today's sales beside the till: what came in, and the newest first. */
final class TodayPanel extends VBox {

  private static final double ROW = 62;

  TodayPanel(TodaySales today, DeskContext context) {
    Label title = new Label();
    title.getStyleClass().add("card-title");
    context.texts().bind(title.textProperty(), "till.today");
    Label taken = new Label();
    taken.getStyleClass().add("today-sum");
    taken.textProperty().bind(today.takenProperty().map(Sums::format));
    taken.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(12, title, gap, taken);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.getStyleClass().add("today-head");

    ListView<DeskJson.Sale> list = new ListView<>(today.sales());
    list.accessibleTextProperty().bind(context.texts().of("till.today"));
    list.getStyleClass().add("sale-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new SaleCell(context.texts(), context.moments()));
    list.setPlaceholder(new Region());
    EmptyState empty =
        new EmptyState(context.texts(), Material2RoundMZ.RECEIPT_LONG, "till.today.empty");
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(Bindings.isEmpty(today.sales()).and(today.loadedProperty()));
    StackPane body = new StackPane(list, empty);
    VBox.setVgrow(body, Priority.ALWAYS);
    getStyleClass().addAll("card", "today");
    getChildren().addAll(head, body);
  }
}
