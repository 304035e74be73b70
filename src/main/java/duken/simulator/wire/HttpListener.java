package duken.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The listening port, on loopback and nowhere else. It can be shut: then connections are refused by
 * the system as if no program were there, and those that stood are reset.
 */
public final class HttpListener implements AutoCloseable {

  private static final int BACKLOG = 512;

  /** What is laid around an accepted connection; nothing is read or written yet. */
  @FunctionalInterface
  public interface Layer {
    /**
     * Lays it around.
     *
     * @throws IOException when the connection has ended
     */
    Socket around(Socket accepted) throws IOException;
  }

  private final ReentrantLock lock = new ReentrantLock();

  /** How long somebody who was broken off may need to notice. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Map<HttpConnection, Thread> connections = new ConcurrentHashMap<>();
  private final Responder responder;
  private final Pause pause;
  private final Layer layer;
  private final int port;

  /** Listens; null while it is shut. */
  private ServerSocket listening;

  /** Accepts connections while it is open. */
  private Thread acceptor;

  /** Holds the port while it is shut: nobody who asks for any port gets it. */
  private Socket holding;

  private boolean closed;

  /**
   * Takes the port; nobody is let in before {@link #start}.
   *
   * @param port 0 takes a free one
   * @throws IOException when the port is taken
   */
  public HttpListener(int port, Responder responder, Pause pause) throws IOException {
    this(port, responder, pause, accepted -> accepted);
  }

  /**
   * The same with something laid around each connection, TLS for instance.
   *
   * @throws IOException when the port is taken
   */
  public HttpListener(int port, Responder responder, Pause pause, Layer layer) throws IOException {
    this.layer = layer;
    this.responder = responder;
    this.pause = pause;
    this.listening = listen(port);
    this.port = listening.getLocalPort();
  }

  public void start() {
    lock.lock();
    try {
      begin(listening);
    } finally {
      lock.unlock();
    }
  }

  public int port() {
    return port;
  }

  /** Whether connections are accepted. */
  public boolean isOpen() {
    lock.lock();
    try {
      return listening != null;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses connections from now on and resets those that stand. */
  public void shut() {
    lock.lock();
    try {
      if (closed || listening == null) {
        return;
      }
      stopListening();
      holding = hold();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
    connections.keySet().forEach(HttpConnection::reset);
    connections.values().stream()
        .filter(it -> it != Thread.currentThread())
        .forEach(HttpListener::awaitEnd);
  }

  /** Whoever was broken off judges no request any more once the clock goes on. */
  private static void awaitEnd(Thread connection) {
    try {
      connection.join(LAST_WORDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  /** Accepts connections again, on the same port. */
  public void open() {
    lock.lock();
    try {
      if (closed || listening != null) {
        return;
      }
      holding.close();
      listening = listen(port);
      begin(listening);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    pause.end();
    lock.lock();
    try {
      closed = true;
      if (listening != null) {
        stopListening();
      }
      if (holding != null) {
        holding.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
    connections.keySet().forEach(HttpConnection::reset);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    try {
      socket.bind(new InetSocketAddress(loopback(), port), BACKLOG);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return socket;
  }

  private Socket hold() throws IOException {
    Socket socket = new Socket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(loopback(), port));
    return socket;
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private void begin(ServerSocket socket) {
    acceptor = Thread.ofVirtual().name("simulator-listener").start(() -> accept(socket));
  }

  /** The system lets go of the port only when nobody waits at it any more. */
  private void stopListening() throws IOException {
    listening.close();
    listening = null;
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  private void accept(ServerSocket socket) {
    while (true) {
      try {
        HttpConnection httpConnection =
            new HttpConnection(layer.around(socket.accept()), responder, pause);
        Thread thread =
            Thread.ofVirtual().name("simulator-connection").unstarted(() -> run(httpConnection));
        connections.put(httpConnection, thread);
        thread.start();
      } catch (IOException _) {
        return; // it was shut
      }
    }
  }

  private void run(HttpConnection httpConnection) {
    try {
      httpConnection.run();
    } finally {
      connections.remove(httpConnection);
    }
  }
}
