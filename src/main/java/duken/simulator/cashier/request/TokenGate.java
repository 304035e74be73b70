package duken.simulator.cashier.request;

import duken.simulator.cashier.BankSessions;
import duken.simulator.cashier.Session;
import duken.simulator.cashier.entrance.Device;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.ledger.BankTime;
import duken.simulator.proof.ProtocolDigests;
import duken.simulator.proof.TokenCode;
import duken.simulator.wire.Request;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lets only calls through that carry a living token and every proof (sections 3.5, 4, 12). */
public final class TokenGate {

  private static final Pattern XS = Pattern.compile("R:\\d\\|E:\\d\\|RH:\\d\\|N:\\d(\\|GS:\\d)?");
  private static final Pattern BUILD = Pattern.compile("\\d{1,9}");
  private static final Pattern IP = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern AGENT =
      Pattern.compile("Kaspi%20Pay/\\d+ CFNetwork/[\\d.]+ Darwin/[\\d.]+");
  private static final List<String> NEEDED =
      Stream.concat(SignedList.ALWAYS.stream(), SignedList.WITH_TOKEN.stream()).toList();

  private final Supplier<Behaviour> behaviour;
  private final BankSessions bankSessions;
  private final Freshness freshness;
  private final BankTime time;

  public TokenGate(
      Supplier<Behaviour> behaviour,
      BankSessions bankSessions,
      Freshness freshness,
      BankTime time) {
    this.behaviour = behaviour;
    this.bankSessions = bankSessions;
    this.freshness = freshness;
    this.time = time;
  }

  /**
   * A call about an organisation.
   *
   * @param profileKnown false when {@code X-PI} must not be there at all, and a token that ran out
   *     will do (section 3.6)
   */
  public Session organisation(Request request, boolean profileKnown) {
    Session session =
        proven(request, profileKnown ? bankSessions::isAlive : bankSessions::isNewest);
    checkAddressAndTag(request, session.device());
    Forms.matches(request, "X-S", XS);
    Forms.matches(request, "X-Kb-Client-Ip", IP);
    Forms.absent(request, "X-Device-ID");
    if (!profileKnown) {
      Forms.absent(request, "X-PI");
    } else if (!request.all("X-PI").isEmpty()) {
      Forms.exactly(request, "X-PI", session.profile());
    }
    return session;
  }

  /**
   * A call about money.
   *
   * @param deadToo whether a dead token will do, as it does for the history (section 9)
   */
  public Session payment(Request request, boolean deadToo) {
    Session session = proven(request, deadToo ? _ -> true : bankSessions::isAlive);
    Forms.absent(request, "X-SU");
    Forms.absent(request, "X-PkTag");
    Forms.exactly(request, "X-PI", session.profile());
    Forms.exactly(request, "X-Device-ID", session.device().deviceId());
    Forms.exactly(request, "X-Platform-Type", session.device().platform());
    Forms.one(request, "X-Platform-Ver");
    return session;
  }

  /** {@code X-SU} and {@code X-PkTag}, exact, on the three calls that have them. */
  public static void checkAddressAndTag(Request request, Device device) {
    if (!Forms.one(request, "X-SU").equals(ProtocolDigests.ofAddress(request.url()))) {
      throw RefusedCall.unproven("X-SU", "is not the digest of the address");
    }
    if (!Forms.one(request, "X-PkTag").equals(device.pkTag())) {
      throw RefusedCall.unproven("X-PkTag", "is not that of the phone that signed in");
    }
  }

  /** What every signed call says about itself. */
  public static void checkNative(Request request) {
    Forms.exactly(request, "X-Call", "notConnected");
    Forms.exactly(request, "X-SV", "2");
    Forms.exactly(request, "Accept", "*/*");
    Forms.exactly(request, "Accept-Language", "ru");
    Forms.one(request, "Accept-Encoding");
    Forms.one(request, "X-Locale");
    Forms.matches(request, "User-Agent", AGENT);
    Forms.absent(request, "Cookie");
  }

  private Session proven(Request request, Predicate<Session> granted) {
    String serial = Forms.one(request, "X-Kb-TokenSn");
    Session session =
        bankSessions.find(serial).orElseThrow(() -> RefusedCall.dead("was never given"));
    SignedList.check(request, session.device().key(), NEEDED, behaviour.get().profiles());
    checkMac(request, session);
    freshness.check("X-Time", Freshness.saidTime(request));
    freshness.checkRequestId(request);
    Forms.exactly(request, "X-Install-ID", session.device().installId());
    Forms.one(request, "X-App-Ver");
    checkNative(request);
    Forms.matches(request, "X-App-Bld", BUILD);
    int build = Integer.parseInt(Forms.one(request, "X-App-Bld"));
    if (build < behaviour.get().buildFloor(time.wall())) {
      throw RefusedCall.oldVersion(build);
    }
    if (!granted.test(session)) {
      if (bankSessions.isNewest(session)) {
        throw RefusedCall.ended();
      }
      throw RefusedCall.dead(
          session.cashier() ? "a later one took its place" : "the number has no role");
    }
    return session;
  }

  private void checkMac(Request request, Session session) {
    String code = Forms.one(request, "X-Kb-TokenSnMac");
    long now = TokenCode.step(time.wall());
    boolean fits =
        Stream.of(now - 1, now, now + 1)
            .anyMatch(
                step -> TokenCode.code(session.serial(), session.secret(), step).equals(code));
    if (!fits) {
      throw RefusedCall.mac("fits no step from -1 to +1");
    }
    Instant said = Freshness.saidTime(request);
    String ofSaid = TokenCode.code(session.serial(), session.secret(), TokenCode.step(said));
    if (Math.abs(TokenCode.step(said) - now) <= 1 && !ofSaid.equals(code)) {
      throw RefusedCall.mac("is of another instant than X-Time");
    }
  }
}
