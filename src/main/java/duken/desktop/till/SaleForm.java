package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.desktop.cart.CartCheckout;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.FormKey;
import duken.desktop.kit.task.Remembered;
import duken.desktop.payment.DuplicateGuard;
import duken.desktop.till.cash.CashBeside;
import duken.domain.Money;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The sale being typed in: the amount, and for some the payer's phone, a comment, an order. */
public final class SaleForm {

  /** What the cashier types into. */
  public enum Step {
    AMOUNT,
    PHONE,
    NOTE
  }

  private final FormKey key;
  private final SaleSending sending;
  private final PayerLookup payer;
  private final CartCheckout goods;
  private final AmountEntry amount = new AmountEntry();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.AMOUNT);
  private final StringProperty comment = new SimpleStringProperty("");
  private final StringProperty order = new SimpleStringProperty("");
  public final CashBeside cash = new CashBeside();
  private final ReadOnlyBooleanWrapper busy;
  private final ReadOnlyObjectWrapper<Message> message;
  final QrTrouble trouble;
  final DuplicateGuard guard;

  /**
   * An empty form.
   *
   * @param goods the cart beside it
   * @param can whether the provider can do a thing, by its word
   * @param created takes the sale that came of it, after which the form is empty again
   */
  public SaleForm(
      EngineApi engine,
      Background background,
      CartCheckout goods,
      Predicate<String> can,
      FormKey key,
      InstantSource clock,
      Consumer<DeskJson.Sale> created) {
    this.key = key;
    this.goods = goods;
    sending =
        new SaleSending(
            engine,
            background,
            key,
            goods,
            clock,
            sale -> {
              clear();
              created.accept(sale);
            });
    busy = sending.busy;
    message = sending.message;
    trouble = sending.trouble;
    guard = sending.guard;
    payer = new PayerLookup(engine, background, can);
  }

  /** The cart beside it. */
  public CartCheckout goods() {
    return goods;
  }

  public ReadOnlyStringProperty amountProperty() {
    return amount.textProperty();
  }

  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  public PayerLookup payer() {
    return payer;
  }

  public StringProperty commentProperty() {
    return comment;
  }

  public StringProperty orderProperty() {
    return order;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What the cashier should know, or null. */
  public ReadOnlyObjectProperty<Message> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether nothing was typed, nothing lies in the cart and nothing is under way. */
  public boolean isIdle() {
    return amount.isEmpty() && goods.isEmpty() && isAtAmount();
  }

  /** Whether the amount is being typed and nothing is under way. */
  public boolean isAtAmount() {
    return step.get() == Step.AMOUNT && !busy.get();
  }

  /** A key of the keyboard or the keypad; answers whether it meant anything here. */
  public boolean type(String text) {
    if (busy.get() || step.get() == Step.NOTE) {
      return false;
    }
    boolean taken = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (step.get() == Step.AMOUNT ? c == ',' || c == '.' : c == '+')) {
        typeOne(c);
        taken = true;
      }
    }
    return taken;
  }

  public void backspace() {
    if (busy.get()) {
      return;
    }
    message.set(null);
    guard.forget();
    switch (step.get()) {
      case AMOUNT -> amount.backspace();
      case PHONE -> payer.backspace();
      case NOTE -> {}
    }
  }

  /** What was pasted replaces what is typed into; what cannot be read is said. */
  public void paste(String text) {
    if (busy.get()) {
      return;
    }
    if (step.get() == Step.PHONE) {
      message.set(payer.paste(text) ? null : Message.of(Tone.BAD, "phone.unreadable"));
      return;
    }
    Sums.Typed typed = Sums.read(text);
    if (typed.money() == null) {
      message.set(AmountEntry.notPasted(typed.fault()));
    } else {
      begin(typed.money());
    }
  }

  /** What is typed now, to be put back by running it. */
  public Runnable remember() {
    List<Runnable> all =
        List.of(
            amount.remember(),
            payer.remember(),
            cash.remember(),
            Remembered.values(
                comment, order, step, message, trouble.remembered(), guard.remembered()));
    return () -> all.forEach(Runnable::run);
  }

  /** Empties the form; a new sale begins. */
  public void clear() {
    if (busy.get()) {
      return;
    }
    amount.clear();
    List.of(comment, order).forEach(text -> text.set(""));
    cash.forget();
    payer.clear();
    step.set(Step.AMOUNT);
    sending.forget();
    key.renew();
  }

  /** Empties the form and puts {@code money} into it: the same sum once more. */
  public void begin(Money money) {
    clear();
    amount.set(money);
  }

  /** Makes a typed sum a line of the cart; answers whether nothing is typed any more. */
  public boolean typedToCart() {
    Money typed = amount.isEmpty() || cash.property().get() != null ? null : money();
    if (typed != null && goods.addFree(typed)) {
      amount.clear();
    }
    return amount.isEmpty() && cash.property().get() == null;
  }

  /** What is to be sold, or null: a sum beside a cart goes into it first, for all to be seen. */
  public Money asked() {
    boolean both = !goods.isEmpty() && !amount.isEmpty() && !busy.get();
    return busy.get() || (both && (typedToCart() || both)) ? null : money();
  }

  /** Asks for the payer's phone, if the amount is one. */
  public void askPhone() {
    if (asked() != null) {
      message.set(null);
      step.set(Step.PHONE);
    }
  }

  /** Asks for comment and order number. */
  public void askNote() {
    if (!busy.get()) {
      step.set(Step.NOTE);
    }
  }

  /** One step back: to the amount, and from there to an empty form. */
  public void back() {
    switch (step.get()) {
      case AMOUNT -> {
        Runnable empty = amount.isEmpty() && !goods.isEmpty() ? goods::askToClear : this::clear;
        empty.run();
      }
      case PHONE -> {
        if (!busy.get()) {
          payer.clear();
          message.set(null);
          step.set(Step.AMOUNT);
        }
      }
      case NOTE -> step.set(Step.AMOUNT);
    }
  }

  /** Creates what needs no phone, if the amount is one; what nobody knows of is looked for. */
  void create(NotMade.Way way) {
    create(null, way, null);
  }

  /** Asks the customer on the terminal of this till, or on the shop's first for null. */
  public void createAtTerminal(String till) {
    create(null, NotMade.Way.TERMINAL, till);
  }

  /** Sends the bill, if the phone number is whole and its owner is known or cannot be. */
  public void sendBill() {
    Money money = busy.get() || !payer.isReady() ? null : money();
    if (money != null) {
      String phone = payer.numberProperty().get().phone().orElseThrow().canonical();
      sending.guarded(money, phone, () -> create(phone, NotMade.Way.BILL, null));
    }
  }

  private void create(String phone, NotMade.Way way, String till) {
    Money money = asked();
    if (money != null && !sending.looks()) {
      sending.send(cash.of(SaleSending.wish(money, phone, comment, order).at(till)), way);
    }
  }

  /** The amount, or null after saying what is wrong with it. */
  private Money money() {
    Sums.Typed typed = amount.isEmpty() && !goods.isEmpty() ? goods.total() : amount.read();
    if (typed.fault() != null) {
      message.set(AmountEntry.fault(typed.fault()));
    }
    return typed.money();
  }

  private void typeOne(char c) {
    sending.forget();
    if (step.get() == Step.PHONE) {
      payer.type(c);
      return;
    }
    message.set(amount.type(c));
  }
}
