package duken.paper;

import duken.paper.PrinterTrouble.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for printers, so that neither window nor engine does. Holds a few printouts, prints them
 * one after another, tries what failed again, and lets go of what nobody waits for any more. Every
 * call returns at once.
 */
public final class PrintQueue implements AutoCloseable {

  /** How many printouts wait at most; a printer that is dead all day eats no memory. */
  public static final int MOST = 20;

  /** After so long nobody stands at the counter for it. */
  static final Duration OLDEST = Duration.ofMinutes(10);

  /** A drawer that opens later than this opens before nobody's eyes. */
  static final Duration KICK_WITHIN = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);

  private final InstantSource clock;
  private final Duration between;
  private final Duration longest;
  private final Deque<Printout> waiting = new ArrayDeque<>();
  private final CopyOnWriteArrayList<Consumer<PrinterTrouble>> listeners =
      new CopyOnWriteArrayList<>();
  private Printout last;
  private PrinterTrouble trouble;
  private boolean closed;
  private Thread worker;

  /** A queue at rest; its thread begins with the first printout. */
  public PrintQueue(InstantSource clock) {
    this(clock, Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  /**
   * The same with its own pace.
   *
   * @param between two tries
   * @param longest that one try may take
   */
  PrintQueue(InstantSource clock, Duration between, Duration longest) {
    this.clock = clock;
    this.between = between;
    this.longest = longest;
  }

  /**
   * Prints a slip.
   *
   * @param name of the file where slips become files; letters, digits and dashes
   * @param kick whether the drawer opens with it
   */
  public void print(Slip slip, String name, PrinterChoice choice, boolean kick) {
    Printout it = new Printout(slip, name, choice, kick && choice.takesCommands(), clock.instant());
    synchronized (this) {
      last = it;
    }
    put(it);
  }

  /** Prints what was last printed once more, on this printer; answers whether there is anything. */
  public boolean again(PrinterChoice choice) {
    Printout it;
    synchronized (this) {
      if (last == null) {
        return false;
      }
      it = new Printout(last.slip(), last.name(), choice, false, clock.instant());
    }
    put(it);
    return true;
  }

  /** Opens the drawer. */
  public void kick(PrinterChoice choice) {
    put(new Printout(null, "", choice, true, clock.instant()));
  }

  /**
   * Tells {@code listener} why nothing is printed, and null when everything is; on a thread of the
   * queue.
   *
   * @return ends it
   */
  public Runnable onTrouble(Consumer<PrinterTrouble> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Why nothing is printed; null when all is well. */
  public synchronized PrinterTrouble trouble() {
    return trouble;
  }

  /** How many printouts wait, the one under way among them. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Tries at once what waits. */
  public synchronized void tryNow() {
    notifyAll();
  }

  /** Lets go of everything that waits. */
  public void forget() {
    synchronized (this) {
      waiting.clear();
      notifyAll();
    }
    say(null);
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void put(Printout it) {
    boolean full;
    synchronized (this) {
      full = waiting.size() >= MOST;
      if (!full) {
        waiting.add(it);
        if (worker == null) {
          worker = Thread.ofPlatform().daemon().name("printing").start(this::work);
        }
        notifyAll();
      }
    }
    if (full) {
      say(PrinterTrouble.TOO_MANY);
    }
  }

  private void work() {
    try {
      for (Printout it = next(); it != null; it = next()) {
        one(it);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  private synchronized Printout next() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    return closed ? null : waiting.peek();
  }

  private void one(Printout it) throws InterruptedException {
    if (age(it).compareTo(it.slip() == null ? KICK_WITHIN : OLDEST) > 0) {
      drop(it);
      say(PrinterTrouble.TOO_OLD);
      return;
    }
    PrinterTrouble wrong = attempt(it);
    if (wrong == null) {
      drop(it);
      say(null);
      return;
    }
    say(wrong);
    synchronized (this) {
      if (!closed && waiting.peek() == it) {
        wait(Math.max(1, between.toMillis()));
      }
    }
  }

  private Duration age(Printout it) {
    return Duration.between(it.since(), clock.instant());
  }

  private synchronized void drop(Printout it) {
    waiting.remove(it);
  }

  /** One try on a thread of its own: a device may block for ever. */
  private PrinterTrouble attempt(Printout it) throws InterruptedException {
    AtomicReference<Closeable> line = new AtomicReference<>();
    FutureTask<PrinterTrouble> one = new FutureTask<>(() -> outcome(it, line));
    Thread.ofPlatform().daemon().name("printing once").start(one);
    try {
      return one.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      shut(line.get());
      LOG.warn("printer: {} ({})", PrinterTrouble.SILENT.word(), it.choice().kind().word());
      return PrinterTrouble.SILENT;
    } catch (ExecutionException e) {
      LOG.error("printing failed", e.getCause());
      return PrinterTrouble.BROKE_OFF;
    }
  }

  private PrinterTrouble outcome(Printout it, AtomicReference<Closeable> line) {
    try {
      Printer.print(it, () -> it.kick() && age(it).compareTo(KICK_WITHIN) <= 0, line::set);
      return null;
    } catch (Problem e) {
      LOG.warn("printer: {} ({})", e.trouble().word(), it.choice().kind().word());
      LOG.debug("its trace", e);
      return e.trouble();
    }
  }

  private static void shut(Closeable line) {
    try {
      if (line != null) {
        line.close();
      }
    } catch (IOException e) {
      LOG.debug("its line does not close", e);
    }
  }

  private void say(PrinterTrouble now) {
    synchronized (this) {
      if (trouble == now) {
        return;
      }
      trouble = now;
    }
    listeners.forEach(listener -> listener.accept(now));
  }
}
