package duken.provider.kaspipay;

import duken.provider.ClosedPayment;
import duken.provider.PaymentRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Paid payments whose details are read again now and then: a return made in the bank's own
 * application shows nowhere else (Kaspi Pay sheet, section 10). A few at a time.
 */
final class ReturnsElsewhere {

  private static final Duration AGAIN = Duration.ofHours(6);
  private static final int AT_ONCE = 10;
  private static final int MOST = 20_000;

  /** When each was last looked at. Guarded by itself. */
  private final Map<String, Instant> looked =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  private final InstantSource clock;

  ReturnsElsewhere(InstantSource clock) {
    this.clock = clock;
  }

  /** Those among the paid ones that were not looked at for long. */
  Set<PaymentRef> suspects(Collection<ClosedPayment> closed) {
    Instant now = clock.instant();
    Set<PaymentRef> chosen = new LinkedHashSet<>();
    synchronized (looked) {
      for (ClosedPayment it : closed) {
        PaymentRef ref = it.ref();
        Instant last = looked.getOrDefault(ref.operationId(), ref.openedAt());
        if (it.paid() && chosen.size() < AT_ONCE && !now.isBefore(last.plus(AGAIN))) {
          looked.put(ref.operationId(), now);
          chosen.add(ref);
        }
      }
    }
    return chosen;
  }

  /** Whether its details are wanted. */
  boolean isSuspect(PaymentRef ref) {
    synchronized (looked) {
      return looked.containsKey(ref.operationId());
    }
  }
}
