package duken.store.jdbc;

import duken.domain.catalog.CatalogImage;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.ImageType;
import duken.domain.catalog.Unit;
import duken.store.Catalog;
import duken.store.Page;
import duken.store.Scope;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.row.InvoiceRows;
import duken.store.jdbc.search.InvoiceSearch;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tables {@code catalog_item} and {@code catalog_image}. */
final class JdbcCatalog implements Catalog {

  private static final String OWN =
      " where tenant_id = :tenant and mode = :mode and removed_at is null";

  private final Handle handle;
  private final Dialect dialect;
  private final NamedLocks locks;

  JdbcCatalog(Handle handle, Dialect dialect, NamedLocks locks) {
    this.handle = handle;
    this.dialect = dialect;
    this.locks = locks;
  }

  @Override
  public void lock(Scope scope) {
    locks.take(NamedLocks.Purpose.CATALOG, scope.tenantId(), scope.mode().word());
  }

  @Override
  public List<CatalogItem> insert(List<CatalogItem> items) {
    List<CatalogItem> stored = new ArrayList<>(items.size());
    for (CatalogItem item : items) {
      long id =
          handle
              .createUpdate(
                  """
                  insert into catalog_item (tenant_id, mode, name, price, unit_id, barcode,
                    image_id, created_at, updated_at, name_search)
                  values (:tenant, :mode, :name, :price, :unit, :barcode, cast(:image as uuid),
                    :createdAt, :updatedAt, :nameSearch)
                  """)
              .bind("tenant", item.tenantId())
              .bind("mode", item.mode())
              .bind("name", item.name())
              .bind("price", item.price().tiyn())
              .bind("unit", item.unit().id())
              .bind("barcode", item.barcode())
              .bind("image", item.imageId())
              .bind("createdAt", item.createdAt())
              .bind("updatedAt", item.updatedAt())
              .bind("nameSearch", InvoiceRows.searchable(item.name()))
              .executeAndReturnKey("id");
      stored.add(
          new CatalogItem(
              id,
              item.tenantId(),
              item.mode(),
              item.name(),
              item.price(),
              item.unit(),
              item.barcode(),
              item.imageId(),
              UtcInstants.kept(item.createdAt()),
              UtcInstants.kept(item.updatedAt())));
    }
    return stored;
  }

  @Override
  public void update(CatalogItem item) {
    handle
        .createUpdate(
            """
            update catalog_item set name = :name, price = :price, unit_id = :unit,
              barcode = :barcode, image_id = cast(:image as uuid), updated_at = :updatedAt,
              name_search = :nameSearch
            where id = :id and removed_at is null
            """)
        .bind("name", item.name())
        .bind("price", item.price().tiyn())
        .bind("unit", item.unit().id())
        .bind("barcode", item.barcode())
        .bind("image", item.imageId())
        .bind("updatedAt", item.updatedAt())
        .bind("nameSearch", InvoiceRows.searchable(item.name()))
        .bind("id", item.id())
        .execute();
  }

  @Override
  public boolean remove(Scope scope, long id, Instant at) {
    return handle
            .createUpdate(
                "update catalog_item set removed_at = :at, barcode = null" + OWN + " and id = :id")
            .bind("at", at)
            .bindMap(Rows.owner(scope))
            .bind("id", id)
            .execute()
        == 1;
  }

  @Override
  public Optional<CatalogItem> find(Scope scope, long id) {
    return findAll(scope, List.of(id)).stream().findFirst();
  }

  @Override
  public List<CatalogItem> findAll(Scope scope, Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : all(own(scope, " and id in (<ids>) order by id").bindList("ids", List.copyOf(ids)));
  }

  @Override
  public List<CatalogItem> withBarcodes(Scope scope, Collection<String> barcodes) {
    return barcodes.isEmpty()
        ? List.of()
        : all(
            own(scope, " and barcode in (<barcodes>) order by id")
                .bindList("barcodes", List.copyOf(barcodes)));
  }

  @Override
  public Page<CatalogItem> list(Scope scope, Catalog.ItemQuery query) {
    StringBuilder where = new StringBuilder(" from catalog_item");
    if (query.barcode() == null) {
      where.append(
          dialect.using(query.byId() ? "catalog_item_by_shop" : "catalog_item_by_creation"));
    }
    where.append(OWN);
    Map<String, Object> values = new LinkedHashMap<>();
    values.putAll(Rows.owner(scope));
    if (query.search() != null) {
      where.append(" and name_search like :search escape '!'");
      values.put("search", "%" + literal(query.search()) + "%");
    }
    if (query.barcode() != null) {
      where.append(" and barcode = :barcode");
      values.put("barcode", query.barcode());
    }
    if (query.firstChar() != null) {
      where.append(" and name_search like :first escape '!'");
      values.put("first", literal(query.firstChar()) + "%");
    }
    String direction = query.descending() ? " desc" : " asc";
    String[] column = query.byId() ? new String[0] : new String[] {"created_at"};
    String order = InvoiceSearch.inIndexOrder(direction, column);
    List<Long> chosen =
        handle
            .createQuery("select id" + where + order + " limit :limit offset :offset")
            .bindMap(values)
            .bind("limit", query.limit())
            .bind("offset", query.offset())
            .mapTo(Long.class)
            .list();
    List<CatalogItem> rows =
        chosen.isEmpty()
            ? List.of()
            : all(
                handle
                    .createQuery("select * from catalog_item where id in (<chosen>)" + order)
                    .bindList("chosen", chosen));
    long total =
        handle.createQuery("select count(*)" + where).bindMap(values).mapTo(Long.class).one();
    return new Page<>(rows, total, query.limit(), query.offset());
  }

  @Override
  public void bindTogether(List<CatalogItem> items) {
    handle
        .createUpdate("update catalog_item set made_with = :first where id in (<ids>)")
        .bind("first", items.getFirst().id())
        .bindList("ids", items.stream().map(CatalogItem::id).toList())
        .execute();
  }

  @Override
  public List<CatalogItem> madeWith(Scope scope, long firstId) {
    return all(own(scope, " and made_with = :first order by id").bind("first", firstId));
  }

  @Override
  public Map<Long, Long> soldAs(long invoiceId) {
    Map<Long, Long> items = new LinkedHashMap<>();
    handle
        .createQuery(
            "select id, catalog_item_id from invoice_line"
                + " where invoice_id = :invoice and catalog_item_id is not null order by id")
        .bind("invoice", invoiceId)
        .map(row -> items.put(row.getLong("id"), row.getLong("catalog_item_id")))
        .list();
    return items;
  }

  @Override
  public void insert(CatalogImage image) {
    handle
        .createUpdate(
            """
            insert into catalog_image (id, tenant_id, mode, sha256, type, size_bytes, created_at)
            values (:id, :tenant, :mode, :sha256, :type, :size, :createdAt)
            """)
        .bind("id", image.id())
        .bind("tenant", image.tenantId())
        .bind("mode", image.mode())
        .bind("sha256", image.sha256())
        .bind("type", image.type())
        .bind("size", image.size())
        .bind("createdAt", image.createdAt())
        .execute();
  }

  @Override
  public Optional<CatalogImage> findImage(Scope scope, UUID id) {
    return image(ownImage(scope, " and id = :id").bind("id", id));
  }

  @Override
  public Optional<CatalogImage> findImage(Scope scope, String sha256) {
    return image(ownImage(scope, " and sha256 = :sha256").bind("sha256", sha256));
  }

  private Query own(Scope scope, String more) {
    return handle.createQuery("select * from catalog_item" + OWN + more).bindMap(Rows.owner(scope));
  }

  private Query ownImage(Scope scope, String more) {
    return handle
        .createQuery(
            "select * from catalog_image where tenant_id = :tenant and mode = :mode" + more)
        .bindMap(Rows.owner(scope));
  }

  private static String literal(String text) {
    return InvoiceRows.searchable(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static List<CatalogItem> all(Query query) {
    return query.map(row -> read(row)).list();
  }

  private static CatalogItem read(ResultSet row) throws SQLException {
    return new CatalogItem(
        row.getLong("id"),
        row.getLong("tenant_id"),
        Rows.mode(row),
        row.getString("name"),
        Rows.money(row, "price"),
        Unit.of(row.getInt("unit_id")).orElseThrow(),
        row.getString("barcode"),
        row.getObject("image_id", UUID.class),
        UtcInstants.read(row, "created_at"),
        UtcInstants.read(row, "updated_at"));
  }

  private static Optional<CatalogImage> image(Query query) {
    return query
        .map(
            row ->
                new CatalogImage(
                    row.getObject("id", UUID.class),
                    row.getLong("tenant_id"),
                    Rows.mode(row),
                    row.getString("sha256"),
                    Rows.word(row, "type", ImageType.class),
                    row.getInt("size_bytes"),
                    UtcInstants.read(row, "created_at")))
        .findOne();
  }
}
