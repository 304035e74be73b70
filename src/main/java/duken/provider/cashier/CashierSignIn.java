package duken.provider.cashier;

import duken.domain.Phone;
import duken.provider.cashier.CashierSettings.Device;
import duken.provider.cashier.Entrance.Reply;
import duken.provider.cashier.SignInOutcome.CodeSent;
import duken.provider.cashier.SignInOutcome.Connected;
import duken.provider.cashier.SignInOutcome.Stopped;
import duken.provider.cashier.SignInOutcome.Trouble;
import duken.provider.cashier.SignInOutcome.WrongCode;
import duken.provider.http.HttpOutcome;
import duken.provider.http.HttpOutcome.Answered;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Signs a shop's own cashier in, with the phone and the SMS code the human types (cashier sheet,
 * section 3). No step is ever repeated by itself, and whatever the bank asks beyond phone and code
 * stops here.
 */
public final class CashierSignIn {

  private static final String FINISH = "/api/v1/kpentrance/finish";
  private static final String CONTEXT = "/v08/organizations/org-context-otp";

  private final CashierSettings settings;
  private final Entrance entrance;
  private final SignedCalls calls;
  private final Sessions sessions;
  private final SecureRandom random;
  private final BankClock bankClock;
  private final Clock clock;
  private final Map<Long, Waiting> processes = new ConcurrentHashMap<>();
  private final Map<Phone, Instant> lastSms = new ConcurrentHashMap<>();

  CashierSignIn(
      CashierSettings settings,
      Entrance entrance,
      SignedCalls calls,
      Sessions sessions,
      SecureRandom random,
      BankClock bankClock,
      Clock clock) {
    this.settings = settings;
    this.entrance = entrance;
    this.calls = calls;
    this.sessions = sessions;
    this.random = random;
    this.bankClock = bankClock;
    this.clock = clock;
  }

  /** A sign-in that waits for its code; lives in memory only. */
  private record Waiting(
      DeviceIdentity identity, String id, String userToken, Phone phone, Instant startedAt) {}

  /** Has the bank send an SMS code. At most one a minute per number. */
  public SignInOutcome sendCode(long tenantId, Phone phone) {
    Instant now = clock.instant();
    Instant last = lastSms.get(phone);
    if (last != null && now.isBefore(last.plus(settings.smsPause()))) {
      return stopped(Trouble.TOO_SOON);
    }
    processes.remove(tenantId);
    DeviceIdentity identity = sessions.identity(tenantId);
    Reply begun = entrance.init(identity);
    Optional<Stopped> trouble = trouble(begun);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    Optional<String> processId = begun.view().processId();
    if (processId.isEmpty()) {
      return begun.view().unknownScreen();
    }
    lastSms.put(phone, now);
    Reply sent = entrance.phone(identity, begun.userToken(), processId.get(), phone.national());
    trouble = trouble(sent);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    if (!sent.view().asksForCode()) {
      return sent.view().unknownScreen();
    }
    processes.put(tenantId, new Waiting(identity, processId.get(), sent.userToken(), phone, now));
    return new CodeSent(sent.view().words().orElse(null));
  }

  /** Goes on with the code the human typed, 4 to 6 digits. */
  public SignInOutcome enterCode(long tenantId, String code) {
    Waiting process = processes.get(tenantId);
    if (process == null
        || clock.instant().isAfter(process.startedAt().plus(settings.signInLife()))) {
      processes.remove(tenantId);
      return stopped(Trouble.TIMED_OUT);
    }
    if (!code.matches("[0-9]{4,6}")) {
      return new WrongCode();
    }
    Reply reply = entrance.code(process.identity(), process.userToken(), process.id(), code);
    Optional<Stopped> trouble = trouble(reply);
    boolean again = trouble.isPresent() && EntranceView.isWrongCode(trouble.get());
    if (again || (trouble.isEmpty() && reply.view().asksForCode())) {
      processes.put(
          tenantId,
          new Waiting(
              process.identity(),
              process.id(),
              reply.userToken(),
              process.phone(),
              process.startedAt()));
      return new WrongCode();
    }
    processes.remove(tenantId);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    return reply.view().isAccepted() ? finish(tenantId, process) : reply.view().unknownScreen();
  }

  /** Forgets a sign-in that waits for its code. */
  public void cancel(long tenantId) {
    processes.remove(tenantId);
  }

  /** Deletes token and secret here; the telephone stays (section 3.7). */
  public void disconnect(long tenantId) {
    processes.remove(tenantId);
    sessions.delete(tenantId);
  }

  private SignInOutcome finish(long tenantId, Waiting process) {
    DeviceIdentity identity = process.identity();
    KeyPair agreement = EcKeys.generate(random);
    String url = settings.entranceUrl() + FINISH;
    String data =
        FinishData.base64(
            FinishData.json(
                identity.installId(), WireTime.xTime(bankClock.now(), settings.zone())));
    Map<String, Object> signed = new LinkedHashMap<>();
    signed.put("data", data);
    signed.put(
        "sign",
        SignatureProfile.signPlain(
            data, EcKeys.readPrivate(Base64.getDecoder().decode(identity.privateKey()))));
    Map<String, Object> guard = new LinkedHashMap<>();
    guard.put("pinHash", identity.pinHash());
    guard.put("x509", Base64.getEncoder().encodeToString(agreement.getPublic().getEncoded()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("processId", process.id());
    body.put("signed", signed);
    body.put("guard", guard);
    HttpOutcome outcome = calls.finish(identity, url, body);
    if (!(outcome instanceof Answered answered) || answered.status() != 200) {
      return stopped(Trouble.UNREACHABLE);
    }
    JsonNode root;
    try {
      root = BankAnswer.JSON.readTree(answered.body());
    } catch (JacksonException _) {
      return stopped(Trouble.CONTRACT_MISMATCH);
    }
    Optional<Stopped> error = new EntranceView(root).error();
    if (error.isPresent()) {
      return error.get();
    }
    JsonNode roles =
        root.path("roles").isMissingNode() ? root.path("data").path("roles") : root.path("roles");
    if (roles.isArray() && roles.isEmpty()) {
      return stopped(Trouble.NO_CASHIER);
    }
    return agree(tenantId, identity, agreement, root.path("data"), root.path("success"));
  }

  private SignInOutcome agree(
      long tenantId, DeviceIdentity identity, KeyPair agreement, JsonNode data, JsonNode success) {
    Optional<String> serial = BankFields.text(data, "tokenSN");
    Optional<String> serverKey = BankFields.text(data, "x509");
    if (!success.asBoolean(false) || serial.isEmpty() || serverKey.isEmpty()) {
      return stopped(Trouble.CONTRACT_MISMATCH);
    }
    byte[] secret;
    try {
      secret = EcKeys.agree(agreement.getPrivate(), EcKeys.readPublic(serverKey.get()));
    } catch (IllegalArgumentException _) {
      return stopped(Trouble.CONTRACT_MISMATCH);
    }
    CashierSession fresh =
        new CashierSession(
            identity,
            serial.get(),
            HexFormat.of().formatHex(secret),
            Base64.getEncoder().encodeToString(agreement.getPrivate().getEncoded()),
            null,
            null);
    return context(tenantId, fresh);
  }

  private SignInOutcome context(long tenantId, CashierSession fresh) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("OrganizationId", 0);
    body.put("DeviceInformation", deviceInformation(fresh.identity()));
    BankAnswer answer = null;
    for (int attempt = 0; attempt < 2; attempt++) {
      answer = calls.mtoken("org-context", fresh, settings.mtokenUrl() + CONTEXT, body);
      if (!(answer instanceof BankAnswer.Temporary(String code))
          || !code.equals("unreadable_answer")) {
        break;
      }
    }
    return switch (answer) {
      case BankAnswer.Success(JsonNode data) -> {
        JsonNode current = data.path("Current");
        Optional<String> profile = BankFields.text(current, "ProfileId");
        if (profile.isEmpty()) {
          yield stopped(Trouble.NO_CASHIER);
        }
        String organization = BankFields.text(current, "OrganizationName").orElse(null);
        sessions.store(
            tenantId,
            new CashierSession(
                fresh.identity(),
                fresh.tokenSerial(),
                fresh.secret(),
                fresh.agreementKey(),
                profile.get(),
                organization));
        yield new Connected(organization);
      }
      case BankAnswer.SessionDead() -> stopped(Trouble.NO_CASHIER);
      case BankAnswer.Refused(int code, String message) ->
          new Stopped(Trouble.OTHER, Integer.toString(code), message);
      case BankAnswer.MacRefused(), BankAnswer.NotFound() -> stopped(Trouble.CONTRACT_MISMATCH);
      case BankAnswer.Temporary _, BankAnswer.NotSent _ -> stopped(Trouble.UNREACHABLE);
    };
  }

  private Map<String, Object> deviceInformation(DeviceIdentity identity) {
    Device device = settings.device();
    Map<String, Object> information = new LinkedHashMap<>();
    information.put("SdkVersion", "AOTP service");
    information.put("DeviceId", identity.deviceId());
    information.put("ApplicationId", "kz.kaspi.business");
    information.put("ScreenWidth", device.screenWidth());
    information.put("ScreenHeight", device.screenHeight());
    information.put("Model", device.model());
    information.put("DeviceName", device.name());
    information.put("VersionName", device.appVersion());
    information.put("InstallId", identity.installId());
    information.put("BuildRelease", device.platform() + " " + device.platformVersion());
    information.put("Brand", device.brand());
    information.put("Board", device.platformVersion());
    information.put("Platform", device.platform());
    information.put("Product", "Kaspi Pay");
    information.put("frontCameraAvailable", true);
    information.put("VersionCode", device.appBuild());
    return information;
  }

  private static Optional<Stopped> trouble(Reply reply) {
    return reply.view() == null ? Optional.of(stopped(Trouble.UNREACHABLE)) : reply.view().error();
  }

  private static Stopped stopped(Trouble trouble) {
    return new Stopped(trouble, null, null);
  }
}
