package duken.engine.invoice;

import duken.domain.Invoice;
import duken.engine.runtime.ProviderRouter;
import duken.provider.PaymentProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Invoices about which the bank is asked only when somebody looks, and not too often (Kaspi Pay
 * sheet, section 9).
 */
public final class AskedWhenLookedAt {

  private static final int MOST = 10_000;

  /** When each was last asked about because of a look. Guarded by itself. */
  private final Map<Long, Instant> asked =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
          return size() > MOST;
        }
      };

  private final ProviderRouter providers;
  private final InstantSource clock;

  public AskedWhenLookedAt(ProviderRouter providers, InstantSource clock) {
    this.providers = providers;
    this.clock = clock;
  }

  /** Whether this look asks the bank; it counts as asked then. */
  boolean isDue(Invoice invoice) {
    if (!invoice.state().status().isOpen() || invoice.mode().isSandbox()) {
      return false;
    }
    Optional<PaymentProvider> provider = providers.of(invoice);
    Optional<Duration> pause = provider.flatMap(it -> it.asksWhenLookedAt(invoice.kind()));
    if (pause.isEmpty()) {
      return false;
    }
    synchronized (asked) {
      Instant now = clock.instant();
      Instant last = asked.get(invoice.id());
      boolean due = last == null || now.isBefore(last) || !now.isBefore(last.plus(pause.get()));
      if (due) {
        asked.put(invoice.id(), now);
      }
      return due;
    }
  }
}
