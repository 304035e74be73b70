package duken.app.updates;

import duken.desktop.kit.task.FxThread;
import duken.desktop.updates.Release;
import duken.desktop.updates.Updates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks once a day whether there is a newer version, and tells the window. What it cannot believe
 * leaves a line in the log and changes nothing; without a network it is silent.
 */
public final class UpdateWatch implements Updates, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateWatch.class);
  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration AFTER_SILENCE = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The window comes up first. */
  private static final long FIRST_SECONDS = 60;

  private static final long ROUND_SECONDS = 600;

  private final Optional<VersionNumber> own;
  private final URI address;
  private final Optional<Boolean> decided;
  private final UpdateMemory memory;
  private final UpdateSource source;
  private final ReleaseKeys keys;
  private final Clock clock;
  private final FxThread fx;
  private final ReadOnlyObjectWrapper<Release> release = new ReadOnlyObjectWrapper<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("updates").factory());

  private Instant silentSince;

  /**
   * A watch that has not asked yet, see {@link #begin}.
   *
   * @param own this program's version
   * @param decided whether to ask, where the settings say so; else the window decides
   */
  UpdateWatch(
      String own,
      URI address,
      Optional<Boolean> decided,
      UpdateMemory memory,
      UpdateSource source,
      ReleaseKeys keys,
      Clock clock,
      FxThread fx) {
    this.own = VersionNumber.of(own);
    this.address = address;
    this.decided = decided;
    this.memory = memory;
    this.source = source;
    this.keys = keys;
    this.clock = clock;
    this.fx = fx;
  }

  /**
   * The watch of this program.
   *
   * @param file what it remembers
   * @param decided whether to ask, where the settings say so
   */
  public static UpdateWatch of(
      String own, URI address, Optional<Boolean> decided, Path file, Clock clock) {
    return new UpdateWatch(
        own,
        address,
        decided,
        new UpdateMemory(file),
        new UpdateSource(PATIENCE),
        ReleaseKeys.ofThisProgram(),
        clock,
        FxThread.real());
  }

  /** Tells what is known already, then looks by itself. JavaFX has to run. */
  public void begin() {
    rounds.execute(this::recall);
    rounds.scheduleWithFixedDelay(this::safeLook, FIRST_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
  }

  private void safeLook() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("looking for newer versions failed: {}", e.getClass().getName());
      LOG.debug("its trace", e);
    }
  }

  /** What was believed before the restart is checked once more: the file may be anybody's. */
  void recall() {
    memory
        .document()
        .ifPresent(
            text -> {
              try {
                offer(UpdateDocument.read(text, keys));
              } catch (Refused e) {
                refused(e);
              }
            });
  }

  /** Asks, when it is time. Blocks as long as the source does. */
  void look() {
    Instant now = clock.instant();
    if (!isOn() || !isTime(now)) {
      return;
    }
    try {
      String text = source.fetch(address);
      memory.asked(now);
      take(text);
    } catch (Refused e) {
      memory.asked(now);
      refused(e);
    } catch (IOException e) {
      silentSince = now;
      LOG.debug("no news about updates", e);
      return;
    }
    silentSince = null;
    memory.write();
  }

  /** A clock that was set back does not end the asking. */
  private boolean isTime(Instant now) {
    return isOver(silentSince, AFTER_SILENCE, now)
        && isOver(memory.asked().orElse(null), BETWEEN, now);
  }

  private static boolean isOver(Instant since, Duration pause, Instant now) {
    return since == null || now.isBefore(since) || !now.isBefore(since.plus(pause));
  }

  private void take(String text) throws Refused {
    UpdateDocument document = UpdateDocument.read(text, keys);
    Optional<Instant> newest = memory.document().flatMap(this::published);
    if (newest.isPresent() && document.published().isBefore(newest.get())) {
      throw new Refused("it is older than the one seen before");
    }
    memory.document(text);
    offer(document);
    if (own.isPresent() && document.version().compareTo(own.get()) < 0) {
      throw new Refused("its version is older than this program");
    }
  }

  private Optional<Instant> published(String known) {
    try {
      return Optional.of(UpdateDocument.read(known, keys).published());
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  private void offer(UpdateDocument document) {
    String version = document.version().toString();
    boolean newer = own.isPresent() && document.version().compareTo(own.get()) > 0;
    boolean told = newer && !memory.later().equals(Optional.of(version));
    fx.run(() -> release.set(told && isOn() ? document.release() : null));
  }

  private static void refused(Refused why) {
    LOG.warn("what was found about updates is not used: {}", why.getMessage());
  }

  @Override
  public ReadOnlyObjectProperty<Release> releaseProperty() {
    return release.getReadOnlyProperty();
  }

  @Override
  public void later(Release putOff) {
    memory.later(putOff.version());
    release.set(null);
    soon(memory::write);
  }

  @Override
  public boolean isOn() {
    return decided.orElseGet(memory::isOn);
  }

  @Override
  public boolean isFixed() {
    return decided.isPresent();
  }

  @Override
  public void turn(boolean on) {
    if (isFixed()) {
      throw new IllegalStateException("the settings say whether it is asked");
    }
    memory.turn(on);
    release.set(null);
    soon(
        () -> {
          memory.write();
          if (on) {
            recall();
            safeLook();
          }
        });
  }

  private void soon(Runnable work) {
    try {
      rounds.execute(work);
    } catch (RejectedExecutionException _) {
      LOG.debug("the window closes");
    }
  }

  /** Asks no more; what was to be written is written. */
  @Override
  public void close() {
    rounds.shutdown();
    source.close();
    try {
      rounds.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }
}
