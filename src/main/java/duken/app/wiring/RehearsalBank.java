package duken.app.wiring;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every request on a port of this computer as the bank answers the wish for a QR. */
final class RehearsalBank implements AutoCloseable {

  private static final String ANSWER =
      """
      {"StatusCode":0,"Message":null,"Data":{"QrOperationId":1,"QrToken":"https://qr.kaspi.kz/1",\
      "Amount":1,"Status":"QrTokenCreated","QrPaymentBehaviorOptions":{"qrCodeScanWaitTimeout":180,\
      "qrCodeScanEventPollingInterval":3,"paymentStatusCountdown":2,"paymentConfirmationTimeout":65}}}
      """
          .strip();

  private final ServerSocket server;

  /** Listens until it is closed. */
  RehearsalBank() throws IOException {
    server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("rehearsal bank").start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    byte[] answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(ANSWER.length(), ANSWER)
            .getBytes(StandardCharsets.US_ASCII);
    while (!server.isClosed()) {
      try (Socket socket = server.accept();
          InputStream in = new BufferedInputStream(socket.getInputStream())) {
        for (int length = head(in); length >= 0; length = head(in)) {
          in.readNBytes(length);
          socket.getOutputStream().write(answer);
        }
      } catch (IOException _) {
        // The rehearsal is over, or came to nothing: nobody waits for it.
      }
    }
  }

  /** Reads a request's head; the length of its body, or -1 when there is no further request. */
  private static int head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return -1;
      }
      head.append((char) next);
    }
    return head.toString()
        .lines()
        .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }
}
