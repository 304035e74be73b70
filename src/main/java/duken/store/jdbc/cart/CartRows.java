package duken.store.jdbc.cart;

import duken.domain.cart.CartDiscount;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import duken.domain.catalog.Unit;
import duken.store.cart.DeskCarts.Kept;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code desk_cart} and {@code desk_cart_line}. */
final class CartRows {

  private static final int LONGEST_NAME = 600;

  private final Handle handle;

  CartRows(Handle handle) {
    this.handle = handle;
  }

  Kept read(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new Kept(
        id,
        row.getString("desk"),
        row.getString("name"),
        row.getObject("invoice_id", Long.class),
        row.getLong("version"),
        UtcInstants.read(row, "changed_at"),
        new GoodsCart(lines(id), discount(row), row.getString("discount_by")));
  }

  /** Writes the lines of a cart in place of those before. */
  void write(long cartId, List<GoodsLine> lines) {
    handle
        .createUpdate("delete from desk_cart_line where cart_id = :cart")
        .bind("cart", cartId)
        .execute();
    for (int place = 0; place < lines.size(); place++) {
      GoodsLine line = lines.get(place);
      CartGoods goods = line.goods();
      discount(
              handle.createUpdate(
                  """
                  insert into desk_cart_line (cart_id, line_key, place, catalog_item_id, name,
                    unit_id, catalog_price, quantity, price, label_sum, discount_percent,
                    discount_sum, changed_by)
                  values (:cart, :key, :place, :item, :name, :unit, :catalogPrice, :quantity,
                    :price, :label, :percent, :sum, :by)
                  """),
              line.discount())
          .bind("cart", cartId)
          .bind("key", line.key())
          .bind("place", place)
          .bind("item", goods.itemId())
          .bind("name", goods.name())
          .bind("unit", goods.unit().id())
          .bind("catalogPrice", goods.price().tiyn())
          .bind("quantity", line.thousandths())
          .bind("price", line.price().tiyn())
          .bind("label", Rows.tiynOrNull(line.label()))
          .bind("by", fitting(line.changedBy()))
          .execute();
    }
  }

  static <S extends SqlStatement<S>> S discount(S statement, CartDiscount discount) {
    return statement
        .bind(
            "percent",
            discount instanceof CartDiscount.Percent(BigDecimal percentage)
                ? percentage.toPlainString()
                : null)
        .bind(
            "sum", discount instanceof CartDiscount.Sum sum ? Rows.tiynOrNull(sum.money()) : null);
  }

  static String fitting(String who) {
    return who == null || who.length() <= LONGEST_NAME ? who : who.substring(0, LONGEST_NAME);
  }

  private List<GoodsLine> lines(long cartId) {
    return handle
        .createQuery("select * from desk_cart_line where cart_id = :cart order by place")
        .bind("cart", cartId)
        .map(row -> line(row))
        .list();
  }

  private static GoodsLine line(ResultSet row) throws SQLException {
    return new GoodsLine(
        row.getInt("line_key"),
        new CartGoods(
            row.getObject("catalog_item_id", Long.class),
            row.getString("name"),
            Unit.of(row.getInt("unit_id")).orElseThrow(),
            Rows.money(row, "catalog_price")),
        row.getLong("quantity"),
        Rows.money(row, "price"),
        Rows.moneyOrNull(row, "label_sum"),
        discount(row),
        row.getString("changed_by"));
  }

  private static CartDiscount discount(ResultSet row) throws SQLException {
    String percent = row.getString("discount_percent");
    if (percent != null) {
      return new CartDiscount.Percent(new BigDecimal(percent));
    }
    Long sum = row.getObject("discount_sum", Long.class);
    return sum == null ? null : new CartDiscount.Sum(Rows.money(row, "discount_sum"));
  }
}
