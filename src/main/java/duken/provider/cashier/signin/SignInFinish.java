package duken.provider.cashier.signin;

import duken.domain.Phone;
import duken.provider.SignInOutcome;
import duken.provider.SignInOutcome.Connected;
import duken.provider.SignInOutcome.Stopped;
import duken.provider.SignInOutcome.Trouble;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.session.DeviceIdentity;
import duken.provider.cashier.session.Identities;
import duken.provider.cashier.session.OrganisationContext;
import duken.provider.cashier.session.SessionRegistry;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.settings.EcKeys;
import duken.provider.cashier.settings.SignatureProfile;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.BankClock;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.SignedCalls;
import duken.provider.cashier.wire.WireTime;
import duken.provider.http.HttpOutcome;
import duken.provider.http.HttpOutcome.Answered;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The signed end of a sign-in: key agreement and organisation context (cashier sheet, sections 3.4
 * and 3.5). Without a serial, a secret and a profile there is no session.
 */
public final class SignInFinish {

  private static final String FINISH = "/api/v1/kpentrance/finish";

  private final CashierSettings settings;
  private final SignedCalls calls;
  private final OrganisationContext organisation;
  private final SessionRegistry sessionRegistry;
  private final Identities identities;
  private final SecureRandom random;
  private final BankClock bankClock;
  private final Clock clock;

  public SignInFinish(
      CashierSettings settings,
      SignedCalls calls,
      OrganisationContext organisation,
      SessionRegistry sessionRegistry,
      Identities identities,
      SecureRandom random,
      BankClock bankClock,
      Clock clock) {
    this.settings = settings;
    this.calls = calls;
    this.organisation = organisation;
    this.sessionRegistry = sessionRegistry;
    this.identities = identities;
    this.random = random;
    this.bankClock = bankClock;
    this.clock = clock;
  }

  /**
   * Agrees on a secret, asks for the organisation and stores the session.
   *
   * @param processId of the entrance
   */
  SignInOutcome finish(long tenantId, DeviceIdentity identity, String processId, Phone phone) {
    KeyPair agreement = EcKeys.generate(random);
    String url = settings.addresses().entranceUrl() + FINISH;
    String data =
        FinishData.base64(
            FinishData.json(
                identity.installId(), WireTime.xTime(bankClock.now(), settings.headers().zone())));
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
    body.put("processId", processId);
    body.put("signed", signed);
    body.put("guard", guard);
    HttpOutcome outcome = calls.finish(identity, url, body);
    if (!(outcome instanceof Answered answered) || answered.status() != 200) {
      return Stopped.of(Trouble.UNREACHABLE);
    }
    JsonNode root;
    try {
      root = BankAnswer.JSON.readTree(answered.body());
    } catch (JacksonException _) {
      return Stopped.of(Trouble.CONTRACT_MISMATCH);
    }
    Optional<Stopped> error = new EntranceView(root).error();
    if (error.isPresent()) {
      return error.get();
    }
    JsonNode roles =
        root.path("roles").isMissingNode() ? root.path("data").path("roles") : root.path("roles");
    if (roles.isArray() && roles.isEmpty()) {
      return Stopped.of(Trouble.NO_CASHIER);
    }
    return agree(tenantId, identity, phone, agreement, root);
  }

  private SignInOutcome agree(
      long tenantId, DeviceIdentity identity, Phone phone, KeyPair agreement, JsonNode root) {
    JsonNode data = root.path("data");
    Optional<String> serial = CashierFields.text(data, "tokenSN");
    Optional<String> serverKey = CashierFields.text(data, "x509");
    if (!root.path("success").asBoolean(false) || serial.isEmpty() || serverKey.isEmpty()) {
      String scenario = CashierFields.text(data, "scenario").orElse(null);
      return new Stopped(Trouble.CONTRACT_MISMATCH, scenario, null);
    }
    byte[] secret;
    try {
      secret = EcKeys.agree(agreement.getPrivate(), EcKeys.readPublic(serverKey.get()));
    } catch (IllegalArgumentException _) {
      return Stopped.of(Trouble.CONTRACT_MISMATCH);
    }
    CashierSession fresh =
        new CashierSession(
            identity,
            serial.get(),
            HexFormat.of().formatHex(secret),
            Base64.getEncoder().encodeToString(agreement.getPrivate().getEncoded()),
            null,
            null,
            phone.national(),
            clock.instant(),
            null);
    return context(tenantId, fresh);
  }

  private SignInOutcome context(long tenantId, CashierSession fresh) {
    return switch (organisation.ask(fresh)) {
      case BankAnswer.Success(JsonNode data) -> {
        Optional<CashierSession> named = OrganisationContext.named(fresh, data);
        if (named.isEmpty()) {
          yield Stopped.of(Trouble.NO_SHOP);
        }
        sessionRegistry.store(tenantId, named.get());
        identities.claimed(tenantId, named.get());
        yield new Connected(named.get().organization());
      }
      case BankAnswer.SessionDead(Trouble trouble) ->
          Stopped.of(trouble == Trouble.OLD_VERSION ? trouble : Trouble.NOT_ALLOWED);
      case BankAnswer.Refused(int code, String message) ->
          new Stopped(Trouble.OTHER, Integer.toString(code), message);
      case BankAnswer.MacRefused(), BankAnswer.NotFound() -> Stopped.of(Trouble.CONTRACT_MISMATCH);
      case BankAnswer.Temporary _, BankAnswer.NotSent _ -> Stopped.of(Trouble.UNREACHABLE);
    };
  }
}
