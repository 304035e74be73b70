package duken.gateway;

import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Five paid invoices of a live shop, a tenth of each given back. The first two have one time, the
 * clock was set back before the fifth.
 *
 * <pre>
 *    sum   payer  refund      made
 * 1  300   Вера   completed   14:40
 * 2  100   none   failed      14:40
 * 3  200   Анна   processing  14:41
 * 4  100   Вера   completed   14:42
 * 5  200   none   completed   14:39
 * </pre>
 */
final class FiveRefunds implements AutoCloseable {

  final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());
  final List<Long> invoices = new ArrayList<>();
  final List<Long> refunds = new ArrayList<>();

  FiveRefunds() {
    Function<RefundRequest, ProviderReply<RefundReceipt>> done = gateway.liveBank.onRefund;
    makes(10, 300, "Вера", "completed", done);
    makes(
        0,
        100,
        null,
        "failed",
        _ -> new ProviderReply.Declined<>("refused", null, ProviderReply.Why.REFUSED));
    makes(1, 200, "Анна", "processing", _ -> new ProviderReply.Unknown<>("timeout"));
    makes(1, 100, "Вера", "completed", done);
    makes(-3, 200, null, "completed", done);
  }

  private void makes(
      int minutesLater,
      int tenge,
      String payer,
      String status,
      Function<RefundRequest, ProviderReply<RefundReceipt>> bank) {
    gateway.clock.move(Duration.ofMinutes(minutesLater));
    Reply created =
        gateway.post("/api/v1/invoices/qr", "{\"amount\":" + tenge + "}", gateway.liveKey);
    long id = created.json().at("/id").asLong();
    gateway.liveBank.says.put(
        created.at("/kaspi_invoice_id"),
        new ProviderReading.Paid(gateway.clock.instant(), null, payer, null, "Processed"));
    gateway.post(
        "/api/v1/invoices/status/check", "{\"invoice_ids\":[" + id + "]}", gateway.liveKey);
    gateway.liveBank.onRefund = bank;
    Reply refund =
        gateway.post(
            "/api/v1/invoices/" + id + "/refund",
            "{\"amount\":" + tenge / 10 + "}",
            gateway.liveKey);
    if (!refund.at("/refund/status").equals(status)) {
      throw new AssertionError(refund.text());
    }
    invoices.add(id);
    refunds.add(refund.json().at("/refund/id").asLong());
  }

  /** A list, with or without a query. */
  Reply list(String target) {
    return gateway.get("/api/v1" + target.replace("[", "%5B").replace("]", "%5D"), gateway.liveKey);
  }

  /** Which of the five a list shows, in its order: {@code 51234}. */
  String shown(String target) {
    Reply reply = list(target);
    if (reply.status() != 200) {
      throw new AssertionError(target + " " + reply.text());
    }
    List<Long> ids = target.startsWith("/refunds") ? refunds : invoices;
    StringBuilder numbers = new StringBuilder();
    for (JsonNode row : reply.json().at("/data")) {
      numbers.append(ids.indexOf(row.at("/id").asLong()) + 1);
    }
    return numbers.toString();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
