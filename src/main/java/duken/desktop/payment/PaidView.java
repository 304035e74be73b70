package duken.desktop.payment;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.ModeWord;
import duken.desktop.kit.format.PaymentMethod;
import duken.desktop.kit.format.Phones;
import duken.desktop.kit.format.Sums;
import duken.desktop.print.SlipKeys;
import duken.desktop.print.SlipPrinting;
import duken.desktop.shell.DeskContext;
import duken.domain.Money;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Money came: the whole window is green until the next sale begins. */
public final class PaidView extends StackPane {

  private static final int MOST_LINES = 6;

  private final Hotkeys keys = new Hotkeys();
  private final DeskContext context;

  /**
   * Green for these payments, the newest last.
   *
   * @param slips prints again and opens the drawer
   * @param away takes the green away
   * @param next takes it away too; gets the digit that was typed
   */
  public PaidView(
      List<DeskJson.Sale> paid,
      DeskContext context,
      SlipPrinting slips,
      Runnable away,
      Consumer<String> next) {
    this.context = context;
    getStyleClass().add("paid");
    VBox column = new VBox(10);
    column.setAlignment(Pos.CENTER);
    column.getChildren().add(Icons.of(Material2RoundAL.CHECK_CIRCLE, 150));
    if (paid.size() == 1) {
      one(column, paid.getFirst());
    } else {
      many(column, paid);
    }
    KeyButton button =
        KeyButton.of(
                context.texts(),
                "payment.next",
                Material2RoundAL.ADD,
                Hotkeys.key(KeyCode.ENTER),
                keys,
                away)
            .styled("on-green");
    button.setMaxWidth(420);
    Label hint = label("paid-small");
    context.texts().bind(hint.textProperty(), "payment.paid.hint");
    Region gap = new Region();
    gap.setMinHeight(18);
    HBox paper = new SlipKeys(slips).buttons(context.texts(), keys);
    paper.setAlignment(Pos.CENTER);
    column.getChildren().addAll(gap, button, paper, hint);
    getChildren().add(column);
    Label mode = new Label();
    mode.setMinWidth(Region.USE_PREF_SIZE);
    ModeWord.show(mode, paid.getFirst().invoice().payment().isSandbox(), context.texts());
    StackPane.setAlignment(mode, Pos.TOP_CENTER);
    getChildren().add(mode);
    keys.on(
        Hotkeys.key(KeyCode.ESCAPE),
        () -> {
          away.run();
          return true;
        });
    keys.onTyped(
        text -> {
          boolean digit = text.charAt(0) >= '0' && text.charAt(0) <= '9';
          if (digit) {
            next.accept(text);
          }
          return digit;
        });
    setOnMouseClicked(_ -> away.run());
  }

  public Hotkeys keys() {
    return keys;
  }

  private void one(VBox column, DeskJson.Sale sale) {
    InvoiceJson invoice = sale.invoice();
    Label word = label("paid-word");
    context.texts().bind(word.textProperty(), "payment.paid");
    Label sum = label("paid-sum");
    sum.setText(Sums.format(invoice.terms().amount()));
    Label detail = label("paid-detail");
    detail
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> detail(invoice), context.texts().languageProperty()));
    column.getChildren().addAll(word, sum, detail);
    if (invoice.terms().externalOrderId() != null) {
      Label order = label("paid-small");
      context
          .texts()
          .bind(order.textProperty(), "payment.order", invoice.terms().externalOrderId());
      column.getChildren().add(order);
    }
  }

  private String detail(InvoiceJson invoice) {
    return Stream.of(
            context.moments().moment(invoice.outcome().paidAt()),
            payer(invoice),
            PaymentMethod.of(context.texts(), invoice))
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining("   ·   "));
  }

  private void many(VBox column, List<DeskJson.Sale> paid) {
    Money all = Money.ZERO;
    for (DeskJson.Sale sale : paid) {
      all = all.plus(Sums.ofWire(sale.invoice().terms().amount()));
    }
    Label word = label("paid-word");
    word.textProperty()
        .bind(
            context
                .texts()
                .ofCount(
                    "payment.paid.meanwhile",
                    new javafx.beans.property.SimpleIntegerProperty(paid.size())));
    Label sum = label("paid-sum");
    sum.setText(Sums.format(all));
    column.getChildren().addAll(word, sum);
    for (DeskJson.Sale sale : paid.subList(Math.max(0, paid.size() - MOST_LINES), paid.size())) {
      InvoiceJson invoice = sale.invoice();
      Label line = label("paid-detail");
      line.setText(
          context.moments().moment(invoice.outcome().paidAt())
              + "   "
              + Sums.format(invoice.terms().amount())
              + "   "
              + payer(invoice));
      HBox row = new HBox(line);
      row.setAlignment(Pos.CENTER);
      column.getChildren().add(row);
    }
  }

  private static String payer(InvoiceJson invoice) {
    return invoice.customer().clientName() != null
        ? invoice.customer().clientName()
        : Phones.format(invoice.customer().phoneNumber());
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
