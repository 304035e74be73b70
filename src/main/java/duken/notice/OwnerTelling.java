package duken.notice;

import duken.store.Scope;
import duken.store.Store;
import duken.store.event.LoggedEvent;
import duken.store.notice.OwnerNotices.Config;
import duken.store.notice.OwnerNotices.Waiting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the event log of shops whose owners want to be told, and sends what waits. Each message
 * is put into the queue in the transaction that moves the cursor on, and leaves it when Telegram
 * has taken it: it arrives at least once. What cannot be sent for a day is dropped.
 */
public final class OwnerTelling implements AutoCloseable {

  /** How often the log and the queue are looked at. */
  public static final Duration EVERY = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(OwnerTelling.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int READ_AT_ONCE = 100;
  private static final int SENT_AT_ONCE = 20;
  private static final int TRIED_BEFORE_IT_IS_SAID = 3;
  private static final int LONGEST = 4_000;

  private final Store store;
  private final NoticeSettings settings;
  private final TelegramBot bot;
  private final Predicate<Scope> reachable;
  private final InstantSource clock;
  private final NoticeTexts texts = new NoticeTexts();
  private final EventNotices notices = new EventNotices(texts);

  /** Since when a shop's bank is silent, as far as this engine has seen. */
  private final Map<Long, Instant> silent = new ConcurrentHashMap<>();

  /**
   * @param telegram base address of its bots
   * @param reachable whether the bank of a shop answers
   */
  public OwnerTelling(
      Store store,
      NoticeSettings settings,
      URI telegram,
      Predicate<Scope> reachable,
      InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.bot = new TelegramBot(telegram, PATIENCE);
    this.reachable = reachable;
    this.clock = clock;
  }

  /**
   * Sends a test now.
   *
   * @return null when it arrived, else why not: {@code not_set}, {@code unreachable} or a word of
   *     {@link Delivery.Refused}
   */
  public String test(long tenantId) {
    Optional<Config> config = store.read(tx -> tx.ownerNotices().find(tenantId));
    Optional<BotChat> destination = config.flatMap(settings::destination);
    if (destination.isEmpty()) {
      return "not_set";
    }
    String words = texts.of(config.get().language(), "test");
    String why =
        switch (bot.send(destination.get(), headed(config.get(), words))) {
          case Delivery.Sent() -> null;
          case Delivery.Refused(String reason) -> reason;
          case Delivery.Later(_) -> "unreachable";
        };
    problem(tenantId, why);
    return why;
  }

  /**
   * Puts into the queue what happened and sends what is due.
   *
   * @return how long the next round may wait
   */
  public Duration round() {
    for (Config config : store.read(tx -> tx.ownerNotices().enabled())) {
      follow(config);
      listen(config);
    }
    store.read(tx -> tx.ownerNotices().due(clock.instant(), 1)).stream()
        .findFirst()
        .ifPresent(_ -> send());
    return EVERY;
  }

  private void follow(Config config) {
    Scope scope = NoticeSettings.live(config.tenantId());
    boolean any =
        !store
            .read(tx -> tx.events().after(scope, config.told().afterEvent(), EventNotices.WORDS, 1))
            .isEmpty();
    if (any) {
      store.write(
          tx -> {
            List<LoggedEvent> events =
                tx.events()
                    .after(scope, config.told().afterEvent(), EventNotices.WORDS, READ_AT_ONCE);
            for (String words : notices.of(tx, scope, config, events)) {
              enqueue(tx, config, words);
            }
            tx.ownerNotices().advance(config.tenantId(), events.getLast().id());
            return null;
          });
    }
  }

  /** A bank that answers again, or that nobody asks, is not silent. */
  private void listen(Config config) {
    long tenantId = config.tenantId();
    Instant now = clock.instant();
    if (reachable.test(NoticeSettings.live(tenantId))) {
      silent.remove(tenantId);
      if (config.told().silenceTold()) {
        store.write(
            tx -> {
              tx.ownerNotices().silence(tenantId, false);
              return null;
            });
      }
      return;
    }
    Instant since = silent.computeIfAbsent(tenantId, _ -> now);
    Duration lasts = Duration.between(since, now);
    if (!config.told().silenceTold() && lasts.toMinutes() >= config.silentMinutes()) {
      store.write(
          tx -> {
            enqueue(tx, config, texts.of(config.language(), "silent", lasts.toMinutes()));
            tx.ownerNotices().silence(tenantId, true);
            return null;
          });
    }
  }

  private void enqueue(Store.Tx tx, Config config, String words) {
    String shop = tx.tenants().find(config.tenantId()).orElseThrow().name();
    String text = texts.of(config.language(), "head", shop) + "\n" + words;
    tx.ownerNotices()
        .enqueue(
            config.tenantId(),
            text.substring(0, Math.min(LONGEST, text.length())),
            clock.instant());
  }

  private void send() {
    Instant now = clock.instant();
    store.write(tx -> tx.ownerNotices().dropOlder(now.minus(KEPT)));
    Set<Long> resting = new HashSet<>();
    for (Waiting message : store.read(tx -> tx.ownerNotices().due(now, SENT_AT_ONCE))) {
      if (!resting.contains(message.tenantId()) && !sent(message)) {
        resting.add(message.tenantId());
      }
    }
  }

  private boolean sent(Waiting message) {
    Optional<BotChat> destination =
        store.read(tx -> tx.ownerNotices().find(message.tenantId())).flatMap(settings::destination);
    Delivery delivery =
        destination
            .map(it -> bot.send(it, message.content()))
            .orElse(new Delivery.Refused("not_set"));
    switch (delivery) {
      case Delivery.Sent() ->
          store.write(
              tx -> {
                tx.ownerNotices().drop(message.id());
                tx.ownerNotices().problem(message.tenantId(), null, clock.instant());
                return null;
              });
      case Delivery.Refused(String why) -> {
        problem(message.tenantId(), why);
        again(message, AFTER_REFUSAL);
      }
      case Delivery.Later(Duration after) -> {
        if (message.attempts() + 1 >= TRIED_BEFORE_IT_IS_SAID) {
          problem(message.tenantId(), "unreachable");
        }
        Duration pause = pause(message.attempts());
        again(message, pause.compareTo(after) > 0 ? pause : after);
      }
    }
    return delivery instanceof Delivery.Sent;
  }

  private void again(Waiting message, Duration pause) {
    LOG.info("shop {}: a message to the owner is tried again in {}", message.tenantId(), pause);
    store.write(
        tx -> {
          tx.ownerNotices().retry(message.id(), clock.instant().plus(pause));
          return null;
        });
  }

  /** 5 s, 20 s, 80 s and so on, an hour at most. */
  private static Duration pause(int attempts) {
    Duration pause = EVERY.multipliedBy(1L << Math.min(20, 2 * attempts));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private void problem(long tenantId, String why) {
    store.write(
        tx -> {
          tx.ownerNotices().problem(tenantId, why, clock.instant());
          return null;
        });
  }

  private String headed(Config config, String words) {
    String shop = store.read(tx -> tx.tenants().find(config.tenantId())).orElseThrow().name();
    return texts.of(config.language(), "head", shop) + "\n" + words;
  }

  @Override
  public void close() {
    bot.close();
  }
}
