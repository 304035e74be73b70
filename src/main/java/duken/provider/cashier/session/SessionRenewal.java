package duken.provider.cashier.session;

import duken.provider.SignInOutcome.Trouble;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.settings.EcKeys;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.SignedCalls;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What the death of a session leads to: a sign-in by a human, or, where the settings allow it, one
 * try to bind it to this device again without an SMS (cashier sheet, section 3.6). One try per
 * session and hour: two programs must not take the account from each other for ever.
 */
public final class SessionRenewal {

  private final CashierSettings settings;
  private final SignedCalls calls;
  private final OrganisationContext organisation;
  private final SessionRegistry sessionRegistry;
  private final RenewalThrottle brake;
  private final Map<Long, ReentrantLock> turns = new ConcurrentHashMap<>();

  public SessionRenewal(
      CashierSettings settings,
      SignedCalls calls,
      OrganisationContext organisation,
      SessionRegistry sessionRegistry,
      RenewalThrottle brake) {
    this.settings = settings;
    this.calls = calls;
    this.organisation = organisation;
    this.sessionRegistry = sessionRegistry;
    this.brake = brake;
  }

  /**
   * Takes note of what an answer says about the session that asked.
   *
   * @return a session in its place, stored and alive, with which the refused call may be made again
   */
  public Optional<CashierSession> noted(long tenantId, CashierSession session, BankAnswer answer) {
    if (!(answer instanceof BankAnswer.SessionDead(Trouble trouble))) {
      return Optional.empty();
    }
    if (!settings.refresh() || trouble == Trouble.OLD_VERSION) {
      sessionRegistry.buried(tenantId, session, trouble);
      return Optional.empty();
    }
    ReentrantLock lock = turns.computeIfAbsent(tenantId, _ -> new ReentrantLock());
    lock.lock();
    try {
      if (sessionRegistry.alive(tenantId).filter(session::equals).isPresent()) {
        if (!renewed(tenantId, session)) {
          sessionRegistry.buried(tenantId, session, trouble);
        }
      }
      return sessionRegistry.alive(tenantId);
    } finally {
      lock.unlock();
    }
  }

  /** A call that a dead session was refused is made again once, if there is a living one now. */
  public BankAnswer asked(
      long tenantId, CashierSession session, Function<CashierSession, BankAnswer> call) {
    BankAnswer answer = call.apply(session);
    Optional<CashierSession> living = noted(tenantId, session, answer);
    if (living.isEmpty()) {
      return answer;
    }
    BankAnswer second = call.apply(living.get());
    noted(tenantId, living.get(), second);
    return second;
  }

  /**
   * Whether the session was replaced; what came of the new one shows in {@link SessionRegistry}.
   */
  private boolean renewed(long tenantId, CashierSession old) {
    if (!brake.lets(tenantId, old)) {
      return false;
    }
    BankAnswer answer =
        calls.mtokenOnce(
            "sign-in-lite",
            old.of(null, null, null),
            settings.addresses().mtokenUrl() + settings.addresses().refreshPath(),
            organisation.body(old.identity()));
    Optional<CashierSession> fresh =
        answer instanceof BankAnswer.Success(JsonNode data) ? fresh(old, data) : Optional.empty();
    // The bank knows the old serial no more: the new one is stored before it is used.
    if (fresh.isEmpty() || !sessionRegistry.replace(tenantId, old, fresh.get())) {
      return false;
    }
    Optional<CashierSession> named =
        organisation.ask(fresh.get()) instanceof BankAnswer.Success(JsonNode data)
            ? OrganisationContext.named(fresh.get(), data)
            : Optional.empty();
    // Money must not begin to go to another organisation without a human.
    boolean same = named.filter(it -> it.profileId().equals(old.profileId())).isPresent();
    if (!same || !sessionRegistry.replace(tenantId, fresh.get(), named.get())) {
      sessionRegistry.buried(tenantId, fresh.get(), Trouble.OTHER_DEVICE);
    }
    return true;
  }

  /** The session of a reply; empty without a serial or with a key that is no point of P-256. */
  private static Optional<CashierSession> fresh(CashierSession old, JsonNode data) {
    Optional<String> serial = CashierFields.firstText(data, "TokenSn", "tokenSN");
    Optional<String> serverKey = CashierFields.firstText(data, "X509", "x509");
    try {
      String secret = serverKey.map(key -> secret(old, key)).orElse(old.secret());
      return serial.map(number -> old.renewed(number, secret));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String secret(CashierSession old, String serverKey) {
    PrivateKey own = EcKeys.readPrivate(Base64.getDecoder().decode(old.agreementKey()));
    return HexFormat.of().formatHex(EcKeys.agree(own, EcKeys.readPublic(serverKey)));
  }
}
