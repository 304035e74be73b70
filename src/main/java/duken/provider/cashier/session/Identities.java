package duken.provider.cashier.session;

import duken.provider.cashier.wire.BankAnswer;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The telephones of a shop's cashiers (cashier sheet, section 2): each made once and kept for ever,
 * because a bank that knows a device may not accept another one; two cashiers never share one.
 */
public final class Identities {

  private static final String FIRST = "cashier.identity";
  private static final String OWNER = "cashier.identity.owner";
  private static final String OTHERS = "cashier.identities";

  /** Guards the making of one. */
  private final ReentrantLock lock = new ReentrantLock();

  private final SessionVault vault;
  private final SecureRandom random;

  public Identities(SessionVault vault, SecureRandom random) {
    this.vault = vault;
    this.random = random;
  }

  /**
   * The telephone of a cashier, made at the first sign-in.
   *
   * @param phone the cashier's, ten digits
   */
  public DeviceIdentity of(long tenantId, String phone) {
    lock.lock();
    try {
      Optional<DeviceIdentity> first = first(tenantId);
      if (first.isEmpty()) {
        return makeFirst(tenantId, phone);
      }
      // An unowned one was made before owners were written down, or never signed in.
      boolean its = vault.load(tenantId, OWNER).map(phone::equals).orElse(true);
      return its ? first.get() : other(tenantId, phone);
    } finally {
      lock.unlock();
    }
  }

  /** A cashier signed in with a telephone, which is his from now on. */
  public void claimed(long tenantId, CashierSession session) {
    lock.lock();
    try {
      if (first(tenantId).filter(session.identity()::equals).isPresent()) {
        vault.save(tenantId, OWNER, session.phone());
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<DeviceIdentity> first(long tenantId) {
    return vault.load(tenantId, FIRST).flatMap(text -> read(text, new TypeReference<>() {}));
  }

  private DeviceIdentity makeFirst(long tenantId, String phone) {
    DeviceIdentity fresh = DeviceIdentity.fresh(random);
    save(tenantId, FIRST, fresh);
    vault.save(tenantId, OWNER, phone);
    return fresh;
  }

  private DeviceIdentity other(long tenantId, String phone) {
    TreeMap<String, DeviceIdentity> all =
        vault
            .load(tenantId, OTHERS)
            .flatMap(text -> read(text, new TypeReference<TreeMap<String, DeviceIdentity>>() {}))
            .orElseGet(TreeMap::new);
    DeviceIdentity known = all.get(phone);
    if (known != null) {
      return known;
    }
    DeviceIdentity fresh = DeviceIdentity.fresh(random);
    all.put(phone, fresh);
    save(tenantId, OTHERS, all);
    return fresh;
  }

  private void save(long tenantId, String name, Object value) {
    vault.save(tenantId, name, BankAnswer.JSON.writeValueAsString(value));
  }

  private static <T> Optional<T> read(String text, TypeReference<T> type) {
    try {
      return Optional.of(BankAnswer.JSON.readValue(text, type));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
