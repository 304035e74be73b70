package duken.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;

/**
 * What was asked and what was answered.
 *
 * @param target path and query as sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Exchange(
    String method, String target, Map<String, List<String>> headers, byte[] body, Reply reply) {

  static Exchange of(HttpRequest request, Reply reply) {
    String query = request.uri().getRawQuery();
    return new Exchange(
        request.method(),
        request.uri().getRawPath() + (query == null ? "" : "?" + query),
        request.headers().map(),
        bytesOf(request),
        reply);
  }

  /** Reads both from the very bytes; the request may be anything. */
  static Exchange ofBytes(byte[] request, byte[] answer) {
    Message asked = Message.parse(request);
    Message answered = Message.parse(answer);
    String[] first = asked.first().split(" ", -1);
    int status = Integer.parseInt(answered.first().split(" ", 3)[1]);
    Reply reply =
        new Reply(
            status,
            java.net.http.HttpHeaders.of(answered.headers(), (_, _) -> true),
            answered.body());
    return first.length == 3
        ? new Exchange(first[0], first[1], asked.headers(), asked.body(), reply)
        : new Exchange("", "", Map.of(), new byte[0], reply);
  }

  String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  String query() {
    int question = target.indexOf('?');
    return question < 0 ? "" : target.substring(question + 1);
  }

  private static byte[] bytesOf(HttpRequest request) {
    if (request.bodyPublisher().isEmpty()) {
      return new byte[0];
    }
    BodySubscriber<byte[]> all = BodySubscribers.ofByteArray();
    request.bodyPublisher().get().subscribe(new PartByPart(all));
    return all.getBody().toCompletableFuture().join();
  }

  private record PartByPart(BodySubscriber<byte[]> all) implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      all.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer part) {
      all.onNext(List.of(part));
    }

    @Override
    public void onError(Throwable thrown) {
      all.onError(thrown);
    }

    @Override
    public void onComplete() {
      all.onComplete();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Message(String first, Map<String, List<String>> headers, byte[] body) {

    static Message parse(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      String head = end < 0 ? text : text.substring(0, end);
      String body = end < 0 ? "" : text.substring(end + 4);
      String[] lines = head.split("\r\n", -1);
      Map<String, List<String>> headers = new LinkedHashMap<>();
      for (int i = 1; i < lines.length; i++) {
        int colon = lines[i].indexOf(':');
        if (colon > 0) {
          headers
              .computeIfAbsent(lines[i].substring(0, colon), _ -> new java.util.ArrayList<>())
              .add(lines[i].substring(colon + 1).strip());
        }
      }
      return new Message(lines[0], headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
