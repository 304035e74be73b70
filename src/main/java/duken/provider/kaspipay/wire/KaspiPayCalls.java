package duken.provider.kaspipay.wire;

import duken.domain.Money;
import duken.domain.Phone;
import duken.provider.http.HttpOutcome;
import duken.provider.http.HttpOutcome.Answered;
import duken.provider.kaspipay.account.ClientCertificate.Unusable;
import duken.provider.kaspipay.account.KaspiPayAccount;
import duken.provider.kaspipay.account.KaspiPaySettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the API (Kaspi Pay sheet, sections 4 and 5). None of them is ever repeated here. */
public final class KaspiPayCalls {

  private static final MediaType TYPE = MediaType.get("application/json");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MOST_OPERATIONS = "10";

  private final ContractClients clients;
  private final KaspiPaySettings settings;

  public KaspiPayCalls(ContractClients clients, KaspiPaySettings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  /** Whether the service lives and knows the caller. */
  public BankReply ping(KaspiPayAccount account) {
    return get(account, "health/ping", url(account, "health/ping"));
  }

  public BankReply tradePoints(KaspiPayAccount account) {
    String path = "partner/tradepoints";
    HttpUrl.Builder url = url(account, path);
    if (account.scheme().namesOrganization()) {
      url.addPathSegment(account.bin());
    }
    return get(account, path, url);
  }

  /** Registers the cash desk; the same again gives the same token. */
  public BankReply register(KaspiPayAccount account) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("DeviceId", account.desk().device());
    body.put("TradePointId", account.point().tradePoint());
    return post(account, "device/register", body);
  }

  /** Removes the cash desk. */
  public BankReply deleteDevice(KaspiPayAccount account) {
    return post(account, "device/delete", device(account));
  }

  public BankReply createQr(KaspiPayAccount account, Money amount, String externalId) {
    return post(account, "qr/create", sale(account, amount, externalId));
  }

  public BankReply createLink(KaspiPayAccount account, Money amount, String externalId) {
    return post(account, "qr/create-link", sale(account, amount, externalId));
  }

  /** How a payment stands. */
  public BankReply status(KaspiPayAccount account, String paymentId) {
    String path = "payment/status";
    HttpUrl.Builder url =
        versioned(account, settings.statusVersion())
            .addPathSegments(path)
            .addPathSegment(paymentId);
    return get(account, path, url);
  }

  /** What can be returned of a payment. */
  public BankReply details(KaspiPayAccount account, String paymentId) {
    String path = "payment/details";
    return get(
        account,
        path,
        url(account, path)
            .addQueryParameter("QrPaymentId", paymentId)
            .addQueryParameter("DeviceToken", account.desk().deviceToken()));
  }

  /** A QR that the customer scans to be recognised for a refund (r2). */
  public BankReply createReturn(KaspiPayAccount account, String externalId) {
    Map<String, Object> body = device(account);
    body.put("ExternalId", externalId);
    return post(account, "return/create", body);
  }

  /** Whether the customer has scanned the return QR (r2). */
  public BankReply returnStatus(KaspiPayAccount account, String returnId) {
    String path = "return/status";
    return get(account, path, url(account, path).addPathSegment(returnId));
  }

  /** The last purchases of the customer who scanned (r2). */
  public BankReply returnOperations(KaspiPayAccount account, String returnId) {
    Map<String, Object> body = device(account);
    body.put("QrReturnId", Long.parseLong(returnId));
    body.put("MaxResult", Integer.parseInt(MOST_OPERATIONS));
    return post(account, "return/operations", body);
  }

  /**
   * Sends money back.
   *
   * @param returnId of the return QR on r2, null on r3
   */
  public BankReply refund(
      KaspiPayAccount account, String paymentId, String returnId, Money amount) {
    Map<String, Object> body = device(account);
    body.put("QrPaymentId", Long.parseLong(paymentId));
    if (returnId != null) {
      body.put("QrReturnId", Long.parseLong(returnId));
    }
    body.put("Amount", amount.toDecimal());
    return post(account, "payment/return", body);
  }

  /** The name behind a phone (r3). */
  public BankReply clientInfo(KaspiPayAccount account, Phone phone) {
    String path = "remote/client-info";
    boolean pascal = settings.pascalClientInfo();
    return get(
        account,
        path,
        url(account, path)
            .addQueryParameter(pascal ? "PhoneNumber" : "phoneNumber", number(phone))
            .addQueryParameter(
                pascal ? "DeviceToken" : "deviceToken", account.desk().deviceToken()));
  }

  /** A bill to a phone (r3). */
  public BankReply createBill(KaspiPayAccount account, Money amount, Phone phone, String comment) {
    Map<String, Object> body = device(account);
    body.put("Amount", amount.toDecimal());
    body.put("PhoneNumber", number(phone));
    if (comment != null && !comment.isBlank()) {
      body.put("Comment", comment);
    }
    return post(account, "remote/create", body);
  }

  /** Withdraws a bill (r3). */
  public BankReply cancelBill(KaspiPayAccount account, String paymentId) {
    Map<String, Object> body = device(account);
    body.put("QrPaymentId", Long.parseLong(paymentId));
    return post(account, "remote/cancel", body);
  }

  private Map<String, Object> sale(KaspiPayAccount account, Money amount, String externalId) {
    Map<String, Object> body = device(account);
    body.put("Amount", amount.toDecimal());
    body.put("ExternalId", externalId);
    return body;
  }

  private Map<String, Object> device(KaspiPayAccount account) {
    Map<String, Object> body = new LinkedHashMap<>();
    String token = account.desk().deviceToken();
    boolean number = settings.deviceTokenAsNumber() && token.matches("\\d{1,18}");
    body.put("DeviceToken", number ? (Object) Long.valueOf(token) : token);
    return body;
  }

  private static String number(Phone phone) {
    return "8" + phone.national();
  }

  private BankReply get(KaspiPayAccount account, String name, HttpUrl.Builder url) {
    return call(account, name, new Request.Builder().url(url.build()).get());
  }

  private BankReply post(KaspiPayAccount account, String path, Map<String, Object> body) {
    if (account.scheme().namesOrganization()) {
      body.put("OrganizationBin", account.bin());
    }
    RequestBody json = RequestBody.create(JSON.writeValueAsBytes(body), TYPE);
    return call(account, path, new Request.Builder().url(url(account, path).build()).post(json));
  }

  private BankReply call(KaspiPayAccount account, String name, Request.Builder request) {
    request.header("Content-Type", "application/json");
    request.header("X-Request-ID", UUID.randomUUID().toString());
    boolean keyed = !account.scheme().hasCertificate() || settings.keyOnAllSchemes();
    if (keyed && account.credentials().apiKey() != null) {
      request.header("Api-Key", account.credentials().apiKey());
    }
    HttpOutcome outcome;
    try {
      outcome = clients.of(account).call(name, request.build());
    } catch (Unusable e) {
      return new BankReply.NotSent(e.culprit());
    }
    return switch (outcome) {
      case Answered answered -> Envelope.read(answered);
      case HttpOutcome.NotSent(String code) -> new BankReply.NotSent(code);
      case HttpOutcome.Lost(String code) -> new BankReply.Unclear(code);
    };
  }

  private static HttpUrl.Builder url(KaspiPayAccount account, String path) {
    return base(account.base()).addPathSegments(path);
  }

  private static HttpUrl.Builder versioned(KaspiPayAccount account, String version) {
    String base = account.base().toString();
    return base(URI.create(base.replaceFirst("/v\\d+/?$", "/" + version)));
  }

  private static HttpUrl.Builder base(URI base) {
    return HttpUrl.get(base.toString()).newBuilder();
  }
}
