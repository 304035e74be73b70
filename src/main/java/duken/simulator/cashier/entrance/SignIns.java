package duken.simulator.cashier.entrance;

import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.ledger.BankTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins on their way, and the last SMS. */
public final class SignIns {

  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Map<String, SignIn> running = new HashMap<>();
  private final BankTime time;
  private final SecureRandom random = new SecureRandom();

  private String lastCode = "";

  public SignIns(BankTime time) {
    this.time = time;
  }

  /** The code of the last SMS; empty before the first. */
  public synchronized Optional<String> lastCode() {
    return Optional.of(lastCode).filter(code -> !code.isEmpty());
  }

  synchronized SignIn begin(Device device) {
    running.values().removeIf(this::isOver);
    SignIn begun = new SignIn(UUID.randomUUID().toString(), device, time.wall());
    running.put(begun.id(), begun);
    return begun;
  }

  synchronized SignIn find(String id) {
    SignIn found = running.get(id);
    if (found == null || isOver(found)) {
      running.remove(id);
      throw RefusedCall.entrance(
          "ContextNotFound", "process", "unknown, finished or timed out", "Начните вход заново");
    }
    return found;
  }

  synchronized void end(SignIn one) {
    running.remove(one.id());
  }

  /**
   * Sends an SMS.
   *
   * @param fixed the code, or empty for a new one
   */
  synchronized void send(SignIn to, String phone, String fixed) {
    lastCode = fixed.isEmpty() ? "%04d".formatted(random.nextInt(10_000)) : fixed;
    to.sent(phone, lastCode);
  }

  private boolean isOver(SignIn one) {
    return time.wall().isAfter(one.startedAt().plus(LIFE));
  }
}
