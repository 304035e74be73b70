package duken.simulator.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection: requests come in one after the other, each is answered or not. */
final class HttpConnection implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
  private static final int IDLE_MILLIS = 120_000;

  private final Socket socket;
  private final Responder responder;
  private final Pause pause;

  HttpConnection(Socket socket, Responder responder, Pause pause) {
    this.socket = socket;
    this.responder = responder;
    this.pause = pause;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      OutputStream out = socket.getOutputStream();
      RequestReader reader =
          new RequestReader(new BufferedInputStream(socket.getInputStream()), out);
      serve(reader, out);
    } catch (IOException _) {
      // The client went away, or we were told to drop it: there is nobody to answer.
    }
  }

  /** Resets the connection: the other side sees that it was cut, not that it ended. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // It is closed already.
    }
  }

  private void serve(RequestReader reader, OutputStream out) throws IOException {
    try {
      for (Request request = reader.next(); request != null; request = reader.next()) {
        boolean last = request.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
        if (!send(respond(request), out, !last) || last) {
          return;
        }
      }
    } catch (RequestReader.Malformed e) {
      out.write(Reply.of(400, "text/plain", e.getMessage()).bytes(false));
    }
  }

  /** A fault of our own is not silence: it is logged and said. */
  private Sending respond(Request request) {
    try {
      return responder.respond(request);
    } catch (RuntimeException e) {
      LOG.error("the simulator failed at {}", request.path(), e);
      return new Sending.Whole(Reply.of(500, "text/plain", "the simulator itself failed"));
    }
  }

  /** Sends; false when nothing more may follow. */
  private boolean send(Sending sending, OutputStream out, boolean keepAlive) throws IOException {
    return switch (sending) {
      case Sending.Whole(Reply reply) -> {
        out.write(reply.bytes(keepAlive));
        yield true;
      }
      case Sending.Slow(Reply reply, var perByte) -> {
        for (byte one : reply.bytes(false)) {
          if (!pause.take(perByte)) {
            break;
          }
          out.write(one);
        }
        yield false;
      }
      case Sending.Half(Reply reply) -> {
        out.write(reply.head(false));
        out.write(Arrays.copyOf(reply.body(), reply.body().length / 2));
        yield false;
      }
      case Sending.Close() -> false;
      case Sending.Reset() -> {
        reset();
        yield false;
      }
    };
  }
}
