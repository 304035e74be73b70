package duken.provider.cashier.wire;

import duken.domain.Money;
import duken.domain.Phone;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.settings.CashierSettings;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The ten payment calls (cashier sheet, section 6). None of them knows an idempotency key. */
public final class QrPayApi {

  private static final String POS = "Pos";
  private static final Duration SOON = Duration.ofSeconds(2);

  private final CashierSettings settings;
  private final SignedCalls calls;
  private final InstantSource clock;

  public QrPayApi(CashierSettings settings, SignedCalls calls, InstantSource clock) {
    this.settings = settings;
    this.calls = calls;
    this.clock = clock;
  }

  /** #1. */
  public BankAnswer createQr(CashierSession session, Money amount, Optional<Coordinates> place) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("PaymentAmount", number(amount));
    body.put("DeviceInterface", POS);
    place.ifPresent(
        where -> {
          body.put("Latitude", where.latitude());
          body.put("Longitude", where.longitude());
        });
    return calls.post("qr-token/create", session, url("/v01/qr-token/create"), body);
  }

  /** #2. */
  public BankAnswer qrStatus(CashierSession session, String id) {
    String url = url("/v02/kaspi-qr/status", "qrOperationId", id);
    return calls.get("kaspi-qr/status", session, url);
  }

  /** #3. */
  public BankAnswer clientInfo(CashierSession session, Phone phone) {
    String url = url("/v01/remote/client-info", "phoneNumber", wire(phone));
    return calls.get("remote/client-info", session, url);
  }

  /** #4. Whole tenge only. */
  public BankAnswer createBill(CashierSession session, Phone phone, Money amount, String comment) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("PhoneNumber", wire(phone));
    body.put("Amount", number(amount));
    body.put("Comment", comment);
    return calls.post("remote/create", session, url("/v01/remote/create"), body);
  }

  /** #5. */
  public BankAnswer billDetails(CashierSession session, String id) {
    String url = url("/v02/remote/details", "operationId", id);
    return calls.get("remote/details", session, url);
  }

  /** #6. */
  public BankAnswer cancelBill(CashierSession session, String id) {
    Map<String, Object> body = Map.of("qrOperationId", number(id));
    return calls.post("remote/cancel", session, url("/v01/remote/cancel"), body);
  }

  /** #7: open and declined bills. */
  public BankAnswer bills(CashierSession session, int most) {
    return calls.post(
        "remote/history", session, url("/v01/remote/history"), Map.of("MaxResult", most));
  }

  /**
   * #8: a page of what was paid and returned, the newest first.
   *
   * @param period {@code StatementPeriodCode}; see {@code Statement}
   * @param last date of the oldest row that is known, as the bank wrote it, or empty for the first
   *     page
   */
  public BankAnswer history(CashierSession session, int period, String last) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("EndDate", clock.instant().atZone(settings.headers().zone()).toLocalDate().toString());
    body.put("LastTransactionDate", last);
    body.put("StatementPeriodCode", period);
    return calls.post("history/operations", session, url("/v02/history/operations"), body);
  }

  /** #9. */
  public BankAnswer operation(CashierSession session, String id, int method) {
    return operation(session, id, method, null);
  }

  /** #9, for what is only nice to know: given up after two seconds. */
  public BankAnswer operationSoon(CashierSession session, String id, int method) {
    return operation(session, id, method, SOON);
  }

  private BankAnswer operation(CashierSession session, String id, int method, Duration limit) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Id", number(id));
    body.put("OperationMethod", method);
    return calls.post(
        "operations/details", session, url("/v01/kaspi-qr/operations/details"), body, limit);
  }

  /** #10. */
  public BankAnswer giveBack(CashierSession session, String id, Money amount) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ReturnAmount", number(amount));
    body.put("QrOperationId", number(id));
    body.put("DeviceInterface", POS);
    return calls.post("history-pos-return", session, url("/v01/kaspi-qr/history-pos-return"), body);
  }

  private String url(String path) {
    return settings.addresses().qrpayUrl() + path;
  }

  private String url(String path, String name, String value) {
    return HttpUrl.get(url(path)).newBuilder().addQueryParameter(name, value).build().toString();
  }

  private String wire(Phone phone) {
    return switch (settings.phoneForm()) {
      case SEVEN_ELEVEN -> phone.international();
      case TEN -> phone.national();
      case EIGHT_ELEVEN -> phone.canonical();
    };
  }

  private static Object number(Money amount) {
    BigDecimal value = amount.toDecimal();
    return amount.isWholeTenge() ? value.toBigIntegerExact() : value;
  }

  /** Ids come as text or number; those that are numbers go back as numbers. */
  private static Object number(String id) {
    return id.length() < 30 && id.chars().allMatch(c -> c >= '0' && c <= '9')
        ? new BigInteger(id)
        : id;
  }
}
