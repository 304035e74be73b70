package duken.provider.smartpos.search;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/** Finds out who takes connections at a port. Nothing is said to anybody. */
public final class OpenPorts {

  private static final int AT_ONCE = 64;

  private OpenPorts() {}

  /**
   * The addresses of the range that take a connection, ascending. Blocks for a few seconds at most.
   *
   * @param patience per address
   */
  public static List<String> in(AddressRange range, Duration patience) {
    Semaphore few = new Semaphore(AT_ONCE);
    ConcurrentMap<String, Boolean> open = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (String host : range.hosts()) {
      threads.add(
          Thread.ofVirtual()
              .name("terminal-search")
              .start(
                  () -> {
                    few.acquireUninterruptibly();
                    try {
                      if (takes(host, range.port(), patience)) {
                        open.put(host, true);
                      }
                    } finally {
                      few.release();
                    }
                  }));
    }
    for (Thread thread : threads) {
      joined(thread);
    }
    return range.hosts().stream().filter(open::containsKey).toList();
  }

  private static boolean takes(String host, int port, Duration patience) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }
}
