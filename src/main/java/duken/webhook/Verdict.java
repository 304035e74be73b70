package duken.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * Whether an attempt counts as delivered: any 2xx does, everything else does not (gateway contract,
 * section 15).
 *
 * @param status the HTTP status, or null when none came
 * @param error a short word of the failure, or null when delivered: {@code HTTP 500}, {@code
 *     timeout}, {@code connection refused}
 */
public record Verdict(boolean delivered, Integer status, String error) {

  private static final int OK_FROM = 200;
  private static final int OK_UNTIL = 300;

  static Verdict on(ReceiverAnswer receiverAnswer) {
    return switch (receiverAnswer) {
      case ReceiverAnswer.Status(int code) when code >= OK_FROM && code < OK_UNTIL ->
          new Verdict(true, code, null);
      case ReceiverAnswer.Status(int code) -> new Verdict(false, code, "HTTP " + code);
      case ReceiverAnswer.Broken(IOException cause) -> new Verdict(false, null, word(cause));
      case ReceiverAnswer.Forbidden() -> new Verdict(false, null, "address not allowed");
      case ReceiverAnswer.Unsigned() -> new Verdict(false, null, "secret unreadable");
    };
  }

  private static String word(IOException cause) {
    return switch (cause) {
      case GuardedDns.Refused _ -> "address not allowed";
      case UnknownHostException _ -> "host not found";
      case InterruptedIOException _ -> "timeout";
      case ConnectException _ -> "connection refused";
      case NoRouteToHostException _ -> "no route to host";
      case SSLException _ -> "TLS failed";
      default -> "connection broken";
    };
  }
}
