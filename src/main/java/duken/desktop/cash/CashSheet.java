package duken.desktop.cash;

import duken.api.cash.CashJson;
import duken.desktop.cart.CartCheckout;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.format.SumField;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.FormKey;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import duken.domain.Money;
import duken.domain.cash.Banknotes;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * Takes cash for a sum: what the customer gave is typed or chosen, Enter alone means exactly. Less
 * than the sum is the cash of a mixed payment. Then the change stands there, huge.
 */
public final class CashSheet {

  private static final double WIDTH = 720;
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4
  };

  private final DeskContext context;
  private final Texts texts;
  private final Money sum;
  private final String comment;
  private final CartCheckout goods;
  private final Consumer<CashJson.Operation> sold;
  private final BiConsumer<Money, Money> rest;
  private final FormKey key = new FormKey();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final CashSumField given;

  /**
   * A sheet for one sale.
   *
   * @param comment or null
   * @param goods the cart that is sold whole, or an empty one for a bare sum
   * @param sold takes the sale that came of it
   * @param rest takes the cash of a mixed payment and what the customer gave for it; null where the
   *     rest cannot be paid in another way
   */
  public CashSheet(
      DeskContext context,
      Money sum,
      String comment,
      CartCheckout goods,
      Consumer<CashJson.Operation> sold,
      BiConsumer<Money, Money> rest) {
    this.context = context;
    this.texts = context.texts();
    this.sum = sum;
    this.comment = comment;
    this.goods = goods;
    this.sold = sold;
    this.rest = rest;
    TextField tendered = new SumField();
    tendered.setId("cash-given");
    given = new CashSumField(texts, "cash.given", tendered, false);
  }

  /** Shows it. */
  public void open() {
    Label big = new Label(Sums.format(sum));
    big.getStyleClass().add("cash-sum");
    Label outcome = new Label();
    outcome.setId("cash-outcome");
    outcome.getStyleClass().add("cash-change");
    outcome
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::outcome, given.input().textProperty(), texts.languageProperty()));
    FlowPane likely = new FlowPane(10, 10);
    VBox body = new VBox(14, big, likely, given, outcome);
    Sheet sheet = new Sheet(texts.of("cash.title"), body, WIDTH);
    List<Money> sums = Banknotes.likely(sum);
    for (int i = 0; i < sums.size(); i++) {
      Money tendered = sums.get(i);
      KeyButton button =
          new KeyButton(Material2RoundMZ.PAYMENTS, Hotkeys.alt(DIGITS[i]), () -> sell(tendered))
              .wire(sheet.keys(), Hotkeys.alt(DIGITS[i]));
      button.captionProperty().set(Sums.format(tendered));
      button.setMinWidth(KeyButton.USE_PREF_SIZE);
      button.setId("cash-likely-" + i);
      button.disableProperty().bind(busy);
      likely.getChildren().add(button);
    }
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton take =
        new KeyButton(Material2RoundAL.CHECK, Hotkeys.key(KeyCode.ENTER), this::take)
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    take.captionProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(isPart() ? "cash.take.part" : "cash.take"),
                given.input().textProperty(),
                texts.languageProperty()));
    take.setId("cash-take");
    take.disableProperty().bind(busy);
    context.navigator().open(sheet.with(back, take));
    SheetFocus.into(given.input(), sheet);
  }

  private boolean isPart() {
    return rest != null && given.glance().filter(sum::exceeds).isPresent();
  }

  private String outcome() {
    Money tendered = given.glance().orElse(sum);
    return sum.exceeds(tendered)
        ? texts.get("cash.left", Sums.format(sum.minus(tendered)))
        : texts.get("cash.change", Sums.format(tendered.minus(sum)));
  }

  private void take() {
    String typed = given.input().getText();
    if (typed == null || typed.isBlank()) {
      sell(sum);
      return;
    }
    given
        .read()
        .ifPresent(
            tendered -> {
              if (!sum.exceeds(tendered)) {
                sell(tendered);
              } else if (rest == null) {
                given.fault("cash.less");
              } else {
                context.navigator().closeSheet();
                rest.accept(tendered, tendered);
              }
            });
  }

  private void sell(Money tendered) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    goods.keep(
        cart -> send(new CashJson.Sale(sum.toWire(), tendered.toWire(), comment, cart)),
        this::failed);
  }

  private void send(CashJson.Sale wish) {
    String callKey = key.keyFor(wish);
    context
        .background()
        .ask(
            () -> context.engine().cash().sell(wish, callKey),
            made -> {
              busy.set(false);
              goods.made();
              context.navigator().closeSheet();
              sold.accept(made);
              change(made);
            },
            this::failed);
  }

  private void failed(RuntimeException why) {
    busy.set(false);
    goods.notMade();
    context.navigator().say(Message.of(why));
  }

  private void change(CashJson.Operation made) {
    Label word = new Label();
    word.getStyleClass().add("sheet-words");
    texts.bind(
        word.textProperty(), "cash.sold", Sums.format(made.amount()), Sums.format(made.tendered()));
    Label huge = new Label(Sums.format(made.change()));
    huge.setId("cash-change");
    huge.getStyleClass().add("cash-huge");
    VBox body = new VBox(8, word, huge);
    body.setAlignment(Pos.CENTER);
    Sheet sheet = new Sheet(texts.of("cash.change.title", made.number()), body, WIDTH);
    KeyButton done =
        new KeyButton(
                Material2RoundAL.CHECK, Hotkeys.key(KeyCode.ENTER), context.navigator()::closeSheet)
            .captioned(texts, "cash.done")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    context.navigator().open(sheet.with(done));
  }
}
