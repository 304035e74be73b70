package duken.provider.epay.wire;

import duken.domain.Money;
import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.account.EpaySettings;
import duken.provider.http.BankHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The provider's HTTP calls, one method each; no call is ever repeated here. */
public final class EpayCalls {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final RequestBody NOTHING = RequestBody.create(new byte[0], null);

  private final BankHttp http;
  private final EpaySettings settings;

  public EpayCalls(BankHttp http, EpaySettings settings) {
    this.http = http;
    this.settings = settings;
  }

  /** Asks for a token with these form fields. */
  public EpayReply token(URI oauth, Map<String, String> fields) {
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    fields.forEach(form::add);
    return send("epay/token", new Request.Builder().url(oauth.toString()).post(form.build()));
  }

  /** Asks for a QR. */
  public EpayReply generate(EpayAccount account, String token, Map<String, ?> body) {
    HttpUrl url = url(account, settings.generatePath()).build();
    return send("epay/generate", authorized(url, token).post(json(body)));
  }

  /** Asks for an invoice link. */
  public EpayReply link(EpayAccount account, String token, Map<String, ?> body) {
    return send(
        "epay/invoice", authorized(url(account, "/invoice").build(), token).post(json(body)));
  }

  /** How a QR stands. */
  public EpayReply status(EpayAccount account, String token, String billNumber) {
    HttpUrl url =
        url(account, settings.statusPath()).addQueryParameter("billNumber", billNumber).build();
    return send("epay/status", authorized(url, token).get());
  }

  /** How a payment stands, by our identifier. */
  public EpayReply checkStatus(EpayAccount account, String token, String identifier) {
    HttpUrl url =
        url(account, "/check-status/payment/transaction").addPathSegment(identifier).build();
    return send("epay/check-status", authorized(url, token).get());
  }

  /** Returns money of a transaction. */
  public EpayReply refund(
      EpayAccount account, String token, String id, Money amount, String externalId) {
    HttpUrl url =
        operation(account, id, "refund")
            .addQueryParameter("amount", EpayFields.amount(amount))
            .addQueryParameter("externalID", externalId)
            .build();
    return send("epay/refund", authorized(url, token).post(NOTHING));
  }

  /** Releases held money. */
  public EpayReply cancel(EpayAccount account, String token, String id, String externalId) {
    return operate(account, token, id, "cancel", externalId);
  }

  /** Confirms held money. */
  public EpayReply charge(EpayAccount account, String token, String id, String externalId) {
    return operate(account, token, id, "charge", externalId);
  }

  private EpayReply operate(
      EpayAccount account, String token, String id, String word, String externalId) {
    HttpUrl url = operation(account, id, word).addQueryParameter("externalID", externalId).build();
    return send("epay/" + word, authorized(url, token).post(NOTHING));
  }

  private EpayReply send(String name, Request.Builder request) {
    return EpayReply.of(http.call(name, request.header("Accept", "application/json").build()));
  }

  private static Request.Builder authorized(HttpUrl url, String token) {
    return new Request.Builder().url(url).header("Authorization", "Bearer " + token);
  }

  private static RequestBody json(Map<String, ?> body) {
    return RequestBody.create(EpayFields.JSON.writeValueAsBytes(body), JSON);
  }

  private static HttpUrl.Builder operation(EpayAccount account, String id, String word) {
    return url(account, "/operation").addPathSegment(id).addPathSegment(word);
  }

  private static HttpUrl.Builder url(EpayAccount account, String path) {
    return HttpUrl.get(account.apiBase() + path).newBuilder();
  }
}
