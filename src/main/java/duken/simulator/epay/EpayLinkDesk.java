package duken.simulator.epay;

import duken.simulator.epay.EpayBooks.Links;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Makes invoice links (section 9). */
final class EpayLinkDesk {

  private static final List<String> CONTACTS =
      List.of("recipient_contact", "recipient_contact_sms", "notifier_contact_sms");

  private final EpayBooks books;
  private final Consumer<String> breaches;

  /**
   * @param breaches is told what a strict provider would not take
   */
  EpayLinkDesk(EpayBooks books, Consumer<String> breaches) {
    this.books = books;
    this.breaches = breaches;
  }

  Reply make(Request request, EpayToken token) {
    JsonNode body = EpayCounter.read(request);
    if (!token.ofPerson()) {
      return EpayReplies.error(400, 9, "the token is not that of the shop's person");
    }
    if (!EpayOptions.SHOP_ID.equals(body.path("shop_id").asString(""))) {
      return EpayReplies.error(400, 10, "shop_id");
    }
    if (CONTACTS.stream().anyMatch(body::has)) {
      breaches.accept("an invoice link sends contacts");
    }
    String invoice = body.path("invoice_id").asString("");
    String period = body.path("expire_period").asString("");
    String post = body.path("post_link").asString("");
    String failure = body.path("failure_post_link").asString("");
    boolean whole =
        invoice.matches("[A-Za-z0-9_]{6,40}")
            && body.path("amount").isNumber()
            && "KZT".equals(body.path("currency").asString(""))
            && !body.path("account_id").asString("").isEmpty()
            && period.matches("[1-9]\\d{0,2}[hd]")
            && EpayCounter.isUrl(post)
            && EpayCounter.isUrl(failure);
    if (!whole) {
      return EpayReplies.error(400, 11, "a field is missing or not allowed");
    }
    return books
        .open(
            invoice,
            body.path("amount").decimalValue(),
            null,
            new Links(post, failure),
            body.path("description").asString(""),
            life(period))
        .map(
            it -> {
              Map<String, Object> made = new LinkedHashMap<>();
              made.put("id", "invoice-" + it.billNumber());
              made.put("invoice_id", it.invoiceId());
              made.put("amount", it.amount());
              made.put("invoice_url", url(it));
              return EpayReplies.json(200, made);
            })
        .orElseGet(() -> EpayReplies.error(400, 7, "invoice_id is taken"));
  }

  static String url(EpayOperation it) {
    return "https://epay.example.test/invoice/" + it.billNumber();
  }

  private static Duration life(String period) {
    long count = Long.parseLong(period.substring(0, period.length() - 1));
    return period.endsWith("d") ? Duration.ofDays(count) : Duration.ofHours(count);
  }
}
