package duken.store.jdbc.row;

import duken.domain.CanonicalStatus;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.PayerProgress;
import duken.domain.PaymentDetails;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.domain.StatusReason;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An invoice as a row of table {@code invoice}, and back. */
public final class InvoiceRows {

  public static final String INSERT =
      """
      insert into invoice (number, tenant_id, mode, kind, amount, subtotal, discount_sum,
        discount_percentage, description, external_order_id, idempotency_id, phone, pay_token,
        expires_at, origin, source, settles_invoice_id, has_lines, created_at, status, canonical_status, reason,
        progress, held, payer_name, paid_at, cancelled_at, expired_at, refunded, refunding,
        provider, operation_id, qr_text, pay_url, error_code, error_message, payment_method,
        card_last4, rrn, provider_payment_id, provider_metadata, updated_at, version,
        search_text, phone_reversed)
      values (:number, :tenant, :mode, :kind, :amount, :subtotal, :discountSum,
        :discountPercentage, :description, :externalOrderId, :idempotencyId, :phone, :payToken,
        :expiresAt, :origin, :source, :settles, :hasLines, :createdAt, :status, :canonical, :reason,
        :progress, :held, :payerName, :paidAt, :cancelledAt, :expiredAt, :refunded, :refunding,
        :provider, :operationId, :qrText, :payUrl, :errorCode, :errorMessage, :paymentMethod,
        :cardLast4, :rrn, :providerPaymentId, :providerMetadata, :updatedAt, :version,
        :searchText, :phoneReversed)
      """;

  public static final String UPDATE =
      """
      update invoice set status = :status, canonical_status = :canonical, reason = :reason,
        progress = :progress, held = :held,
        payer_name = :payerName, paid_at = :paidAt, cancelled_at = :cancelledAt,
        expired_at = :expiredAt, refunded = :refunded, refunding = :refunding,
        provider = :provider, operation_id = :operationId, qr_text = :qrText, pay_url = :payUrl,
        error_code = :errorCode, error_message = :errorMessage, payment_method = :paymentMethod,
        card_last4 = :cardLast4, rrn = :rrn, provider_payment_id = :providerPaymentId,
        provider_metadata = :providerMetadata, updated_at = :updatedAt,
        version = :version
      where id = :id and version = :version - 1
      """;

  private InvoiceRows() {}

  /** Binds what was asked for: it never changes. */
  public static <S extends SqlStatement<S>> S bindTerms(S statement, Invoice invoice) {
    Invoice.Terms terms = invoice.terms();
    Invoice.Discount discount = terms.discount();
    Phone phone = terms.phone();
    return statement
        .bind("tenant", invoice.tenantId())
        .bind("mode", invoice.mode())
        .bind("kind", invoice.kind())
        .bind("amount", terms.amount().tiyn())
        .bind("subtotal", discount == null ? null : (Long) discount.subtotal().tiyn())
        .bind("discountSum", discount == null ? null : (Long) discount.sum().tiyn())
        .bind(
            "discountPercentage",
            discount == null || discount.percentage() == null
                ? null
                : discount.percentage().toPlainString())
        .bind("description", terms.order().description())
        .bind("externalOrderId", terms.order().externalOrderId())
        .bind("idempotencyId", terms.order().idempotencyId())
        .bind("phone", phone == null ? null : phone.national())
        .bind("phoneReversed", phone == null ? null : reversed(phone.national()))
        .bind("payToken", terms.payToken())
        .bind("expiresAt", terms.expiresAt())
        .bind("origin", terms.channel().origin())
        .bind("source", terms.channel().source())
        .bind("settles", terms.settlesInvoiceId())
        .bind("hasLines", !terms.items().isEmpty())
        .bind("searchText", searchText(terms))
        .bind("createdAt", invoice.revision().createdAt());
  }

  public static <S extends SqlStatement<S>> S bindState(S statement, Invoice invoice) {
    Invoice.State state = invoice.state();
    Invoice.BankSide bank = invoice.bank();
    return statement
        .bind("status", state.status())
        .bind("canonical", CanonicalStatus.of(state.status()).wire())
        .bind("reason", state.reason())
        .bind("progress", state.payerProgress())
        .bind("held", state.held())
        .bind("payerName", state.payerName())
        .bind("paidAt", state.times().paidAt())
        .bind("cancelledAt", state.times().cancelledAt())
        .bind("expiredAt", state.times().expiredAt())
        .bind("refunded", state.refunds().refunded().tiyn())
        .bind("refunding", state.refunds().refunding().tiyn())
        .bind("provider", bank.provider())
        .bind("operationId", bank.operationId())
        .bind("qrText", bank.qrText())
        .bind("payUrl", bank.payUrl())
        .bind("errorCode", bank.errorCode())
        .bind("errorMessage", bank.errorMessage())
        .bind("paymentMethod", bank.details().method())
        .bind("cardLast4", bank.details().cardLast4())
        .bind("rrn", bank.details().rrn())
        .bind("providerPaymentId", bank.details().paymentId())
        .bind("providerMetadata", DetailsColumn.text(bank.details().metadata()))
        .bind("updatedAt", invoice.revision().updatedAt())
        .bind("version", invoice.revision().version());
  }

  /** An invoice without its lines, and whether it has any. */
  public record Bare(Invoice invoice, boolean hasLines) {

    Invoice with(long id, List<Invoice.CartLine> lines) {
      return with(id, invoice.number(), lines);
    }

    public Invoice with(long id, long number, List<Invoice.CartLine> lines) {
      Invoice.Terms terms = invoice.terms();
      Invoice.Terms withLines =
          new Invoice.Terms(
              terms.amount(),
              terms.discount(),
              terms.order(),
              terms.phone(),
              lines,
              terms.payToken(),
              UtcInstants.kept(terms.expiresAt()),
              terms.channel(),
              terms.settlesInvoiceId());
      return new Invoice(
          id,
          number,
          invoice.tenantId(),
          invoice.mode(),
          invoice.kind(),
          withLines,
          invoice.state(),
          invoice.bank(),
          new Invoice.Revision(
              UtcInstants.kept(invoice.revision().createdAt()),
              UtcInstants.kept(invoice.revision().updatedAt()),
              invoice.revision().version()));
    }
  }

  public static Bare read(ResultSet row) throws SQLException {
    Invoice invoice =
        new Invoice(
            row.getLong("id"),
            row.getLong("number"),
            row.getLong("tenant_id"),
            Rows.mode(row),
            Rows.word(row, "kind", PaymentKind.class),
            terms(row),
            state(row),
            bank(row),
            new Invoice.Revision(
                UtcInstants.read(row, "created_at"),
                UtcInstants.read(row, "updated_at"),
                row.getLong("version")));
    return new Bare(invoice, row.getBoolean("has_lines"));
  }

  private static Invoice.Terms terms(ResultSet row) throws SQLException {
    String percentage = row.getString("discount_percentage");
    String phone = row.getString("phone");
    return new Invoice.Terms(
        Rows.money(row, "amount"),
        row.getObject("subtotal", Long.class) == null
            ? null
            : new Invoice.Discount(
                Rows.money(row, "subtotal"),
                Rows.money(row, "discount_sum"),
                percentage == null ? null : new BigDecimal(percentage)),
        new Invoice.Order(
            row.getString("description"),
            row.getString("external_order_id"),
            row.getString("idempotency_id")),
        phone == null ? null : new Phone(phone),
        List.of(),
        row.getString("pay_token"),
        UtcInstants.read(row, "expires_at"),
        new Invoice.Channel(
            Rows.word(row, "origin", Invoice.Origin.class), row.getString("source")),
        row.getObject("settles_invoice_id", Long.class));
  }

  private static Invoice.State state(ResultSet row) throws SQLException {
    return new Invoice.State(
        Rows.word(row, "status", InvoiceStatus.class),
        Rows.word(row, "reason", StatusReason.class),
        Rows.word(row, "progress", PayerProgress.class),
        row.getBoolean("held"),
        row.getString("payer_name"),
        new Invoice.Times(
            UtcInstants.read(row, "paid_at"),
            UtcInstants.read(row, "cancelled_at"),
            UtcInstants.read(row, "expired_at")),
        new Invoice.Refunds(Rows.money(row, "refunded"), Rows.money(row, "refunding")));
  }

  private static Invoice.BankSide bank(ResultSet row) throws SQLException {
    return new Invoice.BankSide(
        row.getString("provider"),
        row.getString("operation_id"),
        row.getString("qr_text"),
        row.getString("pay_url"),
        row.getString("error_code"),
        row.getString("error_message"),
        new PaymentDetails(
            row.getString("payment_method"),
            row.getString("card_last4"),
            row.getString("rrn"),
            row.getString("provider_payment_id"),
            DetailsColumn.read(row.getString("provider_metadata"))));
  }

  public static String searchable(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  public static String reversed(String digits) {
    return new StringBuilder(digits).reverse().toString();
  }

  private static String searchText(Invoice.Terms terms) {
    String text =
        Stream.of(terms.order().externalOrderId(), terms.order().description())
            .filter(part -> part != null && !part.isEmpty())
            .map(InvoiceRows::searchable)
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }
}
