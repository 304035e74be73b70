package duken.store.jdbc;

import duken.domain.tenant.Tenant;
import duken.store.Tenants;
import duken.store.jdbc.database.SqlFailureTranslator;
import duken.store.jdbc.invoice.InvoiceNumbers;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlFailure;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Table {@code tenant}. */
final class JdbcTenants implements Tenants {

  private final Handle handle;

  JdbcTenants(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Tenant insert(Tenant tenant) {
    long id =
        unlessTheNameIsTaken(
            () ->
                bind(
                        handle.createUpdate(
                            """
                            insert into tenant (name, timezone, suspended, created_at)
                            values (:name, :timezone, :suspended, :createdAt)
                            """),
                        tenant)
                    .bind("createdAt", tenant.createdAt())
                    .executeAndReturnKey("id"));
    new InvoiceNumbers(handle).begin(id);
    return new Tenant(
        id,
        tenant.name(),
        tenant.timezone(),
        tenant.suspended(),
        UtcInstants.kept(tenant.createdAt()));
  }

  @Override
  public Optional<Tenant> find(long id) {
    return handle
        .createQuery("select * from tenant where id = :id")
        .bind("id", id)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public Optional<Tenant> findByName(String name) {
    return handle
        .createQuery("select * from tenant where name = :name")
        .bind("name", name)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public List<Tenant> all() {
    return handle.createQuery("select * from tenant order by id").map(row -> read(row)).list();
  }

  @Override
  public void update(Tenant tenant) {
    unlessTheNameIsTaken(
        () ->
            bind(
                    handle.createUpdate(
                        """
                        update tenant set name = :name, timezone = :timezone, suspended = :suspended
                        where id = :id
                        """),
                    tenant)
                .bind("id", tenant.id())
                .execute());
  }

  private static <T> T unlessTheNameIsTaken(Supplier<T> work) {
    try {
      return work.get();
    } catch (SqlFailure e) {
      if (SqlFailureTranslator.isDuplicate(e)) {
        throw new IllegalStateException("there is a shop with this name already");
      }
      throw e;
    }
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Tenant tenant) {
    return statement
        .bind("name", tenant.name())
        .bind("timezone", tenant.timezone())
        .bind("suspended", tenant.suspended());
  }

  private static Tenant read(ResultSet row) throws SQLException {
    return new Tenant(
        row.getLong("id"),
        row.getString("name"),
        row.getString("timezone"),
        row.getBoolean("suspended"),
        UtcInstants.read(row, "created_at"));
  }
}
