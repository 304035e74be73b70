package duken.store.jdbc.cart;

import duken.domain.cart.GoodsCart;
import duken.store.Scope;
import duken.store.cart.DeskCarts;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables {@code desk_cart} and {@code desk_cart_line}. */
public final class JdbcDeskCarts implements DeskCarts {

  private static final String OPEN = " and name is null and invoice_id is null";

  private final Handle handle;
  private final NamedLocks locks;
  private final CartRows rows;

  /** Works in the transaction of {@code handle}. */
  public JdbcDeskCarts(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
    this.rows = new CartRows(handle);
  }

  @Override
  public void lock(Scope scope) {
    locks.take(NamedLocks.Purpose.SETTING, "desk_cart", scope.tenantId(), scope.mode().word());
  }

  @Override
  public Optional<Kept> open(Scope scope, String desk) {
    return own(scope, OPEN + " and desk = :desk order by id desc limit 1")
        .bind("desk", desk)
        .map(row -> rows.read(row))
        .findOne();
  }

  @Override
  public Optional<Kept> find(Scope scope, long id) {
    return own(scope, " and id = :id").bind("id", id).map(row -> rows.read(row)).findOne();
  }

  @Override
  public List<Kept> held(Scope scope) {
    return own(scope, " and name is not null and invoice_id is null order by changed_at, id")
        .map(row -> rows.read(row))
        .list();
  }

  @Override
  public Optional<Kept> soldBy(Scope scope, long invoiceId) {
    return own(scope, " and invoice_id = :invoice")
        .bind("invoice", invoiceId)
        .map(row -> rows.read(row))
        .findOne();
  }

  @Override
  public Kept insert(Scope scope, String desk, GoodsCart cart, Instant at) {
    long id =
        CartRows.discount(
                handle.createUpdate(
                    """
                    insert into desk_cart (tenant_id, mode, desk, version, discount_percent,
                      discount_sum, discount_by, changed_at)
                    values (:tenant, :mode, :desk, 1, :percent, :sum, :by, :at)
                    """),
                cart.discount())
            .bindMap(Rows.owner(scope))
            .bind("desk", desk)
            .bind("by", CartRows.fitting(cart.discountBy()))
            .bind("at", at)
            .executeAndReturnKey("id");
    rows.write(id, cart.lines());
    return new Kept(id, desk, null, null, 1, at, cart);
  }

  @Override
  public Kept update(Kept kept, GoodsCart cart, Instant at) {
    CartRows.discount(
            handle.createUpdate(
                """
                update desk_cart set version = version + 1, discount_percent = :percent,
                  discount_sum = :sum, discount_by = :by, changed_at = :at
                where id = :id
                """),
            cart.discount())
        .bind("by", CartRows.fitting(cart.discountBy()))
        .bind("at", at)
        .bind("id", kept.id())
        .execute();
    rows.write(kept.id(), cart.lines());
    return new Kept(kept.id(), kept.desk(), null, null, kept.version() + 1, at, cart);
  }

  @Override
  public void hold(Kept kept, String name, Instant at) {
    handle
        .createUpdate("update desk_cart set name = :name, changed_at = :at where id = :id")
        .bind("name", name)
        .bind("at", at)
        .bind("id", kept.id())
        .execute();
  }

  @Override
  public boolean take(Kept kept, String desk, Instant at) {
    return handle
            .createUpdate(
                "update desk_cart set name = null, desk = :desk, changed_at = :at"
                    + " where id = :id and name is not null and invoice_id is null")
            .bind("desk", desk)
            .bind("at", at)
            .bind("id", kept.id())
            .execute()
        == 1;
  }

  @Override
  public boolean sell(Scope scope, long id, long version, long invoiceId, Instant at) {
    return handle
            .createUpdate(
                "update desk_cart set invoice_id = :invoice, changed_at = :at"
                    + " where tenant_id = :tenant and mode = :mode and id = :id"
                    + " and version = :version"
                    + OPEN)
            .bindMap(Rows.owner(scope))
            .bind("invoice", invoiceId)
            .bind("at", at)
            .bind("id", id)
            .bind("version", version)
            .execute()
        == 1;
  }

  @Override
  public boolean sellOutright(Scope scope, long id, long version) {
    return handle
            .createUpdate(
                "delete from desk_cart where tenant_id = :tenant and mode = :mode and id = :id"
                    + " and version = :version"
                    + OPEN)
            .bindMap(Rows.owner(scope))
            .bind("id", id)
            .bind("version", version)
            .execute()
        == 1;
  }

  @Override
  public void reopen(Kept kept, String desk, Instant at) {
    handle
        .createUpdate(
            "update desk_cart set invoice_id = null, name = null, desk = :desk, changed_at = :at"
                + " where id = :id")
        .bind("desk", desk)
        .bind("at", at)
        .bind("id", kept.id())
        .execute();
  }

  @Override
  public void delete(Kept kept) {
    handle.createUpdate("delete from desk_cart where id = :id").bind("id", kept.id()).execute();
  }

  @Override
  public int forgetSold(Instant before) {
    return handle
        .createUpdate("delete from desk_cart where invoice_id is not null and changed_at < :before")
        .bind("before", before)
        .execute();
  }

  private Query own(Scope scope, String more) {
    return handle
        .createQuery("select * from desk_cart where tenant_id = :tenant and mode = :mode" + more)
        .bindMap(Rows.owner(scope));
  }
}
