package duken.provider.cashier.session;

import duken.provider.SignInOutcome.Trouble;
import duken.provider.cashier.wire.BankAnswer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;

/** Each shop's cashier: its telephone for good, its session until the bank ends it. */
public final class SessionRegistry {

  public static final String SESSION = "cashier.session";

  private final SessionVault vault;
  private final Map<Long, Optional<CashierSession>> known = new ConcurrentHashMap<>();
  private final Map<Long, Trouble> dead = new ConcurrentHashMap<>();

  public SessionRegistry(SessionVault vault) {
    this.vault = vault;
  }

  /** The session, dead or alive; empty when nobody signed in. */
  public Optional<CashierSession> of(long tenantId) {
    return known.computeIfAbsent(
        tenantId, id -> vault.load(id, SESSION).flatMap(text -> read(text, CashierSession.class)));
  }

  /** The session, unless the bank ended it. */
  public Optional<CashierSession> alive(long tenantId) {
    return dead.containsKey(tenantId) ? Optional.empty() : of(tenantId);
  }

  /** Why the bank ended it, if it did. */
  public Optional<Trouble> trouble(long tenantId) {
    return Optional.ofNullable(dead.get(tenantId));
  }

  public void store(long tenantId, CashierSession session) {
    known.compute(tenantId, (id, _) -> saved(id, session));
    dead.remove(tenantId);
  }

  /** Stores a session in this very one's place; false when that is gone or a newer one there. */
  boolean replace(long tenantId, CashierSession old, CashierSession next) {
    Optional<CashierSession> now =
        known.computeIfPresent(
            tenantId,
            (id, there) -> there.filter(old::equals).isPresent() ? saved(id, next) : there);
    boolean done = now != null && now.filter(next::equals).isPresent();
    if (done) {
      dead.remove(tenantId);
    }
    return done;
  }

  /** The bank ended this very session; a newer one stays. */
  void buried(long tenantId, CashierSession session, Trouble trouble) {
    if (of(tenantId).filter(session::equals).isPresent()) {
      dead.put(tenantId, trouble);
    }
  }

  /** The bank takes this very session after all. */
  public void risen(long tenantId, CashierSession session) {
    if (of(tenantId).filter(session::equals).isPresent()) {
      dead.remove(tenantId);
    }
  }

  /** Sign-out: token and secret go, the telephone stays (cashier sheet, section 3.7). */
  public void delete(long tenantId) {
    known.compute(
        tenantId,
        (id, _) -> {
          vault.delete(id, SESSION);
          return Optional.empty();
        });
    dead.remove(tenantId);
  }

  private Optional<CashierSession> saved(long tenantId, CashierSession session) {
    vault.save(tenantId, SESSION, BankAnswer.JSON.writeValueAsString(session));
    return Optional.of(session);
  }

  private static <T> Optional<T> read(String text, Class<T> type) {
    try {
      return Optional.of(BankAnswer.JSON.readValue(text, type));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
