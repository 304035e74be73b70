package duken.provider.cashier.signin;

import duken.provider.cashier.session.DeviceIdentity;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.settings.CashierSettings.Device;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.http.BankHttp;
import duken.provider.http.HttpOutcome;
import duken.provider.http.HttpOutcome.Answered;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The three unsigned steps of the sign-in (cashier sheet, sections 3.1 and 3.2). Never retried: an
 * answer that was lost is read once more, which repeats no step.
 */
public final class Entrance {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final String STEP = "/api/v1/entrance/step";
  private static final String LAST_RESPONSE = "/api/v1/entrance/lastresponse";

  private final CashierSettings settings;
  private final BankHttp http;

  public Entrance(CashierSettings settings, BankHttp http) {
    this.settings = settings;
    this.http = http;
  }

  /**
   * What a step brought.
   *
   * @param view null when the bank was not reached or not understood
   * @param userToken the latest one, or null
   * @param lost whether the step left and nobody knows what the bank answered
   */
  record Reply(EntranceView view, String userToken, boolean lost) {}

  Reply init(DeviceIdentity identity) {
    Map<String, String> query = initQuery(identity);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", Map.of());
    body.put("Data", query);
    body.put("actType", "Success");
    HttpUrl.Builder page =
        HttpUrl.get(settings.addresses().entranceUrl())
            .newBuilder()
            .addPathSegments("process/entrance/");
    query.forEach(page::addQueryParameter);
    return step("entrance/init", identity, null, page.build().toString(), body);
  }

  Reply phone(DeviceIdentity identity, String userToken, String processId, String tenDigits) {
    return form(
        "entrance/phone",
        identity,
        userToken,
        processId,
        "EnterPhoneNumber",
        Map.of("phoneNumber", tenDigits));
  }

  Reply code(DeviceIdentity identity, String userToken, String processId, String code) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("userOtp", code);
    data.put("inputType", "auto");
    return form("entrance/code", identity, userToken, processId, "ViewEnterOtp", data);
  }

  /**
   * The answer to the last step of this sign-in, which the bank gives again without doing anything.
   * Whose it is the bank knows by the cookie and the page.
   */
  Reply last(DeviceIdentity identity, String userToken, String processId) {
    Request.Builder request =
        request(LAST_RESPONSE, identity, userToken, numberPage(processId)).get();
    Reply reply = answered(http.call("entrance/last", request.build()), userToken);
    boolean others =
        reply.view() != null && !processId.equals(reply.view().processId().orElse(processId));
    return others ? new Reply(null, userToken, true) : reply;
  }

  private Reply form(
      String name,
      DeviceIdentity identity,
      String userToken,
      String processId,
      String screen,
      Map<String, Object> data) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("pId", processId);
    meta.put("sn", screen);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("meta", meta);
    body.put("data", data);
    body.put("actType", "Success");
    return step(name, identity, userToken, numberPage(processId), body);
  }

  private String numberPage(String processId) {
    return HttpUrl.get(settings.addresses().entranceUrl())
        .newBuilder()
        .addPathSegments("process/universal-enter-phone-number")
        .addQueryParameter("pId", processId)
        .addQueryParameter("firstPage", "KPUniversalEnterPhoneNumber")
        .build()
        .toString();
  }

  private Reply step(
      String name, DeviceIdentity identity, String userToken, String page, Object body) {
    byte[] bytes = BankAnswer.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    Request.Builder request =
        request(STEP, identity, userToken, page).post(RequestBody.create(bytes, JSON));
    return answered(http.call(name, request.build()), userToken);
  }

  private Request.Builder request(
      String path, DeviceIdentity identity, String userToken, String page) {
    return new Request.Builder()
        .url(settings.addresses().entranceUrl() + path)
        .header("Accept", "application/json, text/plain, */*")
        .header("Accept-Language", "ru")
        .header("Origin", settings.addresses().entranceUrl())
        .header("Sec-Fetch-Site", "same-origin")
        .header("Sec-Fetch-Mode", "cors")
        .header("Sec-Fetch-Dest", "empty")
        .header("User-Agent", settings.device().browserAgent())
        .header("Referer", page)
        .header("Cookie", EntranceCookie.of(settings, identity, userToken));
  }

  private static Reply answered(HttpOutcome outcome, String userToken) {
    if (!(outcome instanceof Answered answered)) {
      return new Reply(null, userToken, outcome instanceof HttpOutcome.Lost);
    }
    String latest = EntranceCookie.userToken(answered.all("set-cookie")).orElse(userToken);
    try {
      JsonNode root = BankAnswer.JSON.readTree(answered.body());
      boolean read = root != null && root.isObject();
      return new Reply(read ? new EntranceView(root) : null, latest, !read);
    } catch (JacksonException _) {
      return new Reply(null, latest, true);
    }
  }

  private Map<String, String> initQuery(DeviceIdentity identity) {
    Device device = settings.device();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("auth", "2");
    query.put("appBuild", device.app().appBuild());
    query.put("appVersion", device.app().appVersion());
    query.put("platformVersion", device.platformVersion());
    query.put("platformType", device.platform().toUpperCase(java.util.Locale.ROOT));
    query.put("deviceBrand", device.brand());
    query.put("deviceModel", device.model());
    query.put("deviceId", identity.deviceId());
    query.put("installId", identity.installId());
    query.put("frontCameraAvailable", "true");
    query.put("sf", "registration");
    query.put("pc", "KPEntrance");
    query.put("noPass", "0");
    return query;
  }
}
