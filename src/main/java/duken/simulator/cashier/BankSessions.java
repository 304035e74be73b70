package duken.simulator.cashier;

import duken.simulator.cashier.entrance.Device;
import duken.simulator.proof.Curve;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tokens. A number has one living token: a second sign-in of the same number kills the first one
 * (section 2).
 */
public final class BankSessions {

  private static final long FIRST_PROFILE = 4_242_000_000L;
  private static final int PROFILES = 900_000_000;

  private final Map<String, Session> bySerial = new HashMap<>();
  private final Map<String, String> living = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  /**
   * What a sign-in gives.
   *
   * @param serverKey the bank's half of the agreement
   */
  public record Given(Session session, ECPublicKey serverKey) {}

  /** Kills the living token of a number, as a sign-in on another phone does. */
  public synchronized boolean evict(String phone) {
    return living.remove(phone) != null;
  }

  public synchronized void evictAll() {
    living.clear();
  }

  /** The token of a number runs out; nobody else signed in. */
  public synchronized boolean end(String phone) {
    return living.containsKey(phone) && ended.add(living.get(phone));
  }

  /** Every token runs out. */
  public synchronized void endAll() {
    ended.addAll(living.values());
  }

  public synchronized List<String> signedIn() {
    return living.keySet().stream()
        .filter(phone -> !ended.contains(living.get(phone)))
        .sorted()
        .toList();
  }

  /** What no client may leave in the clear: serials, agreed secrets in hex, installs. */
  public synchronized List<String> secrets() {
    return bySerial.values().stream()
        .flatMap(
            session ->
                Stream.of(
                    session.serial(),
                    HexFormat.of().formatHex(session.secret()),
                    session.device().installId()))
        .toList();
  }

  /** The profile of a number; the same whenever the simulator runs. */
  public static String profile(String phone) {
    return Long.toString(FIRST_PROFILE + Math.floorMod(phone.hashCode() * 31L, PROFILES));
  }

  /** A new token for a number. */
  public synchronized Given give(Device device, String phone, ECPublicKey theirs, boolean cashier) {
    KeyPair ours = Curve.fresh();
    byte[] secret = Curve.agree(ours.getPrivate(), theirs);
    Session session = new Session(serial(), secret, device, phone, profile(phone), theirs, cashier);
    keep(session);
    return new Given(session, (ECPublicKey) ours.getPublic());
  }

  /** A new serial for a token, with a new agreement or with the old secret (section 3.6). */
  synchronized Given renew(Session old, boolean withKey) {
    KeyPair ours = Curve.fresh();
    byte[] secret = withKey ? Curve.agree(ours.getPrivate(), old.agreementKey()) : old.secret();
    Session session =
        new Session(
            serial(),
            secret,
            old.device(),
            old.phone(),
            old.profile(),
            old.agreementKey(),
            old.cashier());
    keep(session);
    return new Given(session, (ECPublicKey) ours.getPublic());
  }

  /** A token that was given once, alive or dead. */
  public synchronized Optional<Session> find(String serial) {
    return Optional.ofNullable(bySerial.get(serial));
  }

  public synchronized boolean isAlive(Session session) {
    return isNewest(session) && !ended.contains(session.serial());
  }

  /** Alive, or only run out: such a token may be exchanged for another (section 3.6). */
  public synchronized boolean isNewest(Session session) {
    return session.cashier() && session.serial().equals(living.get(session.phone()));
  }

  private void keep(Session session) {
    bySerial.put(session.serial(), session);
    living.put(session.phone(), session.serial());
  }

  /** Longer than the 32 bytes the one-time code uses, on purpose. */
  private static String serial() {
    return "TSN-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }
}
