package duken.notice;

import duken.domain.Mode;
import duken.domain.Money;
import duken.security.SecretBox;
import duken.security.SecretUnreadable;
import duken.store.Scope;
import duken.store.Store;
import duken.store.notice.OwnerNotices;
import duken.store.notice.OwnerNotices.Config;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What owners chose about being told; where to is kept sealed. */
public final class NoticeSettings {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSettings.class);
  private static final String FIELD = "owner-notices.telegram";
  private static final int SILENT_MINUTES = 10;

  private final Store store;
  private final SecretBox box;
  private final InstantSource clock;

  /**
   * @param box what tokens are sealed in
   */
  public NoticeSettings(Store store, SecretBox box, InstantSource clock) {
    this.store = store;
    this.box = box;
    this.clock = clock;
  }

  /**
   * What a person chose; null where nothing changes.
   *
   * @param refundAbove returns of more than this are told; zero for none
   */
  public record Change(
      Boolean enabled,
      String token,
      String chat,
      String language,
      Money refundAbove,
      Integer silentMinutes) {}

  /**
   * How it stands.
   *
   * @param chat where messages go, or null
   * @param config empty before anything was chosen
   * @param waiting messages that are still to be sent
   */
  public record Standing(String chat, Optional<Config> config, long waiting) {}

  /** How it stands in a shop. */
  public Standing standing(long tenantId) {
    return store.read(
        tx -> {
          Optional<Config> config = tx.ownerNotices().find(tenantId);
          return new Standing(
              config.flatMap(this::destination).map(BotChat::chat).orElse(null),
              config,
              tx.ownerNotices().waiting(tenantId));
        });
  }

  /**
   * Changes how a shop's owner is told. Switched on, it begins with what happens from now on.
   *
   * @return false when there would be no token or no chat
   */
  public boolean change(long tenantId, Change change) {
    return store.write(
        tx -> {
          Optional<Config> before = tx.ownerNotices().find(tenantId);
          Optional<BotChat> known = before.flatMap(this::destination);
          String token = or(change.token(), known.map(BotChat::token).orElse(null));
          String chat = or(change.chat(), known.map(BotChat::chat).orElse(null));
          if (token == null || chat == null) {
            return false;
          }
          boolean wasOn = before.map(Config::enabled).orElse(false);
          boolean on = or(change.enabled(), wasOn);
          Money above = or(change.refundAbove(), before.map(Config::refundAbove).orElse(null));
          tx.ownerNotices()
              .save(
                  new Config(
                      tenantId,
                      on,
                      box.seal(tenantId, FIELD, new BotChat(token, chat).text()),
                      or(change.language(), before.map(Config::language).orElse("ru")),
                      above == null || above.isZero() ? null : above,
                      or(
                          change.silentMinutes(),
                          before.map(Config::silentMinutes).orElse(SILENT_MINUTES)),
                      new OwnerNotices.Told(
                          on && wasOn
                              ? before.orElseThrow().told().afterEvent()
                              : tx.events().last(live(tenantId)),
                          false),
                      new OwnerNotices.Trouble(null, null)));
          tx.ownerNotices().problem(tenantId, null, clock.instant());
          return true;
        });
  }

  /** Where a shop's messages go; empty when it cannot be read. */
  Optional<BotChat> destination(Config config) {
    try {
      return Optional.of(BotChat.read(box.open(config.tenantId(), FIELD, config.sealed())));
    } catch (SecretUnreadable e) {
      LOG.warn("shop {}: where the owner is told cannot be read any more", config.tenantId());
      LOG.debug("its trace", e);
      return Optional.empty();
    }
  }

  /** Only real money is told of. */
  static Scope live(long tenantId) {
    return new Scope(tenantId, Mode.LIVE);
  }

  private static <T> T or(T chosen, T before) {
    return chosen == null ? before : chosen;
  }
}
