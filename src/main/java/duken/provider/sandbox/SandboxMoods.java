package duken.provider.sandbox;

import duken.provider.SandboxCustomer.SandboxFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How the practice bank behaves towards each shop just now. Forgotten when the engine ends. */
final class SandboxMoods {

  /** Nobody practises longer; a forgotten silence must not look like a fault for ever. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<Long, Instant> silentUntil = new ConcurrentHashMap<>();
  private final Set<Long> losing = ConcurrentHashMap.newKeySet();
  private final Set<Long> refusing = ConcurrentHashMap.newKeySet();

  SandboxMoods(InstantSource clock) {
    this.clock = clock;
  }

  void set(long tenantId, SandboxFault sandboxFault) {
    switch (sandboxFault) {
      case SILENCE -> silentUntil.put(tenantId, clock.instant().plus(LONGEST_SILENCE));
      case SPEAK -> silentUntil.remove(tenantId);
      case LOSE_NEXT_ANSWER -> losing.add(tenantId);
      case REFUSE_NEXT_REFUND -> refusing.add(tenantId);
    }
  }

  boolean isSilent(long tenantId) {
    Instant until = silentUntil.get(tenantId);
    return until != null && clock.instant().isBefore(until);
  }

  /** Whether this answer gets lost; the next one does not. */
  boolean losesAnswer(long tenantId) {
    return losing.remove(tenantId);
  }

  /** Whether this refund is refused; the next one is not. */
  boolean refusesRefund(long tenantId) {
    return refusing.remove(tenantId);
  }
}
