package duken.simulator.cashier;

import duken.simulator.cashier.entrance.Device;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.Outward;
import duken.simulator.cashier.request.AnswerEnvelope;
import duken.simulator.cashier.request.Forms;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.cashier.request.TokenGate;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Who the token belongs to, and a new token for an old one (sections 3.5 and 3.6). */
final class OrganisationCalls {

  private static final List<String> TEXTS =
      List.of(
          "Brand",
          "Board",
          "ScreenWidth",
          "ScreenHeight",
          "Model",
          "DeviceName",
          "Platform",
          "VersionName",
          "VersionCode");
  private static final List<String> DEVICE_FIELDS =
      List.of(
          "SdkVersion",
          "BuildRelease",
          "DeviceId",
          "Brand",
          "ApplicationId",
          "Board",
          "ScreenWidth",
          "ScreenHeight",
          "Platform",
          "Model",
          "Product",
          "DeviceName",
          "frontCameraAvailable",
          "VersionName",
          "VersionCode",
          "InstallId");

  private final Supplier<Behaviour> behaviour;
  private final TokenGate gate;
  private final BankSessions bankSessions;
  private final AnswerEnvelope envelope;

  OrganisationCalls(
      Supplier<Behaviour> behaviour,
      TokenGate gate,
      BankSessions bankSessions,
      AnswerEnvelope envelope) {
    this.behaviour = behaviour;
    this.gate = gate;
    this.bankSessions = bankSessions;
    this.envelope = envelope;
  }

  Reply context(Request request) {
    Session session = gate.organisation(request, true);
    checkBody(request, session.device());
    return envelope.success(contextOf(session));
  }

  /** A new serial, with a new server key or without. */
  Reply renew(Request request) {
    Session session = gate.organisation(request, false);
    checkBody(request, session.device());
    Behaviour.RefreshAnswer shape = behaviour.get().refresh();
    boolean withKey = shape != Behaviour.RefreshAnswer.WITHOUT_KEY;
    BankSessions.Given given = bankSessions.renew(session, withKey);
    String key = Base64.getEncoder().encodeToString(given.serverKey().getEncoded());
    Map<String, Object> data = new LinkedHashMap<>();
    if (shape != Behaviour.RefreshAnswer.WITHOUT_TOKEN) {
      boolean small = shape == Behaviour.RefreshAnswer.SMALL_NAMES;
      data.put(small ? "tokenSN" : "TokenSn", given.session().serial());
    }
    switch (shape) {
      case NEW_KEY, WITHOUT_TOKEN -> data.put("X509", key);
      case SMALL_NAMES -> data.put("x509", key);
      case BAD_KEY -> data.put("X509", key.substring(0, 48) + "AAAA" + key.substring(52));
      case WITHOUT_KEY -> {}
    }
    data.put("SessionId", given.session().serial().substring(4, 12));
    data.put("OrganizationContext", contextOf(session));
    return envelope.success(data);
  }

  private Map<String, Object> contextOf(Session session) {
    Outward out = envelope.outward();
    Map<String, Object> current = new LinkedHashMap<>();
    current.put("ProfileId", out.id(Long.parseLong(session.profile())));
    current.put("OrganizationName", "ИП «Дүкен» (симулятор)");
    current.put("OrganizationId", out.id(1_000_001));
    current.put("OrganizationIdn", "990101300123");
    current.put("OrganizationKbe", "19");
    current.put("EmpId", out.id(77));
    current.put("AccessLevelType", "Cashier");
    current.put("IsCashier", behaviour.get().cashier());
    current.put("PayerType", "IndividualEntrepreneur");
    current.put("CategoryName", "Продукты");
    current.put("PossiblePaymentMethods", List.of("Qr", "Remote"));
    current.put("ShowFakeCard", false);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("UserId", out.id(500_001));
    data.put("PhoneNumber", "7" + session.phone());
    data.put("Organizations", behaviour.get().shop() ? List.of(current) : List.of());
    data.put("Current", behaviour.get().shop() ? current : Map.of());
    return data;
  }

  private static void checkBody(Request request, Device device) {
    StrictFields body = StrictFields.of(request).exactly("OrganizationId", "DeviceInformation");
    if (body.whole("OrganizationId") != 0) {
      throw RefusedCall.breach("body", "OrganizationId is not 0");
    }
    StrictFields phone = body.object("DeviceInformation").exactly(DEVICE_FIELDS);
    TEXTS.forEach(phone::text);
    phone.text("SdkVersion", "AOTP service");
    phone.text("ApplicationId", "kz.kaspi.business");
    phone.text("Product", "Kaspi Pay");
    phone.text("BuildRelease", phone.text("Platform") + " " + phone.text("Board"));
    phone.text("VersionCode", Forms.one(request, "X-App-Bld"));
    phone.text("VersionName", Forms.one(request, "X-App-Ver"));
    phone.text("DeviceId", device.deviceId());
    phone.text("InstallId", device.installId());
    if (!phone.isTrue("frontCameraAvailable")) {
      throw RefusedCall.breach("body", "frontCameraAvailable is not true");
    }
  }
}
