package duken.engine.cart;

import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import java.util.ArrayList;
import java.util.List;

/** Which prices of a cart somebody changed, in one line without words of any language. */
final class PriceNote {

  private static final int LONGEST = 250;
  private static final int LONGEST_NAME = 40;

  private PriceNote() {}

  /** {@code Молоко 500.00 → 450.00 · Айгуль (Касса 1)}, or null when nothing was changed. */
  static String of(GoodsCart cart) {
    List<String> notes = new ArrayList<>();
    cart.lines().stream()
        .filter(line -> line.discount() != null || (line.isRepriced() && !line.goods().isFree()))
        .forEach(line -> notes.add(note(line)));
    if (cart.discount() != null) {
      notes.add("−" + cart.off() + by(cart.discountBy()));
    }
    String all = String.join("; ", notes);
    if (all.length() > LONGEST) {
      all = all.substring(0, LONGEST - 1) + "…";
    }
    return all.isEmpty() ? null : all;
  }

  private static String note(GoodsLine line) {
    String name = line.goods().name();
    StringBuilder note =
        new StringBuilder(
            name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name);
    if (line.isRepriced()) {
      note.append(' ').append(line.goods().price()).append(" → ").append(line.price());
    }
    if (line.discount() != null) {
      note.append(" −").append(line.gross().minus(line.net()));
    }
    return note + by(line.changedBy());
  }

  private static String by(String who) {
    return who == null ? "" : " · " + who;
  }
}
