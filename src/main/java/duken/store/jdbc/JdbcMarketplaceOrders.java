package duken.store.jdbc;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Canonical;
import duken.domain.marketplace.MarketplaceOrder.Facts;
import duken.domain.marketplace.MarketplaceOrder.Standing;
import duken.store.MarketplaceOrders;
import duken.store.Page;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.row.DetailsColumn;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables {@code marketplace_…}. */
final class JdbcMarketplaceOrders implements MarketplaceOrders {

  private final Handle handle;
  private final MarketplaceLines lines;

  JdbcMarketplaceOrders(Handle handle) {
    this.handle = handle;
    this.lines = new MarketplaceLines(handle);
  }

  @Override
  public Optional<MarketplaceOrder> find(long tenantId, String idOrCode) {
    return handle
        .createQuery(
            "select * from marketplace_order where tenant_id = :tenant"
                + " and (order_id = :name or code = :name)"
                + " order by case when order_id = :name then 0 else 1 end limit 1")
        .bind("tenant", tenantId)
        .bind("name", idOrCode)
        .map(row -> read(row))
        .findOne()
        .map(order -> order.with(lines.of(tenantId, order.id())));
  }

  @Override
  public Optional<MarketplaceOrder> lock(long tenantId, String id) {
    return handle
        .createQuery(
            "select * from marketplace_order where tenant_id = :tenant and order_id = :id"
                + " for update")
        .bind("tenant", tenantId)
        .bind("id", id)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public void put(long tenantId, MarketplaceOrder before, MarketplaceOrder order, Instant at) {
    handle
        .createUpdate(
            before == null
                ? """
                insert into marketplace_order (tenant_id, order_id, code, state, status, canonical,
                  finished, total, created_at, payment_mode, delivery_mode, kaspi_delivery, details,
                  unconfirmed)
                values (:tenant, :id, :code, :state, :status, :canonical, :finished, :total,
                  :createdAt, :paymentMode, :deliveryMode, :kaspiDelivery, :details, :unconfirmed)
                """
                : """
                update marketplace_order set code = :code, state = :state, status = :status,
                  canonical = :canonical, finished = :finished, total = :total,
                  created_at = :createdAt, payment_mode = :paymentMode,
                  delivery_mode = :deliveryMode, kaspi_delivery = :kaspiDelivery,
                  details = :details, unconfirmed = :unconfirmed
                where tenant_id = :tenant and order_id = :id
                """)
        .bind("tenant", tenantId)
        .bind("id", order.id())
        .bind("code", order.code())
        .bind("state", order.state())
        .bind("status", order.status())
        .bind("canonical", order.canonical())
        .bind("finished", order.standing().isFinished())
        .bind("total", order.facts().total())
        .bind("createdAt", order.facts().createdAt())
        .bind("paymentMode", order.facts().paymentMode())
        .bind("deliveryMode", order.facts().deliveryMode())
        .bind("kaspiDelivery", order.facts().isKaspiDelivery())
        .bind("details", DetailsColumn.text(order.facts().details()))
        .bind("unconfirmed", order.standing().unconfirmed())
        .execute();
    if (order.lines() != null) {
      lines.replace(tenantId, order.id(), order.lines());
    }
    if (before == null || !before.status().equals(order.status())) {
      handle
          .createUpdate(
              "insert into marketplace_order_history"
                  + " (tenant_id, order_id, status_from, status_to, canonical, seen_at)"
                  + " values (:tenant, :id, :from, :to, :canonical, :at)")
          .bind("tenant", tenantId)
          .bind("id", order.id())
          .bind("from", before == null ? null : before.status())
          .bind("to", order.status())
          .bind("canonical", order.canonical())
          .bind("at", at)
          .execute();
    }
  }

  @Override
  public Page<MarketplaceOrder> list(long tenantId, Query query) {
    MarketplaceFilter filter = MarketplaceFilter.of(tenantId, query);
    Map<String, Object> values = new LinkedHashMap<>(filter.values());
    String from = " from marketplace_order o where " + filter.condition();
    long total =
        bound(handle.createQuery("select count(*)" + from), values).mapTo(Long.class).one();
    values.put("limit", query.limit());
    values.put("offset", query.offset());
    List<MarketplaceOrder> rows =
        bound(
                handle.createQuery(
                    "select o.*"
                        + from
                        + " order by o.created_at desc, o.order_id limit :limit offset :offset"),
                values)
            .map(row -> read(row))
            .list();
    return new Page<>(
        rows.stream().map(it -> it.with(lines.of(tenantId, it.id()))).toList(),
        total,
        query.limit(),
        query.offset());
  }

  @Override
  public List<String> unfinished(long tenantId, Instant madeBefore, int limit) {
    return handle
        .createQuery(
            "select code from marketplace_order where tenant_id = :tenant and finished = false"
                + " and created_at < :before order by created_at limit :limit")
        .bind("tenant", tenantId)
        .bind("before", madeBefore)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  @Override
  public Tally tally(long tenantId, String status) {
    return handle
        .createQuery(
            "select count(*) as orders, max(created_at) as newest from marketplace_order"
                + " where tenant_id = :tenant and status = :status")
        .bind("tenant", tenantId)
        .bind("status", status)
        .map(row -> new Tally(row.getLong("orders"), UtcInstants.read(row, "newest")))
        .one();
  }

  @Override
  public Optional<Instant> oldest(long tenantId, String status, Instant from) {
    return Optional.ofNullable(
        handle
            .createQuery(
                "select min(created_at) as oldest from marketplace_order"
                    + " where tenant_id = :tenant and status = :status and created_at >= :from")
            .bind("tenant", tenantId)
            .bind("status", status)
            .bind("from", from)
            .map(row -> new Tally(0, UtcInstants.read(row, "oldest")))
            .one()
            .newestAt());
  }

  @Override
  public boolean hasLines(long tenantId, String id) {
    return !lines.of(tenantId, id).isEmpty();
  }

  @Override
  public Optional<Instant> importedFrom(long tenantId) {
    return handle
        .createQuery("select imported_from from marketplace_import where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .map(row -> UtcInstants.read(row, "imported_from"))
        .findOne();
  }

  @Override
  public void importedFrom(long tenantId, Instant from) {
    int updated =
        write("update marketplace_import set imported_from = :from where tenant_id = :tenant")
            .bind("tenant", tenantId)
            .bind("from", from)
            .execute();
    if (updated == 0) {
      write("insert into marketplace_import (tenant_id, imported_from) values (:tenant, :from)")
          .bind("tenant", tenantId)
          .bind("from", from)
          .execute();
    }
  }

  @Override
  public void anomaly(long tenantId, MarketplaceOrder order, Instant at) {
    int known =
        handle
            .createQuery(
                "select count(*) from marketplace_anomaly"
                    + " where tenant_id = :tenant and order_id = :id")
            .bind("tenant", tenantId)
            .bind("id", order.id())
            .mapTo(Integer.class)
            .one();
    if (known == 0) {
      write(
              "insert into marketplace_anomaly (tenant_id, order_id, detected_at)"
                  + " values (:tenant, :id, :at)")
          .bind("tenant", tenantId)
          .bind("id", order.id())
          .bind("at", at)
          .execute();
    }
  }

  @Override
  public List<OrderAnomaly> anomalies(long tenantId, int limit) {
    return handle
        .createQuery(
            """
            select a.id, a.order_id, o.code, o.total, a.detected_at
            from marketplace_anomaly a
            join marketplace_order o on o.tenant_id = a.tenant_id and o.order_id = a.order_id
            where a.tenant_id = :tenant and a.resolved_at is null
            order by a.id limit :limit
            """)
        .bind("tenant", tenantId)
        .bind("limit", limit)
        .map(
            row ->
                new OrderAnomaly(
                    row.getLong("id"),
                    row.getString("order_id"),
                    row.getString("code"),
                    row.getLong("total"),
                    UtcInstants.read(row, "detected_at")))
        .list();
  }

  @Override
  public boolean resolve(long tenantId, long anomalyId, String by, Instant at) {
    return write(
                "update marketplace_anomaly set resolved_at = :at, resolved_by = :by"
                    + " where id = :id and tenant_id = :tenant and resolved_at is null")
            .bind("at", at)
            .bind("by", by)
            .bind("id", anomalyId)
            .bind("tenant", tenantId)
            .execute()
        > 0;
  }

  private duken.store.jdbc.sql.Update write(String sql) {
    return handle.createUpdate(sql);
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Map<String, Object> values) {
    S all = statement;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      all = all.bind(value.getKey(), value.getValue());
    }
    return all;
  }

  private static MarketplaceOrder read(ResultSet row) throws SQLException {
    return new MarketplaceOrder(
        row.getString("order_id"),
        row.getString("code"),
        new Standing(
            row.getString("state"),
            row.getString("status"),
            Rows.word(row, "canonical", Canonical.class),
            row.getBoolean("finished"),
            row.getString("unconfirmed")),
        new Facts(
            row.getLong("total"),
            UtcInstants.read(row, "created_at"),
            row.getString("payment_mode"),
            row.getString("delivery_mode"),
            row.getBoolean("kaspi_delivery"),
            DetailsColumn.read(row.getString("details"))),
        null,
        null);
  }
}
