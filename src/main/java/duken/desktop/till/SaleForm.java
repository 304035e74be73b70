package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.desktop.kit.Background;
import duken.desktop.kit.FormKey;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sums;
import duken.desktop.kit.Tone;
import duken.desktop.kit.TypedPhone;
import duken.domain.Money;
import duken.domain.Phone;
import java.util.Optional;
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

  private final EngineApi engine;
  private final Background background;
  private final FormKey key;
  private final Consumer<DeskJson.Sale> created;
  private final PayerLookup payer;

  private final AmountEntry amount = new AmountEntry();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.AMOUNT);
  private final StringProperty comment = new SimpleStringProperty("");
  private final StringProperty order = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper roadless = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Message> message = new ReadOnlyObjectWrapper<>();

  /**
   * An empty form.
   *
   * @param can whether the bank road can do a thing, by its word
   * @param created takes the sale that came of it, after which the form is empty again
   */
  public SaleForm(
      EngineApi engine,
      Background background,
      Predicate<String> can,
      FormKey key,
      Consumer<DeskJson.Sale> created) {
    this.engine = engine;
    this.background = background;
    this.key = key;
    this.created = created;
    payer = new PayerLookup(engine, background, can);
  }

  /** Digits with a comma, as typed. */
  public ReadOnlyStringProperty amountProperty() {
    return amount.textProperty();
  }

  /** What is typed into now. */
  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The payer's number and name. */
  public PayerLookup payer() {
    return payer;
  }

  /** Free words, shown to the customer; may be empty. */
  public StringProperty commentProperty() {
    return comment;
  }

  /** The shop's order number; may be empty. */
  public StringProperty orderProperty() {
    return order;
  }

  /** Whether the engine is being asked to create it. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What the cashier should know, or null. */
  public ReadOnlyObjectProperty<Message> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether the last QR could not be made because the bank cannot be reached. */
  public ReadOnlyBooleanProperty roadlessProperty() {
    return roadless.getReadOnlyProperty();
  }

  /** Whether nothing was typed and nothing is under way. */
  public boolean isIdle() {
    return amount.isEmpty() && step.get() == Step.AMOUNT && !busy.get();
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

  /** Takes the last character away. */
  public void backspace() {
    if (busy.get()) {
      return;
    }
    message.set(null);
    switch (step.get()) {
      case AMOUNT -> amount.backspace();
      case PHONE -> payer.number(payer.numberProperty().get().shorter());
      case NOTE -> {}
    }
  }

  /** What was pasted replaces what is typed into; what cannot be read is said. */
  public void paste(String text) {
    if (busy.get()) {
      return;
    }
    if (step.get() == Step.PHONE) {
      Optional<TypedPhone> number = TypedPhone.pasted(text);
      number.ifPresent(payer::number);
      message.set(number.isEmpty() ? Message.of(Tone.BAD, "phone.unreadable") : null);
      return;
    }
    Sums.Typed typed = Sums.read(text);
    if (typed.money() != null) {
      begin(typed.money());
    } else {
      boolean blank = typed.fault() == Sums.Fault.EMPTY;
      message.set(AmountEntry.fault(blank ? Sums.Fault.UNREADABLE : typed.fault()));
    }
  }

  /** What is typed now, to be put back by running it. */
  public Runnable remember() {
    Runnable typed = amount.remember();
    TypedPhone number = payer.numberProperty().get();
    Message said = message.get();
    boolean without = roadless.get();
    String words = comment.get();
    String orderNumber = order.get();
    Step at = step.get();
    return () -> {
      typed.run();
      comment.set(words);
      order.set(orderNumber);
      step.set(at);
      payer.number(number);
      message.set(said);
      roadless.set(without);
    };
  }

  /** Empties the form; a new sale begins. */
  public void clear() {
    if (busy.get()) {
      return;
    }
    amount.clear();
    comment.set("");
    order.set("");
    payer.number(TypedPhone.NONE);
    step.set(Step.AMOUNT);
    message.set(null);
    roadless.set(false);
    key.renew();
  }

  /** Empties the form and puts {@code money} into it: the same sum once more. */
  public void begin(Money money) {
    clear();
    amount.set(money);
  }

  /**
   * Adds the price of an item to the amount; answers whether that could be done: the amount is
   * being typed, and the sum is one.
   */
  public boolean add(Money price) {
    Sums.Typed typed = amount.read();
    boolean fits = typed.money() != null || amount.isEmpty();
    if (busy.get() || step.get() != Step.AMOUNT || !fits) {
      return false;
    }
    Money sum = amount.isEmpty() ? price : typed.money().plus(price);
    if (sum.exceeds(Money.LARGEST) || sum.isZero()) {
      return false;
    }
    message.set(null);
    roadless.set(false);
    amount.set(sum);
    return true;
  }

  /** Asks for the payer's phone, if the amount is one. */
  public void askPhone() {
    if (!busy.get() && money() != null) {
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
      case AMOUNT -> clear();
      case PHONE -> {
        if (!busy.get()) {
          payer.number(TypedPhone.NONE);
          message.set(null);
          step.set(Step.AMOUNT);
        }
      }
      case NOTE -> step.set(Step.AMOUNT);
    }
  }

  /** Creates the QR, if the amount is one. */
  public void createQr() {
    Money money = busy.get() ? null : money();
    if (money != null) {
      NewInvoiceJson request = request(money, null);
      create(request, engine::createQr);
    }
  }

  /** Sends the bill, if the phone number is whole and its owner is known or cannot be. */
  public void sendBill() {
    Money money = busy.get() || !payer.isReady() ? null : money();
    if (money != null) {
      Phone phone = payer.numberProperty().get().phone().orElseThrow();
      create(request(money, phone.canonical()), engine::createBill);
    }
  }

  private interface Creation {
    InvoiceJson create(NewInvoiceJson request, String key);
  }

  private void create(NewInvoiceJson request, Creation creation) {
    String formKey = key.keyFor(request);
    busy.set(true);
    message.set(null);
    roadless.set(false);
    background.ask(
        () -> engine.sale(creation.create(request, formKey).id()).sale(),
        sale -> {
          busy.set(false);
          clear();
          created.accept(sale);
        },
        failure -> {
          busy.set(false);
          roadless.set(request.phoneNumber() == null && isRoadless(failure));
          message.set(words(failure));
        });
  }

  private Message words(RuntimeException failure) {
    if (failure instanceof EngineUnreachable) {
      return Message.of(Tone.CAREFUL, "till.no_answer");
    }
    return roadless.get() ? Message.of(Tone.CAREFUL, "till.qr.roadless") : Message.of(failure);
  }

  private static boolean isRoadless(RuntimeException failure) {
    return failure instanceof EngineProblem problem && problem.code().equals("PROVIDER_TIMEOUT");
  }

  private NewInvoiceJson request(Money money, String phone) {
    return new NewInvoiceJson(money.toWire(), phone, orNull(comment), orNull(order));
  }

  /** The amount, or null after saying what is wrong with it. */
  private Money money() {
    Sums.Typed typed = amount.read();
    if (typed.fault() != null) {
      message.set(AmountEntry.fault(typed.fault()));
    }
    return typed.money();
  }

  private void typeOne(char c) {
    message.set(null);
    roadless.set(false);
    if (step.get() == Step.PHONE) {
      payer.number(payer.numberProperty().get().with(c));
      return;
    }
    message.set(amount.type(c));
  }

  private static String orNull(StringProperty text) {
    String words = text.get() == null ? "" : text.get().strip();
    return words.isEmpty() ? null : words;
  }
}
