package duken.provider.cashier.session;

import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.settings.CashierSettings.Device;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.SignedCalls;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whose account a token opens (cashier sheet, section 3.5), and what the telephone says of itself
 * on mtoken.
 */
public final class OrganisationContext {

  private static final String PATH = "/v08/organizations/org-context-otp";

  private final CashierSettings settings;
  private final SignedCalls calls;

  public OrganisationContext(CashierSettings settings, SignedCalls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /** Asks the bank; once more when the answer cannot be read, because that was seen. */
  public BankAnswer ask(CashierSession session) {
    String url = settings.addresses().mtokenUrl() + PATH;
    Map<String, Object> body = body(session.identity());
    BankAnswer answer = calls.mtoken("org-context", session, url, body);
    return answer instanceof BankAnswer.Temporary(String code) && code.equals("unreadable_answer")
        ? calls.mtoken("org-context", session, url, body)
        : answer;
  }

  /** The session with the organisation of this answer; empty when it names no profile. */
  public static Optional<CashierSession> named(CashierSession session, JsonNode data) {
    JsonNode current = data.path("Current");
    return CashierFields.text(current, "ProfileId")
        .map(
            id ->
                session.of(
                    id,
                    CashierFields.text(current, "OrganizationName").orElse(null),
                    isCashier(current.path("IsCashier"))));
  }

  /** Whether the role is a cashier's; null when the bank does not say. */
  private static Boolean isCashier(JsonNode said) {
    return switch (said.asString("").toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  /** The body of both mtoken calls. */
  Map<String, Object> body(DeviceIdentity identity) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("OrganizationId", 0);
    body.put("DeviceInformation", deviceInformation(identity));
    return body;
  }

  private Map<String, Object> deviceInformation(DeviceIdentity identity) {
    Device device = settings.device();
    Map<String, Object> information = new LinkedHashMap<>();
    information.put("SdkVersion", "AOTP service");
    information.put("DeviceId", identity.deviceId());
    information.put("ApplicationId", "kz.kaspi.business");
    information.put("ScreenWidth", device.screen().screenWidth());
    information.put("ScreenHeight", device.screen().screenHeight());
    information.put("Model", device.model());
    information.put("DeviceName", device.name());
    information.put("VersionName", device.app().appVersion());
    information.put("InstallId", identity.installId());
    information.put("BuildRelease", device.platform() + " " + device.platformVersion());
    information.put("Brand", device.brand());
    information.put("Board", device.platformVersion());
    information.put("Platform", device.platform());
    information.put("Product", "Kaspi Pay");
    information.put("frontCameraAvailable", true);
    information.put("VersionCode", device.app().appBuild());
    return information;
  }
}
