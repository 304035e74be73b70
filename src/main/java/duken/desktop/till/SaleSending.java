package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.NewInvoiceJson;
import duken.desktop.cart.CartCheckout;
import duken.desktop.kit.Message;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.FormKey;
import duken.desktop.payment.DuplicateGuard;
import duken.domain.Money;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableStringValue;

/** Asks the engine for the sale of a form, once, and says why there is none. */
final class SaleSending {

  final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  final ReadOnlyObjectWrapper<Message> message = new ReadOnlyObjectWrapper<>();
  final QrTrouble trouble = new QrTrouble();
  final DuplicateGuard guard;
  private final EngineApi engine;
  private final Background background;
  private final FormKey key;
  private final CartCheckout goods;
  private final Consumer<DeskJson.Sale> done;

  /**
   * @param goods is sold as it stands
   * @param done takes the sale that was made
   */
  SaleSending(
      EngineApi engine,
      Background background,
      FormKey key,
      CartCheckout goods,
      InstantSource clock,
      Consumer<DeskJson.Sale> done) {
    this.engine = engine;
    this.background = background;
    this.key = key;
    this.goods = goods;
    this.done = done;
    guard = new DuplicateGuard(clock);
    goods
        .cartProperty()
        .addListener(
            (_, _, _) -> {
              if (!busy.get()) {
                forget();
              }
            });
  }

  /** Another sale begins: what was said of the one before is of no use. */
  void forget() {
    message.set(null);
    trouble.forget();
    guard.forget();
  }

  /** Looks for the sale nobody knows of, if there is one; answers whether there is. */
  boolean looks() {
    return trouble.looks(engine, background, busy, this::made, this::notMade);
  }

  /** Runs {@code send} unless the same bill was sent just before and nobody said it is another. */
  void guarded(Money money, String phone, Runnable send) {
    if (trouble.isUnsure()) {
      send.run();
    } else {
      guard.pass(engine, background, money, phone, busy, send);
    }
  }

  /**
   * The wish for an invoice.
   *
   * @param phone the customer's, or null
   * @param comment may be blank
   * @param order the shop's number, may be blank
   */
  static NewInvoiceJson wish(
      Money money, String phone, ObservableStringValue comment, ObservableStringValue order) {
    return new NewInvoiceJson(money.toWire(), phone, orNull(comment), orNull(order));
  }

  private static String orNull(ObservableStringValue text) {
    String words = text.get() == null ? "" : text.get().strip();
    return words.isEmpty() ? null : words;
  }

  void send(NewInvoiceJson wish, NotMade.Way way) {
    busy.set(true);
    message.set(null);
    trouble.forget();
    goods.send(wish, it -> ask(it, way), failure -> notMade(NotMade.words(failure, way)));
  }

  private void ask(NewInvoiceJson request, NotMade.Way way) {
    String formKey = key.keyFor(request);
    background.ask(
        () -> engine.sales().get(way.create(engine, request, formKey).id()).sale(),
        this::made,
        failure -> {
          trouble.note(failure, way);
          notMade(NotMade.words(failure, way));
        });
  }

  private void made(DeskJson.Sale sale) {
    goods.made();
    busy.set(false);
    done.accept(sale);
  }

  private void notMade(Message words) {
    goods.notMade();
    busy.set(false);
    message.set(words);
  }
}
