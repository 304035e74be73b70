package duken.desktop;

import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.InvoiceJson;
import duken.api.cart.CartApi;
import duken.api.cart.CartJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Carts in memory, of one desk. */
public final class PracticeCarts implements CartApi {

  private static final String DESK = "Касса 1";
  private static final String AT = "2026-05-14T07:00:00Z";

  /** What is held. */
  public final List<CartJson.Kept> held = new ArrayList<>();

  /** The cart on the screen, or null. */
  public CartJson.Kept open;

  /** The last cart that was sold. */
  CartJson.Kept sold;

  /** Whether the next change is refused. */
  public boolean refuse;

  /** How often a price was said to be changed by hand. */
  public int priced;

  private final BooleanSupplier away;
  private long ids;

  PracticeCarts(BooleanSupplier away) {
    this.away = away;
  }

  PracticeCarts() {
    this(() -> false);
  }

  @Override
  public CartJson.Kept open() {
    return open;
  }

  @Override
  public CartJson.Kept save(CartJson.Content content, boolean byHand) {
    if (away.getAsBoolean()) {
      throw new EngineUnreachable("away", null);
    }
    if (refuse) {
      refuse = false;
      throw new EngineProblem(403, "OWNER_PIN_REQUIRED", "Без PIN владельца нельзя", Map.of());
    }
    priced += byHand ? 1 : 0;
    open =
        open == null
            ? new CartJson.Kept(++ids, 1, null, DESK, AT, content)
            : new CartJson.Kept(open.id(), open.version() + 1, null, DESK, AT, content);
    return open;
  }

  @Override
  public void clear() {
    open = null;
  }

  @Override
  public List<CartJson.Kept> held() {
    return List.copyOf(held);
  }

  @Override
  public CartJson.Holding hold(String name) {
    String chosen = name == null ? Integer.toString(held.size() + 1) : name;
    held.add(new CartJson.Kept(open.id(), open.version(), chosen, DESK, AT, open.content()));
    open = null;
    return new CartJson.Holding(chosen);
  }

  @Override
  public CartJson.Kept take(long id) {
    CartJson.Kept wanted =
        held.stream()
            .filter(it -> it.id() == id)
            .findFirst()
            .orElseThrow(() -> new EngineProblem(404, "NOT_FOUND", "Нет такой корзины", Map.of()));
    held.remove(wanted);
    if (open != null) {
      hold(null);
    }
    open = new CartJson.Kept(id, wanted.version(), null, DESK, AT, wanted.content());
    return open;
  }

  @Override
  public void remove(long id) {
    held.removeIf(it -> it.id() == id);
  }

  /** The open cart becomes the lines of a sale. */
  List<InvoiceJson.Item> sell(long invoiceId) {
    sold = open;
    open = null;
    return sold.content().cart().invoiceLines().stream()
        .map(
            line ->
                new InvoiceJson.Item(
                    1,
                    invoiceId,
                    line.catalogItemId(),
                    line.name(),
                    line.price().toWire(),
                    line.originalPrice().toWire(),
                    line.count(),
                    line.unitId(),
                    line.discount() == null ? null : line.discount().toWire()))
        .toList();
  }

  @Override
  public CartJson.Kept restore(long invoiceId) {
    open = open == null ? sold : open;
    sold = null;
    return open;
  }
}
