package duken.provider.cashier.session;

import duken.provider.cashier.wire.BankAnswer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
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
  private static final String TOLD = "cashier.identity.told";

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
   * @return empty where one is stored that cannot be read: it stays as it is, and none is made
   */
  public Optional<DeviceIdentity> of(long tenantId, String phone) {
    lock.lock();
    try {
      DeviceIdentity known = knownOrMade(tenantId, phone);
      if (vault.load(tenantId, TOLD).isPresent()) {
        vault.delete(tenantId, TOLD);
      }
      return Optional.of(known);
    } catch (Unreadable _) {
      vault.save(tenantId, TOLD, phone);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * A person disconnects the account: what a sign-in was stopped by is laid beside, under another
   * name and never over an older one, so that the next sign-in makes a new telephone.
   */
  public void setAside(long tenantId) {
    lock.lock();
    try {
      if (vault.load(tenantId, TOLD).isEmpty()) {
        return;
      }
      for (String name : List.of(FIRST, OTHERS)) {
        Optional<String> stored = vault.load(tenantId, name);
        if (stored.filter(text -> !isReadable(name, text)).isPresent()) {
          String aside = name + ".unreadable";
          while (vault.load(tenantId, aside).isPresent()) {
            aside += "+";
          }
          vault.save(tenantId, aside, stored.get());
          vault.delete(tenantId, name);
        }
      }
      vault.delete(tenantId, TOLD);
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
    } catch (Unreadable _) {
      // The telephone of this session is another one, then.
    } finally {
      lock.unlock();
    }
  }

  private DeviceIdentity knownOrMade(long tenantId, String phone) {
    Optional<DeviceIdentity> first = first(tenantId);
    if (first.isEmpty()) {
      return makeFirst(tenantId, phone);
    }
    // An unowned one was made before owners were written down, or never signed in.
    boolean its = vault.load(tenantId, OWNER).map(phone::equals).orElse(true);
    return its ? first.get() : other(tenantId, phone);
  }

  private Optional<DeviceIdentity> first(long tenantId) {
    return vault.load(tenantId, FIRST).map(Identities::one);
  }

  private DeviceIdentity makeFirst(long tenantId, String phone) {
    DeviceIdentity fresh = DeviceIdentity.fresh(random);
    save(tenantId, FIRST, fresh);
    vault.save(tenantId, OWNER, phone);
    return fresh;
  }

  private DeviceIdentity other(long tenantId, String phone) {
    TreeMap<String, DeviceIdentity> all =
        vault.load(tenantId, OTHERS).map(Identities::several).orElseGet(TreeMap::new);
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

  private static boolean isReadable(String name, String text) {
    try {
      return name.equals(FIRST) ? one(text) != null : several(text) != null;
    } catch (Unreadable _) {
      return false;
    }
  }

  private static DeviceIdentity one(String text) {
    return whole(read(text, new TypeReference<DeviceIdentity>() {}));
  }

  private static TreeMap<String, DeviceIdentity> several(String text) {
    TreeMap<String, DeviceIdentity> all = read(text, new TypeReference<>() {});
    all.values().forEach(Identities::whole);
    return all;
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      T value = BankAnswer.JSON.readValue(text, type);
      if (value == null) {
        throw new Unreadable();
      }
      return value;
    } catch (JacksonException _) {
      throw new Unreadable();
    }
  }

  /** One that misses a part signs nothing. */
  private static DeviceIdentity whole(DeviceIdentity it) {
    if (it == null
        || Stream.of(it.deviceId(), it.installId(), it.pinHash(), it.privateKey(), it.publicKey())
            .anyMatch(part -> part == null || part.isBlank())) {
      throw new Unreadable();
    }
    return it;
  }

  /** What is stored is no telephone. */
  private static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
