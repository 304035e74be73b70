package duken.desktop.orders;

import duken.api.orders.OrderJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.print.PaperPrinter;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What is to be put together for an order, on paper. Names nobody. */
final class PickingSlip {

  private static final double PAPER = 420;
  private static final double SHEET = 560;
  private static final double HIGHEST = 420;
  private static final String STYLE =
      "-fx-background-color: white; -fx-padding: 14px; -fx-font-size: 15px;";
  private static final String INK = "-fx-text-fill: black;";
  private static final String LARGE = INK + " -fx-font-size: 26px; -fx-font-weight: bold;";

  private final DeskContext context;
  private final PaperPrinter printer;

  PickingSlip(DeskContext context, PaperPrinter printer) {
    this.context = context;
    this.printer = printer;
  }

  /** Shows the slip; Enter prints it. */
  void open(OrderJson order) {
    Texts texts = context.texts();
    ScrollPane view = new ScrollPane();
    Subscription language = texts.languageProperty().subscribe(_ -> view.setContent(paper(order)));
    view.setFitToWidth(true);
    view.setMaxHeight(HIGHEST);
    view.getStyleClass().add("plain-scroll");
    Sheet sheet = new Sheet(texts.of("orders.slip.title", order.code()), view, SHEET);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton print =
        new KeyButton(
                Material2RoundMZ.PRINT,
                Hotkeys.key(KeyCode.ENTER),
                () -> {
                  context.navigator().closeSheet();
                  print(order);
                })
            .captioned(texts, "orders.slip.print")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    print.setId("orders-slip-print");
    context.navigator().open(sheet.with(back, print).onClosed(language::unsubscribe));
  }

  private void print(OrderJson order) {
    VBox paper = paper(order);
    context
        .background()
        .ask(
            () -> printer.print(paper),
            taken ->
                context
                    .navigator()
                    .say(
                        taken
                            ? Message.of(Tone.GOOD, "orders.slip.printed", order.code())
                            : Message.of(Tone.CAREFUL, "orders.slip.no_printer")),
            _ -> context.navigator().say(Message.of(Tone.CAREFUL, "orders.slip.no_printer")));
  }

  /** The paper itself, in the language of the moment. */
  VBox paper(OrderJson order) {
    Texts texts = context.texts();
    VBox paper = new VBox(6);
    paper.setStyle(STYLE);
    paper.setPrefWidth(PAPER);
    paper.setMaxWidth(PAPER);
    paper.getChildren().add(line(texts.get("orders.order", order.code()), LARGE));
    paper.getChildren().add(line(context.moments().moment(order.createdAt()), INK));
    paper.getChildren().add(line(OrderWords.delivery(texts, order), INK));
    if (order.detail("planned_delivery_date") != null) {
      String planned = context.moments().moment(order.detail("planned_delivery_date"));
      paper.getChildren().add(line(texts.get("orders.date.planned_delivery_date", planned), INK));
    }
    for (OrderJson.Line item : order.lines()) {
      String sku = item.sku() == null ? "–" : item.sku();
      String name = item.name() == null ? "" : item.name();
      paper.getChildren().add(line("☐ " + item.quantity().toPlainString() + " × " + name, INK));
      paper.getChildren().add(line("     " + sku + " · " + Sums.format(item.total()), INK));
    }
    paper
        .getChildren()
        .add(line(texts.get("orders.slip.total", Sums.format(order.total())), LARGE));
    paper.getChildren().add(line(texts.get("orders.slip.not_fiscal"), INK));
    return paper;
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setStyle(style);
    return label;
  }
}
