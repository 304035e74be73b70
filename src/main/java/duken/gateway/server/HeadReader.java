package duken.gateway.server;

import duken.gateway.http.HttpRequest;
import duken.gateway.http.Percent;
import duken.gateway.http.RequestId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Reads what stands before a request's body. */
final class HeadReader {

  private static final byte[] NO_BODY = new byte[0];
  private static final Pattern SLASHES = Pattern.compile("//+");

  private HeadReader() {}

  /** A call of which nothing is known yet but its name. */
  static HttpRequest unreadable(String requestId) {
    return new HttpRequest("", "", Map.of(), Map.of(), NO_BODY, List.of(), "", "", requestId);
  }

  /** The name a client gave to its request, or null. */
  static String requestId(Request request) {
    return request.getHeaders().get(RequestId.HEADER);
  }

  /** The call, without its body. */
  static HttpRequest read(Request request, String requestId) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      headers
          .computeIfAbsent(field.getLowerCaseName(), _ -> new ArrayList<>(1))
          .add(value == null ? "" : value);
    }
    return new HttpRequest(
        request.getMethod(),
        path(request),
        query(request),
        headers,
        NO_BODY,
        List.of(),
        Request.getRemoteAddr(request),
        request.getConnectionMetaData().getHttpVersion().asString(),
        requestId);
  }

  /** Of the body in bytes; 0 without one, -1 when it is not declared. */
  static long declaredLength(Request request) {
    long length = request.getLength();
    if (length >= 0) {
      return length;
    }
    return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING) ? -1 : 0;
  }

  /** Programs put a base address and a path together, and both may bring a slash. */
  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    return path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
  }

  private static Map<String, List<String>> query(Request request) {
    String query = request.getHttpURI().getQuery();
    if (query == null || query.isEmpty()) {
      return Map.of();
    }
    try {
      return Percent.decodeForm(query);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
