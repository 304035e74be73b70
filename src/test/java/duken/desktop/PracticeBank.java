package duken.desktop;

import duken.api.BankJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A shop's account at a bank that does as it is told: the code is 1234. */
public final class PracticeBank {

  static final String CODE = "1234";
  private static final Duration PAUSE = Duration.ofSeconds(60);

  /** What was asked of the bank, for tests that nothing is asked twice. */
  public final List<String> asked = new ArrayList<>();

  private final Clock clock;
  private final Deque<String[]> stops = new ArrayDeque<>();
  private int answersLost;
  private String provider = "cashier";
  private String connection = "not_configured";
  private String trouble;
  private boolean reachable = true;
  private long skew;
  private boolean accepted;
  private boolean awaited;
  private Instant smsAt = Instant.MIN;
  private Instant connectedAt;
  private BankJson.Place place = new BankJson.Place(null, null);

  PracticeBank(Clock clock) {
    this.clock = clock;
  }

  /** Signed in already. */
  public PracticeBank connected() {
    connection = "connected";
    trouble = null;
    accepted = true;
    connectedAt = clock.instant();
    return this;
  }

  /** The session is lost. */
  public PracticeBank signedOut(String why) {
    connection = "signed_out";
    trouble = why;
    return this;
  }

  /** Whether the last question was answered. */
  public PracticeBank reachable(boolean is) {
    reachable = is;
    return this;
  }

  /** This computer's clock is so far behind. */
  public PracticeBank skew(long seconds) {
    skew = seconds;
    return this;
  }

  /** The notice was accepted long ago. */
  public PracticeBank noticed() {
    accepted = true;
    return this;
  }

  /** This engine has no provider that wants a sign-in. */
  public PracticeBank roadless() {
    provider = null;
    return this;
  }

  /** The SMS was asked for by another window, or before a restart. */
  public PracticeBank awaiting() {
    accepted = true;
    awaited = true;
    smsAt = clock.instant();
    return this;
  }

  /** The engine forgot the sign-in that waited. */
  public PracticeBank lapsed() {
    awaited = false;
    return this;
  }

  /** The next step stops. */
  public PracticeBank stopNext(String why, String code, String text) {
    stops.add(new String[] {why, code, text});
    return this;
  }

  BankJson.Place place() {
    return place;
  }

  void place(BankJson.Place next) {
    place = next;
  }

  /** The next answer to a code is lost, and the bank asks for the code again. */
  public void loseAnswer() {
    answersLost++;
  }

  BankJson.Status status() {
    long wait =
        smsAt.equals(Instant.MIN)
            ? 0
            : Math.max(0, PAUSE.minus(Duration.between(smsAt, clock.instant())).toSeconds());
    return new BankJson.Status(
        provider,
        connection,
        trouble,
        new BankJson.Account(
            connectedAt == null ? null : "ТОО «Кофейня на Абая»",
            connectedAt == null ? null : "+7 *** *** 45 67",
            connectedAt == null ? null : connectedAt.toString()),
        new BankJson.Line(reachable, skew),
        new BankJson.SignInState(false, accepted, awaited, wait),
        new BankJson.Place(place.latitude(), place.longitude()));
  }

  BankJson.Step send(BankJson.SignIn signIn) {
    asked.add("sms " + signIn.phone());
    accepted |= signIn.acceptNotice();
    if (!stops.isEmpty()) {
      return stop();
    }
    awaited = true;
    smsAt = clock.instant();
    return new BankJson.Step(
        "code_sent", null, null, "Код отправлен на номер, который оканчивается на 45 67", status());
  }

  BankJson.Step enter(String code) {
    asked.add("code");
    if (!stops.isEmpty()) {
      awaited = "unreachable".equals(stops.getFirst()[0]);
      return stop();
    }
    if (answersLost > 0) {
      answersLost--;
      return new BankJson.Step("code_sent", null, null, null, status());
    }
    if (!code.equals(CODE)) {
      return new BankJson.Step("wrong_code", null, null, null, status());
    }
    awaited = false;
    connected();
    return new BankJson.Step("connected", null, null, null, status());
  }

  void cancel() {
    asked.add("cancel");
    awaited = false;
  }

  BankJson.Status disconnect() {
    asked.add("disconnect");
    connection = "not_configured";
    connectedAt = null;
    return status();
  }

  private BankJson.Step stop() {
    String[] why = stops.removeFirst();
    return new BankJson.Step("stopped", why[0], why[1], why[2], status());
  }
}
