package duken.desktop;

import duken.api.DeskJson;
import duken.api.DeskJson.AnomalyJson;
import duken.api.DeskJson.LifeEvent;
import duken.api.DeskJson.Sale;
import duken.api.DeskJson.SaleDetail;
import duken.api.InvoiceJson;
import duken.api.RefundJson;
import duken.api.WireJson;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Sales as the engine sends them, for tests: begin with {@link #sale} and change what matters. */
public final class SampleSales {

  private final ObjectNode invoice = WireJson.mapper().createObjectNode();
  private List<AnomalyJson> anomalies = List.of();
  private boolean fromDesk = true;

  private SampleSales(long id, String amount) {
    invoice.put("id", id).put("type", "qr").put("status", "pending").put("amount", amount);
    invoice.put("total_refunded", "0.00").put("created_at", "2026-05-14T09:30:00Z");
    invoice.put("available_for_refund", 0).put("pending_refund_amount", 0);
    invoice.put("expires_at", "2026-05-14T09:50:00Z").put("is_sandbox", true);
    invoice.put("updated_at", "2026-05-14T09:30:00Z").put("currency", "KZT");
  }

  /** An unpaid QR sale made at the desk. */
  public static SampleSales sale(long id, String amount) {
    return new SampleSales(id, amount);
  }

  /** Paid, with everything still refundable. */
  public SampleSales paid() {
    invoice.put("status", "paid").put("paid_at", "2026-05-14T09:31:00Z");
    invoice.set("available_for_refund", invoice.get("amount"));
    return this;
  }

  /** A part was returned. */
  public SampleSales refunded(String refunded, String left) {
    invoice.put("status", "partially_refunded").put("total_refunded", refunded);
    invoice.put("available_for_refund", left);
    return this;
  }

  /** Any field of the wire. */
  public SampleSales with(String field, String value) {
    invoice.put(field, value);
    return this;
  }

  /** Made by the shop's own program. */
  public SampleSales fromApi() {
    fromDesk = false;
    return this;
  }

  /** Something was odd about its money. */
  public SampleSales odd(String kind, String amount) {
    long id = invoice.get("id").asLong();
    anomalies =
        List.of(
            new AnomalyJson(
                id * 10, id, kind, amount, "2026-05-14T09:40:00Z", null, null, null, id));
    return this;
  }

  /** As a row of a list. */
  public Sale done() {
    InvoiceJson json = WireJson.mapper().treeToValue(invoice, InvoiceJson.class);
    return new Sale(
        json,
        null,
        new DeskJson.Live("waiting", false, false, null, false),
        600_000,
        fromDesk,
        anomalies,
        json.id(),
        List.of());
  }

  /** With its life. */
  public SaleDetail detail(LifeEvent... life) {
    return new SaleDetail(done(), List.of(life), List.of());
  }

  /** An answer to a refund. */
  public RefundJson.Made refundAnswer(String amount, String status, String error) {
    RefundJson refund =
        new RefundJson(
            77,
            invoice.get("id").asLong(),
            amount,
            null,
            new RefundJson.State(
                status, null, null, "cashier", error, error == null ? null : "refused"),
            List.of(),
            new RefundJson.Times("2026-05-14T10:00:00Z", null),
            new RefundJson.Way(null, null, null),
            null);
    return new RefundJson.Made("", refund, null);
  }
}
