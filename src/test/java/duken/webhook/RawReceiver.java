package duken.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A receiver below HTTP, for everything a broken one can do. On 127.0.0.1, any port. */
final class RawReceiver implements AutoCloseable {

  private final ServerSocket server;
  private final Behaviour behaviour;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What to do once a request was read. */
  @FunctionalInterface
  interface Behaviour {
    void answer(Socket socket, CountDownLatch closed) throws Exception;
  }

  RawReceiver(Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Says this and keeps the connection. */
  static Behaviour says(String text) {
    return (socket, _) -> write(socket, text.replace("\n", "\r\n"));
  }

  /** Says this and closes the connection, as a server of HTTP/1.0 does. */
  static Behaviour saysAndCloses(String text) {
    return (socket, _) -> {
      write(socket, text.replace("\n", "\r\n"));
      socket.close();
    };
  }

  /** Says this, keeps the connection as if for more and closes it when the next request comes. */
  static Behaviour saysOncePerConnection(String text) {
    Set<Socket> spoken = ConcurrentHashMap.newKeySet();
    return (socket, _) -> {
      if (!spoken.add(socket)) {
        socket.close();
        return;
      }
      write(socket, text.replace("\n", "\r\n"));
    };
  }

  /** Says {@code first} and then {@code drop} again and again, without an end. */
  static Behaviour drips(String first, String drop) {
    return (socket, closed) -> {
      write(socket, first.replace("\n", "\r\n"));
      while (!closed.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        write(socket, drop);
      }
    };
  }

  /** Cuts the connection hard. */
  static Behaviour resets() {
    return (socket, _) -> {
      socket.setSoLinger(true, 0);
      socket.close();
    };
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
  }

  /** First lines of the requests that came. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String first;
      while ((first = in.readLine()) != null) {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
            length = Integer.parseInt(line.substring(15).strip());
          }
        }
        for (int i = 0; i < length; i++) {
          if (in.read() < 0) {
            return;
          }
        }
        requests.add(first);
        behaviour.answer(socket, closed);
      }
    } catch (Exception _) {
      // The sender gave up, which is what these tests are about.
    }
  }
}
