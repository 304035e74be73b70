package duken.marketplace;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.marketplace.MarketplaceOrder;
import duken.marketplace.Marketplace.Outcome;
import duken.provider.marketplace.Deadline;
import duken.provider.marketplace.OrderAction;
import duken.provider.marketplace.OrderFeed;
import duken.provider.marketplace.OrderFeed.Reading;
import duken.provider.marketplace.OrderFeed.Written;
import duken.provider.marketplace.OrderMeaning;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes orders: read, look, send once, compare, and in doubt read again (sheet, section 3). */
final class OrderActions {

  /** Of a caller's time, what the change itself and a last look get. */
  private static final Duration FOR_THE_CHANGE = Duration.ofSeconds(8);

  private static final Duration FOR_THE_LAST_LOOK = Duration.ofSeconds(3);
  private static final Logger LOG = LoggerFactory.getLogger(OrderActions.class);

  private final OrderFeed feed;
  private final OrderStore orders;
  private final PatientReads reads;

  OrderActions(OrderFeed feed, OrderStore orders, PatientReads reads) {
    this.feed = feed;
    this.orders = orders;
    this.reads = reads;
  }

  /**
   * Does it.
   *
   * @param whole how long the caller waits
   * @throws DomainRefusal as {@link Marketplace#act}
   */
  Outcome act(long tenantId, MarketplaceOrder known, OrderAction action, Deadline whole) {
    ReentrantLock lock = feed.lock(tenantId);
    Deadline reading = whole.less(FOR_THE_CHANGE);
    if (!reading.take(lock)) {
      throw DomainRefusal.of(Reason.PROVIDER_TIMEOUT);
    }
    try {
      MarketplaceOrder fresh = fresh(tenantId, known, reading);
      if (!action.isAllowed(fresh)) {
        throw DomainRefusal.of(Reason.INVALID_TRANSITION);
      }
      Written written = feed.write(tenantId, fresh, action, whole.less(FOR_THE_LAST_LOOK));
      LOG.info(
          "order {} ({}): {} {}",
          fresh.code(),
          fresh.id(),
          action.word(),
          written.getClass().getSimpleName());
      return switch (written) {
        case Written.Answered answer -> answered(tenantId, fresh, action, answer, whole);
        case Written.Doubt() -> again(tenantId, fresh, action, whole);
        case Written.Refused() -> throw DomainRefusal.of(Reason.PROVIDER_ERROR);
        case Written.SignedOut() -> throw DomainRefusal.of(Reason.PROVIDER_SESSION_INVALID);
        case Written.NotSent() -> throw DomainRefusal.of(Reason.PROVIDER_TIMEOUT);
      };
    } finally {
      lock.unlock();
    }
  }

  private Outcome answered(
      long tenantId,
      MarketplaceOrder fresh,
      OrderAction action,
      Written.Answered answer,
      Deadline whole) {
    MarketplaceOrder changed = OrderMeaning.changed(fresh, answer);
    if (action instanceof OrderAction.SendCode) {
      return new Outcome(orders.keep(tenantId, fresh), true);
    }
    return action.isDone(changed)
        ? new Outcome(orders.confirm(tenantId, changed), true)
        : again(tenantId, fresh, action, whole);
  }

  /** What was sent is never sent again; what became of it is read. */
  private Outcome again(long tenantId, MarketplaceOrder fresh, OrderAction action, Deadline whole) {
    MarketplaceOrder seen =
        feed.byCode(tenantId, fresh.code(), whole)
                instanceof Reading.Got<Optional<MarketplaceOrder>>(Optional<MarketplaceOrder> found)
            ? found.filter(it -> it.id().equals(fresh.id())).orElse(fresh)
            : fresh;
    return action.isDone(seen)
        ? new Outcome(orders.confirm(tenantId, seen), true)
        : new Outcome(orders.doubt(tenantId, seen, action.word()), false);
  }

  private MarketplaceOrder fresh(long tenantId, MarketplaceOrder known, Deadline deadline) {
    MarketplaceOrder read =
        value(reads.patiently(deadline, () -> feed.byCode(tenantId, known.code(), deadline)))
            .filter(it -> it.id().equals(known.id()))
            .orElseThrow(() -> DomainRefusal.of(Reason.PROVIDER_ERROR));
    return orders.keep(tenantId, read);
  }

  /**
   * What Kaspi answered.
   *
   * @throws DomainRefusal PROVIDER_SESSION_INVALID, PROVIDER_ERROR, PROVIDER_TIMEOUT
   */
  static <T> T value(Reading<T> reading) {
    return switch (reading) {
      case Reading.Got<T>(T value) -> value;
      case Reading.SignedOut<T> _ -> throw DomainRefusal.of(Reason.PROVIDER_SESSION_INVALID);
      case Reading.Refused<T> _ -> throw DomainRefusal.of(Reason.PROVIDER_ERROR);
      case Reading.Later<T>(boolean silent) ->
          throw DomainRefusal.of(silent ? Reason.PROVIDER_TIMEOUT : Reason.PROVIDER_ERROR);
    };
  }
}
