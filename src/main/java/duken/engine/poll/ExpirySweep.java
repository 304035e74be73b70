package duken.engine.poll;

import duken.domain.Invoice;
import duken.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Looks into the store for open invoices whose time is over and has the bank asked about each. It
 * ends nothing by itself: only the bank's last word does (gateway contract, section 14, expiry asks
 * first). So held money, and a silent bank, keep an invoice open.
 */
public final class ExpirySweep {

  /** At most five seconds by the gateway contract, section 9.4. */
  static final Duration PERIOD = Duration.ofSeconds(3);

  private static final int MOST_AT_ONCE = 1_000;

  private final Store store;
  private final InstantSource clock;
  private final PollQueue list;
  private final PaymentPoller poller;

  public ExpirySweep(Store store, InstantSource clock, PollQueue list, PaymentPoller poller) {
    this.store = store;
    this.clock = clock;
    this.list = list;
    this.poller = poller;
  }

  /**
   * Makes a question due about each overdue invoice, unless its bank was silent a moment ago.
   *
   * @return how long the next sweep may wait
   */
  public Duration round() {
    List<Long> overdue = store.read(tx -> tx.invoices().overdue(clock.instant(), MOST_AT_ONCE));
    for (long invoiceId : overdue) {
      if (!list.isWatched(invoiceId)) {
        Optional<Invoice> forgotten = store.read(tx -> tx.invoices().find(invoiceId));
        forgotten.ifPresent(poller::watch);
      }
      list.hurryUnlessSilent(invoiceId);
    }
    if (!overdue.isEmpty()) {
      poller.round();
    }
    return PERIOD;
  }
}
