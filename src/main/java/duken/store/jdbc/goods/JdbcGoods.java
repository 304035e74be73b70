package duken.store.jdbc.goods;

import duken.domain.barcode.ScaleLayout;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.GoodsItem;
import duken.domain.catalog.Unit;
import duken.store.Page;
import duken.store.Scope;
import duken.store.goods.Goods;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.row.InvoiceRows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Columns of {@code catalog_item} that programs do not see, and table {@code scale_layout}. */
public final class JdbcGoods implements Goods {

  private static final String FROM = " from catalog_item";
  private static final String MINE =
      " where tenant_id = :tenant and mode = :mode and removed_at is null";
  private static final String OWN = FROM + MINE;
  private static final String BY_NAME = " order by tenant_id, mode, name_search, id";

  private final Handle handle;
  private final Dialect dialect;

  /** Works in the transaction of {@code handle}. */
  public JdbcGoods(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  @Override
  public Page<GoodsItem> list(Scope scope, GoodsQuery query) {
    StringBuilder where = new StringBuilder(FROM);
    if (query.search() == null) {
      where.append(dialect.using("catalog_item_by_name"));
    }
    where.append(MINE);
    Map<String, Object> values = new LinkedHashMap<>(Rows.owner(scope));
    if (query.search() != null) {
      String part = literal(query.search());
      where.append(
          " and (name_search like :part escape '!' or article_search like :part escape '!'"
              + " or barcode like :begin escape '!')");
      values.put("part", "%" + part + "%");
      values.put("begin", part + "%");
    }
    List<Long> chosen =
        handle
            .createQuery("select id" + where + BY_NAME + " limit :limit offset :offset")
            .bindMap(values)
            .bind("limit", query.limit())
            .bind("offset", query.offset())
            .mapTo(Long.class)
            .list();
    long total =
        handle.createQuery("select count(*)" + where).bindMap(values).mapTo(Long.class).one();
    List<GoodsItem> rows =
        chosen.isEmpty()
            ? List.of()
            : all(own(scope, " and id in (<ids>)" + BY_NAME).bindList("ids", chosen));
    return new Page<>(rows, total, query.limit(), query.offset());
  }

  @Override
  public List<GoodsItem> all(Scope scope) {
    return all(own(scope, ""));
  }

  @Override
  public Optional<GoodsItem> find(Scope scope, long id) {
    return all(own(scope, " and id = :id").bind("id", id)).stream().findFirst();
  }

  @Override
  public List<GoodsItem> keptAs(Scope scope, Collection<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<String> articles = keys.stream().map(InvoiceRows::searchable).toList();
    List<GoodsItem> found =
        all(own(scope, " and barcode in (<keys>) order by id").bindList("keys", List.copyOf(keys)));
    return found.isEmpty()
        ? all(
            own(scope, " and article_search in (<articles>) order by id")
                .bindList("articles", articles))
        : found;
  }

  @Override
  public List<GoodsItem> tiles(Scope scope) {
    return all(own(scope, " and tile is not null order by tile, id"));
  }

  @Override
  public void describe(long id, String article, Integer tile) {
    handle
        .createUpdate(
            """
            update catalog_item set article = :article, article_search = :search, tile = :tile
            where id = :id and removed_at is null
            """)
        .bind("article", article)
        .bind("search", article == null ? null : InvoiceRows.searchable(article))
        .bind("tile", tile)
        .bind("id", id)
        .execute();
  }

  @Override
  public Optional<ScaleLayout> scales(long tenantId) {
    return handle
        .createQuery("select * from scale_layout where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .map(
            row ->
                new ScaleLayout(
                    Arrays.stream(row.getString("prefixes").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                    row.getInt("code_digits"),
                    Rows.word(row, "content", ScaleLayout.Content.class)))
        .findOne();
  }

  @Override
  public void scales(long tenantId, ScaleLayout layout) {
    handle
        .createUpdate("delete from scale_layout where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .execute();
    if (layout != null) {
      handle
          .createUpdate(
              """
              insert into scale_layout (tenant_id, prefixes, code_digits, content)
              values (:tenant, :prefixes, :digits, :content)
              """)
          .bind("tenant", tenantId)
          .bind(
              "prefixes",
              layout.prefixes().stream().map(String::valueOf).collect(Collectors.joining(",")))
          .bind("digits", layout.codeDigits())
          .bind("content", layout.content())
          .execute();
    }
  }

  private Query own(Scope scope, String more) {
    return handle.createQuery("select *" + OWN + more).bindMap(Rows.owner(scope));
  }

  private static String literal(String text) {
    return InvoiceRows.searchable(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static List<GoodsItem> all(Query query) {
    return query.map(row -> read(row)).list();
  }

  private static GoodsItem read(ResultSet row) throws SQLException {
    return new GoodsItem(
        new CatalogItem(
            row.getLong("id"),
            row.getLong("tenant_id"),
            Rows.mode(row),
            row.getString("name"),
            Rows.money(row, "price"),
            Unit.of(row.getInt("unit_id")).orElseThrow(),
            row.getString("barcode"),
            row.getObject("image_id", UUID.class),
            UtcInstants.read(row, "created_at"),
            UtcInstants.read(row, "updated_at")),
        row.getString("article"),
        row.getObject("tile", Integer.class));
  }
}
