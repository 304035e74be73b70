package duken.simulator.cashier.request;

import duken.simulator.ledger.BankTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every refusal with its reason: the last thousand, and in the log. */
public final class RefusalLog {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final int KEPT = 1_000;

  private final Deque<BankRefusal> refusals = new ArrayDeque<>();
  private final BankTime time;

  public RefusalLog(BankTime time) {
    this.time = time;
  }

  /** Oldest first. */
  public synchronized List<BankRefusal> list() {
    return List.copyOf(refusals);
  }

  public synchronized void clear() {
    refusals.clear();
  }

  public synchronized void add(String path, boolean breach, String check, String why) {
    LOG.info("refused {}: {}: {}", path, check, why);
    refusals.addLast(new BankRefusal(time.wall(), path, breach, check, why));
    if (refusals.size() > KEPT) {
      refusals.removeFirst();
    }
  }
}
