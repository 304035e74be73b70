package duken.desktop.cart;

import duken.api.EngineApi;
import duken.api.cart.CartJson;
import duken.api.goods.GoodsJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Background;
import duken.domain.Money;
import duken.domain.cart.CartDiscount;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The cart on the screen. Shows at once what is done; the engine keeps it a moment later. */
public final class CartModel {

  private static final int STEPS_BACK = 50;

  private final EngineApi engine;
  private final Background background;
  private final CartKeeping keeping;
  private final ReadOnlyObjectWrapper<GoodsCart> cart =
      new ReadOnlyObjectWrapper<>(GoodsCart.EMPTY);
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final Deque<GoodsCart> before = new ArrayDeque<>();
  private final Consumer<Message> words;
  private boolean frozen;

  /**
   * An empty cart.
   *
   * @param words says something without taking the focus
   */
  public CartModel(EngineApi engine, Background background, Consumer<Message> words) {
    this.engine = engine;
    this.background = background;
    this.words = words;
    keeping =
        new CartKeeping(
            engine, background, this::show, failure -> words.accept(Message.of(failure)));
  }

  public ReadOnlyObjectProperty<GoodsCart> cartProperty() {
    return cart.getReadOnlyProperty();
  }

  public GoodsCart cart() {
    return cart.get();
  }

  public boolean isEmpty() {
    return cart.get().isEmpty();
  }

  /** The line that keys change, −1 in an empty cart. */
  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The line that keys change, or null. */
  public GoodsLine selected() {
    int at = selected.get();
    return at < 0 || at >= cart.get().lines().size() ? null : cart.get().lines().get(at);
  }

  /** While a sale of it is being made nothing is changed. */
  public void freeze(boolean is) {
    frozen = is;
  }

  /** Brings back what the engine has, unless somebody has begun to fill the cart already. */
  public void restore() {
    if (isEmpty() && !frozen) {
      background.ask(
          () -> engine.carts().open(),
          kept -> {
            if (isEmpty()) {
              opened(kept);
            }
          },
          _ -> {
            // The feed tells when the engine is back, and then it is asked again.
          });
    } else {
      keeping.want(cart.get());
    }
  }

  /** This cart stands on the screen now, as the engine has it; nothing for null. */
  public void opened(CartJson.Kept kept) {
    before.clear();
    keeping.adopt(kept);
    show(keeping.atEngine());
  }

  /** What was scanned or chosen; answers whether it is in the cart now. */
  public boolean add(GoodsJson.Found found) {
    FoundGoods goods = FoundGoods.of(found);
    if (!goods.fits()) {
      words.accept(Message.of(Tone.CAREFUL, "cart.not_by_weight", goods.goods().name()));
      return false;
    }
    int same = goods.lineOf(cart.get());
    if (same >= 0) {
      GoodsLine line = cart.get().lines().get(same);
      return replace(same, () -> line.times(line.thousandths() + GoodsLine.ONE));
    }
    return append(goods::line);
  }

  /** A sum without goods. */
  public boolean addFree(String name, Money sum) {
    return append(key -> GoodsLine.of(key, CartGoods.free(name, sum), GoodsLine.ONE));
  }

  /** Another quantity, price and discount of the line that is selected; answers whether it fits. */
  public boolean edit(long thousandths, Money price, CartDiscount discount) {
    GoodsLine line = selected();
    if (line == null) {
      return false;
    }
    return replace(
        selected.get(),
        () -> {
          GoodsLine changed = line;
          if (thousandths != line.thousandths()) {
            changed = changed.times(thousandths);
          }
          if (!price.equals(line.price())) {
            changed = changed.at(price);
          }
          return changed.less(discount);
        });
  }

  /** One unit more or less of the line that is selected; the last one stays. */
  public boolean step(int units) {
    GoodsLine line = selected();
    if (line == null) {
      return false;
    }
    long thousandths = line.thousandths() + units * GoodsLine.ONE;
    return thousandths < 1 || replace(selected.get(), () -> line.times(thousandths));
  }

  /** A discount of the whole, or none for null; answers whether it fits. */
  public boolean discount(CartDiscount discount) {
    return change(now -> new GoodsCart(now.lines(), discount, null));
  }

  /** Takes the line that is selected away. */
  public boolean remove() {
    int at = selected.get();
    if (selected() == null) {
      return false;
    }
    return change(
        now -> {
          List<GoodsLine> lines = new ArrayList<>(now.lines());
          lines.remove(at);
          return lines.isEmpty()
              ? GoodsCart.EMPTY
              : new GoodsCart(lines, now.discount(), now.discountBy());
        });
  }

  /** Takes everything away. */
  public void clear() {
    if (!isEmpty()) {
      change(_ -> GoodsCart.EMPTY);
    }
  }

  /** Undoes the last change; answers whether there was one. */
  public boolean undo() {
    if (frozen || before.isEmpty()) {
      return false;
    }
    show(before.pop());
    keeping.want(cart.get());
    return true;
  }

  /** Selects another line; answers whether there is a cart. */
  public boolean select(int lines) {
    int last = cart.get().lines().size() - 1;
    if (last >= 0) {
      selected.set(Math.clamp(selected.get() + (long) lines, 0, last));
    }
    return last >= 0;
  }

  /** Selects this line. */
  public void selectAt(int line) {
    if (line >= 0 && line < cart.get().lines().size()) {
      selected.set(line);
    }
  }

  /** Calls {@code done} with the cart as the engine keeps it, once it is what stands here. */
  public void whenKept(Consumer<CartJson.Ref> done, Consumer<RuntimeException> failed) {
    keeping.whenKept(done, failed);
  }

  /** A sale has taken it; the screen is free for the next. */
  public void sold() {
    opened(null);
  }

  private boolean append(IntFunction<GoodsLine> line) {
    int key = cart.get().lines().stream().mapToInt(GoodsLine::key).max().orElse(0) + 1;
    boolean done =
        change(
            now -> {
              List<GoodsLine> lines = new ArrayList<>(now.lines());
              lines.add(line.apply(key));
              return new GoodsCart(lines, now.discount(), now.discountBy());
            });
    if (done) {
      selected.set(cart.get().lines().size() - 1);
    }
    return done;
  }

  private boolean replace(int at, Supplier<GoodsLine> line) {
    boolean done =
        change(
            now -> {
              List<GoodsLine> lines = new ArrayList<>(now.lines());
              lines.set(at, line.get());
              return new GoodsCart(lines, now.discount(), now.discountBy());
            });
    if (done) {
      selected.set(at);
    }
    return done;
  }

  private boolean change(UnaryOperator<GoodsCart> work) {
    if (frozen) {
      words.accept(Message.of(Tone.PLAIN, "cart.busy"));
      return false;
    }
    GoodsCart now = cart.get();
    GoodsCart after;
    try {
      after = work.apply(now);
    } catch (IllegalArgumentException | ArithmeticException _) {
      words.accept(Message.of(Tone.CAREFUL, "cart.too_much", Sums.format(Money.LARGEST)));
      return false;
    }
    if (!after.equals(now)) {
      before.push(now);
      if (before.size() > STEPS_BACK) {
        before.removeLast();
      }
      show(after);
      keeping.want(after);
    }
    return true;
  }

  private void show(GoodsCart now) {
    int last = now.lines().size() - 1;
    cart.set(now);
    selected.set(last < 0 ? -1 : Math.clamp(selected.get(), 0, last));
  }
}
