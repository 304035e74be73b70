package duken.simulator.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Calls whose answers are held back, so that a caller can be ended while it waits for them. */
public final class HeldCalls {

  private final ConcurrentLinkedQueue<Held> expected = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Held> all = new ConcurrentLinkedQueue<>();

  public enum Effect {
    /** It never was: as if it had not arrived. */
    NEVER,
    /** Once it is let go: the caller may be gone by then. */
    LET_GO,
    /** On arrival; only the answer is held. */
    AT_ONCE
  }

  /** One call that is, or will be, held. */
  public static final class Held {

    private final String path;
    private final Effect effect;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private Held(String path, Effect effect) {
      this.path = path;
      this.effect = effect;
    }

    /** Waits until the call is here; false when it does not come in time. */
    public boolean arrives(Duration atMost) {
      return await(arrived, atMost);
    }

    /** Lets it go and waits until it was dealt with. */
    public void letGo() {
      gone.countDown();
      if (arrived.getCount() == 0) {
        await(over, Duration.ofSeconds(10));
      }
    }

    private static boolean await(CountDownLatch latch, Duration atMost) {
      try {
        return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts here", e);
      }
    }
  }

  /** Holds the next call whose path contains {@code path}. */
  public Held hold(String path, Effect effect) {
    Held held = new Held(path, effect);
    expected.add(held);
    all.add(held);
    return held;
  }

  /** Lets everything go, now and later. */
  public void end() {
    expected.clear();
    all.forEach(Held::letGo);
  }

  /**
   * Holds this call if somebody asked for it. Blocks as long.
   *
   * @param carriedOut carries it out
   * @return what happens then, or empty when nobody holds it
   */
  public Optional<Sending> respond(String path, Supplier<Reply> carriedOut) {
    Optional<Held> found =
        expected.stream().filter(it -> path.contains(it.path) && expected.remove(it)).findFirst();
    return found.map(it -> held(it, carriedOut));
  }

  private static Sending held(Held it, Supplier<Reply> carriedOut) {
    Reply reply = it.effect == Effect.AT_ONCE ? carriedOut.get() : null;
    it.arrived.countDown();
    Held.await(it.gone, Duration.ofMinutes(5));
    reply = it.effect == Effect.LET_GO ? carriedOut.get() : reply;
    it.over.countDown();
    return reply == null ? new Sending.Reset() : new Sending.Whole(reply);
  }
}
