package duken.provider.cashier.signin;

import duken.domain.Phone;
import duken.provider.BankSignIn;
import duken.provider.Connection;
import duken.provider.SignInOutcome;
import duken.provider.SignInOutcome.CodeSent;
import duken.provider.SignInOutcome.Stopped;
import duken.provider.SignInOutcome.Trouble;
import duken.provider.SignInOutcome.WrongCode;
import duken.provider.cashier.BlockedNumbers;
import duken.provider.cashier.CashierProvider;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.session.DeviceIdentity;
import duken.provider.cashier.session.Identities;
import duken.provider.cashier.session.SessionRegistry;
import duken.provider.cashier.session.SessionRenewal;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.signin.Entrance.Reply;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.BankClock;
import duken.provider.cashier.wire.QrPayApi;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Signs a shop's own cashier in, with the phone and the SMS code the human types (cashier sheet,
 * section 3). No step is ever repeated by itself, and whatever the bank asks beyond phone and code
 * stops here.
 */
public final class CashierSignIn implements BankSignIn {

  private final CashierSettings settings;
  private final Entrance entrance;
  private final SignInFinish finish;
  private final SessionRegistry sessionRegistry;
  private final Identities identities;
  private final BankClock bankClock;
  private final Clock clock;
  private final QrPayApi bank;
  private final SmsThrottle brake;
  private final BlockedNumbers blocked;
  private final SessionRenewal sessionRenewal;
  private final Map<Long, Waiting> processes = new ConcurrentHashMap<>();

  /** One step of a shop's sign-in at a time. */
  private final Map<Long, ReentrantLock> steps = new ConcurrentHashMap<>();

  private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();

  public CashierSignIn(
      CashierSettings settings,
      Entrance entrance,
      SignInFinish finish,
      SessionRegistry sessionRegistry,
      Identities identities,
      BankClock bankClock,
      Clock clock,
      QrPayApi bank,
      SmsThrottle brake,
      BlockedNumbers blocked,
      SessionRenewal sessionRenewal) {
    this.settings = settings;
    this.entrance = entrance;
    this.finish = finish;
    this.sessionRegistry = sessionRegistry;
    this.identities = identities;
    this.bankClock = bankClock;
    this.clock = clock;
    this.bank = bank;
    this.brake = brake;
    this.blocked = blocked;
    this.sessionRenewal = sessionRenewal;
  }

  /**
   * A sign-in that waits for its code; lives in memory only.
   *
   * @param unsure whether a code was sent and nobody knows what the bank said to it
   */
  private record Waiting(
      DeviceIdentity identity,
      String id,
      String userToken,
      Phone phone,
      Instant startedAt,
      boolean unsure) {

    Waiting after(Reply reply) {
      return new Waiting(identity, id, reply.userToken(), phone, startedAt, reply.lost());
    }
  }

  @Override
  public String provider() {
    return CashierProvider.NAME;
  }

  @Override
  public Account account(long tenantId) {
    Optional<CashierSession> session = sessionRegistry.of(tenantId);
    Optional<Trouble> trouble = sessionRegistry.trouble(tenantId);
    Connection connection =
        session.isEmpty()
            ? Connection.NOT_CONFIGURED
            : trouble.isPresent() ? Connection.SIGNED_OUT : Connection.CONNECTED;
    return new Account(
        connection,
        trouble.orElse(null),
        session.map(CashierSession::organization).orElse(null),
        session.map(CashierSession::phone).map(Phone::new).orElse(null),
        session.map(CashierSession::connectedAt).orElse(null),
        !unanswered.contains(tenantId),
        bankClock.skew(),
        new BankSignIn.Progress(
            session.map(it -> Boolean.FALSE.equals(it.cashier())).orElse(false),
            waiting(tenantId).isPresent(),
            brake.rest(tenantId)));
  }

  /**
   * Asks for an operation that nobody has: a living session hears that there is none (cashier
   * sheet, section 9).
   */
  @Override
  public Account probe(long tenantId) {
    sessionRegistry
        .of(tenantId)
        .ifPresent(
            session -> {
              BankAnswer answer = bank.billDetails(session, "1");
              switch (answer) {
                case BankAnswer.Success _, BankAnswer.NotFound() ->
                    sessionRegistry.risen(tenantId, session);
                case BankAnswer.SessionDead _ -> sessionRenewal.noted(tenantId, session, answer);
                case BankAnswer.MacRefused(),
                    BankAnswer.Refused _,
                    BankAnswer.Temporary _,
                    BankAnswer.NotSent _ -> {}
              }
              if (answer instanceof BankAnswer.Temporary || answer instanceof BankAnswer.NotSent) {
                unanswered.add(tenantId);
              } else {
                unanswered.remove(tenantId);
              }
            });
    return account(tenantId);
  }

  /** Has the bank send an SMS code. At most one a minute per number, however many ask at once. */
  @Override
  public SignInOutcome sendCode(long tenantId, Phone phone) {
    ReentrantLock step = steps.computeIfAbsent(tenantId, _ -> new ReentrantLock());
    step.lock();
    try {
      return codeSent(tenantId, phone);
    } finally {
      step.unlock();
    }
  }

  private SignInOutcome codeSent(long tenantId, Phone phone) {
    if (blocked.holds(tenantId, phone)) {
      return Stopped.of(Trouble.BLOCKED);
    }
    if (brake.holds(tenantId, phone)) {
      return Stopped.of(Trouble.TOO_SOON);
    }
    processes.remove(tenantId);
    Optional<DeviceIdentity> stored = identities.of(tenantId, phone.national());
    if (stored.isEmpty()) {
      return Stopped.of(Trouble.IDENTITY_UNREADABLE);
    }
    DeviceIdentity identity = stored.get();
    Reply begun = entrance.init(identity);
    Optional<Stopped> trouble = trouble(tenantId, phone, begun);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    Optional<String> processId = begun.view().processId();
    if (processId.isEmpty()) {
      return begun.view().unknownScreen();
    }
    brake.sent(tenantId, phone);
    Waiting process =
        new Waiting(identity, processId.get(), begun.userToken(), phone, clock.instant(), false);
    Reply sent =
        found(process, entrance.phone(identity, begun.userToken(), process.id(), phone.national()));
    trouble = trouble(tenantId, phone, sent);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    if (sent.view().asksForPhone()) {
      return Stopped.of(Trouble.UNREACHABLE);
    }
    if (!sent.view().asksForCode()) {
      return sent.view().unknownScreen();
    }
    processes.put(tenantId, process.after(sent));
    return new CodeSent(sent.view().words().orElse(null));
  }

  /** Goes on with the code the human typed, 4 to 6 digits. */
  @Override
  public SignInOutcome enterCode(long tenantId, String code) {
    ReentrantLock step = steps.computeIfAbsent(tenantId, _ -> new ReentrantLock());
    step.lock();
    try {
      return codeEntered(tenantId, code);
    } finally {
      step.unlock();
    }
  }

  private SignInOutcome codeEntered(long tenantId, String code) {
    Optional<Waiting> found = waiting(tenantId);
    if (found.isEmpty()) {
      return Stopped.of(Trouble.TIMED_OUT);
    }
    Waiting process = found.get();
    if (!code.matches("[0-9]{4,6}")) {
      return new WrongCode();
    }
    Reply last =
        process.unsure()
            ? entrance.last(process.identity(), process.userToken(), process.id())
            : null;
    boolean sends = last == null || (last.view() != null && last.view().asksForCode());
    String token = last == null ? process.userToken() : last.userToken();
    Reply answer = sends ? entrance.code(process.identity(), token, process.id(), code) : last;
    Reply reply = sends ? found(process, answer) : answer;
    if (reply.view() == null) {
      // The code may have been right: before another is sent, the bank is asked what it said.
      processes.put(tenantId, process.after(reply));
      return Stopped.of(Trouble.UNREACHABLE);
    }
    Optional<Stopped> trouble = trouble(tenantId, process.phone(), reply);
    boolean again = trouble.isPresent() && EntranceView.isWrongCode(trouble.get());
    if (again || (trouble.isEmpty() && reply.view().asksForCode())) {
      processes.put(tenantId, process.after(reply));
      // Whether the lost one was wrong or never arrived, only the bank knows: it asks for a code.
      return again || reply == answer
          ? new WrongCode()
          : new CodeSent(reply.view().words().orElse(null));
    }
    processes.remove(tenantId);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    return reply.view().isAccepted()
        ? finish.finish(tenantId, process.identity(), process.id(), process.phone())
        : reply.view().unknownScreen();
  }

  /** Forgets a sign-in that waits for its code. */
  @Override
  public void cancel(long tenantId) {
    processes.remove(tenantId);
  }

  /** Deletes token and secret here; the telephone stays (section 3.7). */
  @Override
  public void disconnect(long tenantId) {
    processes.remove(tenantId);
    sessionRegistry.delete(tenantId);
    identities.setAside(tenantId);
  }

  private Optional<Waiting> waiting(long tenantId) {
    Waiting process = processes.get(tenantId);
    boolean over =
        process != null
            && clock.instant().isAfter(process.startedAt().plus(settings.times().signInLife()));
    if (over) {
      processes.remove(tenantId, process);
    }
    return over ? Optional.empty() : Optional.ofNullable(process);
  }

  /** What the bank said to a step whose answer was lost; asked once, the step is not repeated. */
  private Reply found(Waiting process, Reply reply) {
    return reply.lost()
        ? entrance.last(process.identity(), reply.userToken(), process.id())
        : reply;
  }

  private Optional<Stopped> trouble(long tenantId, Phone phone, Reply reply) {
    Optional<Stopped> trouble =
        reply.view() == null ? Optional.of(Stopped.of(Trouble.UNREACHABLE)) : reply.view().error();
    if (trouble.filter(it -> it.trouble() == Trouble.BLOCKED).isPresent()) {
      blocked.add(tenantId, phone);
    }
    return trouble;
  }
}
