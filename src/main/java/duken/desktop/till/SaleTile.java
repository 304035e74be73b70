package duken.desktop.till;

import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyNames;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

final class SaleTile extends Button {

  private final OpenSale sale;
  private final Texts texts;
  private final FontIcon icon = Icons.of(SaleState.WAITING.icon(), 26);
  private final Label word = new Label();
  private final Label time = new Label();
  private final Label keyCap = new Label();
  private final Subscription subscription;
  private SaleState shown;

  /** A tile without a key yet, see {@link #key}. */
  SaleTile(OpenSale sale, Texts texts, Runnable action) {
    this.sale = sale;
    this.texts = texts;
    Label sum = new Label(Sums.format(sale.saleProperty().get().invoice().terms().amount()));
    sum.getStyleClass().add("tile-sum");
    sum.setMinWidth(Region.USE_PREF_SIZE);
    time.getStyleClass().add("tile-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    word.getStyleClass().add("tile-word");
    keyCap.getStyleClass().add("key-cap");
    keyCap.setMinWidth(Region.USE_PREF_SIZE);
    keyCap.managedProperty().bind(keyCap.visibleProperty());
    key(null);
    HBox first = new HBox(8, sum, gap(), keyCap);
    first.setAlignment(Pos.CENTER_LEFT);
    HBox second = new HBox(8, word, gap(), time);
    second.setAlignment(Pos.BASELINE_LEFT);
    VBox lines = new VBox(4, first, second);
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox row = new HBox(10, icon, lines);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMouseTransparent(true);
    row.setPrefWidth(236);
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("tile");
    setFocusTraversable(false);
    setMaxHeight(Double.MAX_VALUE);
    setOnAction(_ -> action.run());
    accessibleTextProperty().bind(word.textProperty());
    subscription = sale.saleProperty().subscribe(_ -> beat());
  }

  /** Names the key that brings it back, null for none. */
  void key(KeyCombination key) {
    keyCap.setVisible(key != null);
    keyCap.setText(key == null ? "" : KeyNames.of(key));
  }

  void beat() {
    SaleState told = sale.state();
    boolean over = told.isOpen() && sale.countdown().millisLeft() == 0;
    SaleState now = over ? SaleState.CHECKING : told;
    if (now != shown) {
      shown = now;
      icon.setIconCode(now.icon());
      now.tone().paint(this);
      texts.bind(word.textProperty(), now.textKey());
    }
    boolean counts = now.isOpen() && !over && !now.isUnsent();
    time.setText(counts ? sale.countdown().text() : "");
  }

  void release() {
    subscription.unsubscribe();
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
