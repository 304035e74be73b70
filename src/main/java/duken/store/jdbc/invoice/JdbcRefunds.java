package duken.store.jdbc.invoice;

import duken.domain.Refund;
import duken.domain.RefundDetail;
import duken.store.Page;
import duken.store.Refunds;
import duken.store.Scope;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.row.RefundLines;
import duken.store.jdbc.search.RefundSearch;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code refund}. */
public final class JdbcRefunds implements Refunds {

  private static final List<Refund.Status> UNDER_WAY =
      Arrays.stream(Refund.Status.values()).filter(Refund.Status::isUnderWay).toList();

  private final Handle handle;
  private final Dialect dialect;
  private final RefundLines lines;

  public JdbcRefunds(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
    this.lines = new RefundLines(handle);
  }

  @Override
  public Refund insert(Refund refund) {
    long id =
        handle
            .createUpdate(
                """
                insert into refund (tenant_id, mode, invoice_id, amount, reason, status,
                  provider_refund_id, initiated_by, error_code, error_message, refunded_before,
                  has_lines, created_at, completed_at, sent_at, returned_before)
                values (:tenant, :mode, :invoice, :amount, :reason, :status, :providerRefundId,
                  :initiatedBy, :errorCode, :errorMessage, :refundedBefore, :hasLines, :createdAt,
                  :completedAt, :sentAt, :returnedBefore)
                """)
            .bind("tenant", refund.tenantId())
            .bind("mode", refund.mode())
            .bind("invoice", refund.invoiceId())
            .bind("amount", refund.terms().amount().tiyn())
            .bind("reason", refund.terms().reason())
            .bind("status", refund.state().status())
            .bind("providerRefundId", refund.state().providerRefundId())
            .bind("initiatedBy", refund.terms().initiatedBy())
            .bind("errorCode", refund.state().errorCode())
            .bind("errorMessage", refund.state().errorMessage())
            .bind("refundedBefore", refund.sending().refundedBefore().tiyn())
            .bind("hasLines", !refund.terms().items().isEmpty())
            .bind("createdAt", refund.terms().createdAt())
            .bind("completedAt", refund.state().completedAt())
            .bind("sentAt", refund.sending().sentAt())
            .bind("returnedBefore", Rows.tiynOrNull(refund.sending().returnedBefore()))
            .executeAndReturnKey("id");
    return stored(refund, id, lines.insert(id, refund.terms().items()));
  }

  @Override
  public boolean update(Refund refund, Refund.Status expected) {
    return handle
            .createUpdate(
                """
                update refund set status = :status, provider_refund_id = :providerRefundId,
                  error_code = :errorCode, error_message = :errorMessage,
                  completed_at = :completedAt, refunded_before = :refundedBefore,
                  sent_at = :sentAt, returned_before = :returnedBefore
                where id = :id and status = :expected
                """)
            .bind("status", refund.state().status())
            .bind("providerRefundId", refund.state().providerRefundId())
            .bind("errorCode", refund.state().errorCode())
            .bind("errorMessage", refund.state().errorMessage())
            .bind("completedAt", refund.state().completedAt())
            .bind("refundedBefore", refund.sending().refundedBefore().tiyn())
            .bind("sentAt", refund.sending().sentAt())
            .bind("returnedBefore", Rows.tiynOrNull(refund.sending().returnedBefore()))
            .bind("id", refund.id())
            .bind("expected", expected)
            .execute()
        == 1;
  }

  @Override
  public void keepDetail(long refundId, RefundDetail detail) {
    handle
        .createUpdate("delete from refund_detail where refund_id = :id")
        .bind("id", refundId)
        .execute();
    handle
        .createUpdate(
            "insert into refund_detail (refund_id, return_qr, return_qr_expires_at,"
                + " recorded_by_hand) values (:id, :qr, :expiresAt, :byHand)")
        .bind("id", refundId)
        .bind("qr", detail.returnQr())
        .bind("expiresAt", detail.returnQrExpiresAt())
        .bind("byHand", detail.recordedByHand())
        .execute();
  }

  @Override
  public Map<Long, RefundDetail> details(Collection<Long> refundIds) {
    if (refundIds.isEmpty()) {
      return Map.of();
    }
    Map<Long, RefundDetail> details = new HashMap<>();
    handle
        .createQuery("select * from refund_detail where refund_id in (<ids>)")
        .bindList("ids", List.copyOf(refundIds))
        .map(
            row ->
                details.put(
                    row.getLong("refund_id"),
                    new RefundDetail(
                        row.getString("return_qr"),
                        UtcInstants.read(row, "return_qr_expires_at"),
                        row.getBoolean("recorded_by_hand"))))
        .list();
    return details;
  }

  @Override
  public Optional<Refund> find(Scope scope, long id) {
    return all(
            handle
                .createQuery(
                    "select * from refund where tenant_id = :tenant and mode = :mode"
                        + " and id = :id")
                .bind("tenant", scope.tenantId())
                .bind("mode", scope.mode())
                .bind("id", id))
        .stream()
        .findFirst();
  }

  @Override
  public List<Refund> of(long invoiceId) {
    return all(
        handle
            .createQuery("select * from refund where invoice_id = :invoice order by id")
            .bind("invoice", invoiceId));
  }

  @Override
  public Page<Refund> list(Scope scope, RefundQuery query) {
    RefundSearch search = new RefundSearch(dialect, scope, query);
    List<Long> chosen = search.chosen(handle);
    List<Refund> rows = chosen.isEmpty() ? List.of() : all(search.rows(handle, chosen));
    return new Page<>(rows, search.count(handle), query.limit(), query.offset());
  }

  @Override
  public List<Refund> underWay(int limit) {
    return all(
        handle
            .createQuery(
                "select * from refund where status in (<underWay>) order by id limit :limit")
            .bindList("underWay", UNDER_WAY)
            .bind("limit", limit));
  }

  private List<Refund> all(Query query) {
    record Bare(Refund refund, boolean hasLines) {}
    List<Bare> rows = query.map(row -> new Bare(read(row), row.getBoolean("has_lines"))).list();
    Map<Long, List<Refund.Line>> found =
        lines.of(rows.stream().filter(Bare::hasLines).map(row -> row.refund().id()).toList());
    return rows.stream()
        .map(
            row ->
                row.hasLines()
                    ? stored(row.refund(), row.refund().id(), found.get(row.refund().id()))
                    : row.refund())
        .toList();
  }

  private static Refund stored(Refund refund, long id, List<Refund.Line> lines) {
    return new Refund(
        id,
        refund.tenantId(),
        refund.mode(),
        refund.invoiceId(),
        new Refund.Terms(
            refund.terms().amount(),
            refund.terms().reason(),
            refund.terms().initiatedBy(),
            lines,
            UtcInstants.kept(refund.terms().createdAt())),
        new Refund.State(
            refund.state().status(),
            refund.state().providerRefundId(),
            refund.state().errorCode(),
            refund.state().errorMessage(),
            UtcInstants.kept(refund.state().completedAt())),
        new Refund.Sending(
            refund.sending().refundedBefore(),
            UtcInstants.kept(refund.sending().sentAt()),
            refund.sending().returnedBefore()));
  }

  private static Refund read(ResultSet row) throws SQLException {
    return new Refund(
        row.getLong("id"),
        row.getLong("tenant_id"),
        Rows.mode(row),
        row.getLong("invoice_id"),
        new Refund.Terms(
            Rows.money(row, "amount"),
            row.getString("reason"),
            Rows.word(row, "initiated_by", Refund.Initiator.class),
            List.of(),
            UtcInstants.read(row, "created_at")),
        new Refund.State(
            Rows.word(row, "status", Refund.Status.class),
            row.getString("provider_refund_id"),
            row.getString("error_code"),
            row.getString("error_message"),
            UtcInstants.read(row, "completed_at")),
        new Refund.Sending(
            Rows.money(row, "refunded_before"),
            UtcInstants.read(row, "sent_at"),
            Rows.moneyOrNull(row, "returned_before")));
  }
}
