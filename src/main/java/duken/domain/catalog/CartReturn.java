package duken.domain.catalog;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.Refund;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes back when goods of a cart come back (gateway contract, section 10.1). Of what was paid
 * for a line each unit brings its part, counted over all units returned so far: whoever returns
 * everything, in whatever steps, gets back exactly what was paid.
 */
public final class CartReturn {

  private final List<Invoice.CartLine> lines;
  private final List<Money> shares;
  private final Map<Long, Before> before = new HashMap<>();

  /**
   * @param lines of the invoice, each with the item it was made from, also when that was deleted
   * @param paid for all of them
   * @param refunds of the invoice so far; those that failed gave nothing back
   */
  public CartReturn(List<Invoice.CartLine> lines, Money paid, List<Refund> refunds) {
    this.lines = List.copyOf(lines);
    this.shares = Cart.shares(lines, paid);
    refunds.stream()
        .filter(refund -> refund.state().status() != Refund.Status.FAILED)
        .flatMap(refund -> refund.terms().items().stream())
        .forEach(
            line ->
                before.merge(
                    line.invoiceItemId(), new Before(line.count(), line.amount()), Before::plus));
  }

  /**
   * What somebody brings back.
   *
   * @param count 1 or more
   */
  public record Wish(long catalogItemId, int count) {}

  /** What was given back of a line before. */
  private record Before(long count, Money amount) {
    Before plus(Before other) {
      return new Before(count + other.count, amount.plus(other.amount));
    }
  }

  /**
   * The lines of a refund, with sums that together never exceed {@code left}. When they would, what
   * goes back is cut from the last line on: part of the money went back without goods before.
   *
   * @param left what can still be refunded of the invoice
   * @throws DomainRefusal VALIDATION on {@code return_items.N.catalog_item_id} for what was not
   *     sold, on {@code return_items.N.count} for more than was sold and not yet returned
   */
  public List<Refund.Line> take(List<Wish> wishes, Money left) {
    Map<Long, Integer> counts = counts(wishes);
    List<Refund.Line> taken = new ArrayList<>();
    Money rest = left;
    for (int i = 0; i < lines.size(); i++) {
      Invoice.CartLine line = lines.get(i);
      int count = counts.getOrDefault(line.id(), 0);
      if (count > 0) {
        Money amount = Cart.least(worth(i, count), rest);
        rest = rest.minus(amount);
        taken.add(
            new Refund.Line(
                0, line.id(), line.catalogItemId(), line.name(), line.price(), count, amount));
      }
    }
    return taken;
  }

  /** How many of which line; an item may have been sold in several. */
  private Map<Long, Integer> counts(List<Wish> wishes) {
    Map<Long, Integer> counts = new LinkedHashMap<>();
    Map<String, List<Complaint>> complaints = new LinkedHashMap<>();
    for (int i = 0; i < wishes.size(); i++) {
      Wish wish = wishes.get(i);
      List<Invoice.CartLine> sold =
          lines.stream()
              .filter(line -> line.catalogItemId() != null)
              .filter(line -> line.catalogItemId() == wish.catalogItemId())
              .toList();
      if (sold.isEmpty()) {
        complaints.put(
            "return_items." + i + ".catalog_item_id", List.of(Complaint.of("cart.unsold")));
      } else if (spread(wish.count(), sold, counts) > 0) {
        complaints.put("return_items." + i + ".count", List.of(Complaint.of("cart.returned")));
      }
    }
    if (!complaints.isEmpty()) {
      throw new DomainRefusal(DomainRefusal.Reason.VALIDATION, complaints, Map.of());
    }
    return counts;
  }

  /** Puts {@code count} on lines that have that many left; returns how many found no place. */
  private long spread(int count, List<Invoice.CartLine> sold, Map<Long, Integer> counts) {
    long homeless = count;
    for (Invoice.CartLine line : sold) {
      int taken = counts.getOrDefault(line.id(), 0);
      long free = line.count() - before(line).count() - taken;
      int fits = Math.toIntExact(Math.clamp(homeless, 0, Math.max(0, free)));
      counts.put(line.id(), taken + fits);
      homeless -= fits;
    }
    return homeless;
  }

  private Money worth(int index, int count) {
    Invoice.CartLine line = lines.get(index);
    Before given = before(line);
    Money due = Cart.part(shares.get(index), given.count() + count, line.count());
    return due.minus(Cart.least(given.amount(), due));
  }

  private Before before(Invoice.CartLine line) {
    return before.getOrDefault(line.id(), new Before(0, Money.ZERO));
  }
}
