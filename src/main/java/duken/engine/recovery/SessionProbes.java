package duken.engine.recovery;

import duken.domain.tenant.Tenant;
import duken.engine.event.SessionEvents;
import duken.engine.runtime.ShopWorkers;
import duken.provider.BankSignIn;
import duken.provider.BankSignIn.Account;
import duken.provider.Connection;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the bank now and then whether each shop's session lives, with a read that changes nothing: a
 * lost one is to be known before the next customer is, and one that the bank refused is tried again
 * by itself, because a bank errs too.
 */
public final class SessionProbes {

  private static final Logger LOG = LoggerFactory.getLogger(SessionProbes.class);
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofMinutes(5);

  /** After a session was found dead; then every last one. */
  private static final List<Duration> AFTER_DEATH =
      List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10));

  private final Store store;
  private final Optional<BankSignIn> signIn;
  private final LongConsumer connected;
  private final SessionEvents events;
  private final InstantSource clock;
  private final ShopWorkers workers = new ShopWorkers("bank-session probe");
  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  /**
   * @param connected is told a shop's id when its bank takes its session again; returns at once
   * @param committed is run after a lost or restored session was written into the event log
   */
  public SessionProbes(
      Store store,
      Optional<BankSignIn> signIn,
      LongConsumer connected,
      Runnable committed,
      InstantSource clock) {
    this.store = store;
    this.signIn = signIn;
    this.connected = connected;
    this.events = new SessionEvents(store, clock, committed);
    this.clock = clock;
  }

  /**
   * A shop's session as it was last seen.
   *
   * @param session when it was made, which tells it from the next one
   * @param alive whether the bank took it
   * @param since when it was first seen so
   * @param probes made since then
   */
  private record Known(
      Instant session, boolean alive, Instant since, int probes, Instant probedAt) {

    boolean isDue(Instant now) {
      if (now.isBefore(since) || (probedAt != null && now.isBefore(probedAt))) {
        return true;
      }
      return !now.isBefore(next());
    }

    private Instant next() {
      if (alive) {
        return probedAt == null ? since : probedAt.plus(EVERY);
      }
      return probes < AFTER_DEATH.size()
          ? since.plus(AFTER_DEATH.get(probes))
          : probedAt.plus(AFTER_DEATH.getLast());
    }

    Known probed(Instant now) {
      return new Known(session, alive, since, probes + 1, now);
    }
  }

  /**
   * Begins the probes that are due.
   *
   * @return how long the next round may wait
   */
  public Duration begin() {
    signIn.ifPresent(
        provider -> {
          Instant now = clock.instant();
          List<Long> due =
              store.read(tx -> tx.tenants().all()).stream()
                  .map(Tenant::id)
                  .filter(id -> isDue(id, provider.account(id), now))
                  .toList();
          workers.begin(due, id -> probe(id, provider));
        });
    return PERIOD;
  }

  /** The same, waiting until every probe is answered. */
  public Duration round() {
    Duration rest = begin();
    awaitQuiet(EVERY);
    return rest;
  }

  public boolean awaitQuiet(Duration patience) {
    return workers.awaitQuiet(patience);
  }

  private boolean isDue(long tenantId, Account account, Instant now) {
    if (account.connection() == Connection.NOT_CONFIGURED) {
      known.remove(tenantId);
      return false;
    }
    return seen(tenantId, account, now).isDue(now);
  }

  private Known seen(long tenantId, Account account, Instant now) {
    boolean alive = account.connection() == Connection.CONNECTED;
    events.seen(tenantId, alive);
    return known.compute(
        tenantId,
        (_, before) ->
            before != null
                    && before.alive() == alive
                    && before.session().equals(account.connectedAt())
                ? before
                : new Known(account.connectedAt(), alive, now, 0, null));
  }

  private void probe(long tenantId, BankSignIn provider) {
    boolean before = provider.account(tenantId).connection() == Connection.CONNECTED;
    known.computeIfPresent(tenantId, (_, it) -> it.probed(clock.instant()));
    Account after = provider.probe(tenantId);
    boolean alive = after.connection() == Connection.CONNECTED;
    if (alive && !before && after.answered()) {
      LOG.info("the bank takes the session of shop {} again", tenantId);
      connected.accept(tenantId);
    }
    seen(tenantId, after, clock.instant());
  }
}
