package duken.gateway.server;

import duken.gateway.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

final class AnswerWriter {

  private static final int PIECE = 16 * 1024;

  private AnswerWriter() {}

  /**
   * Sends an answer and waits until it is with the operating system.
   *
   * @param close whether the connection ends with it
   * @throws IOException when the client has gone, or reads nothing for longer than a connection may
   *     be idle
   */
  static void write(HttpAnswer httpAnswer, Request request, Response response, boolean close)
      throws IOException {
    response.setStatus(httpAnswer.status());
    HttpFields.Mutable headers = response.getHeaders();
    httpAnswer.headers().forEach(headers::put);
    if (close) {
      headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    }
    if (!HttpStatus.hasNoBody(httpAnswer.status())) {
      headers.put(HttpHeader.CONTENT_LENGTH, httpAnswer.length());
    }
    try (InputStream source = httpAnswer.source() == null ? null : httpAnswer.source().content()) {
      if (source == null || request.getMethod().equals("HEAD")) {
        Content.Sink.write(response, true, ByteBuffer.wrap(httpAnswer.body()));
      } else {
        flow(source, httpAnswer.length(), response);
      }
    }
  }

  private static void flow(InputStream source, long length, Response response) throws IOException {
    byte[] piece = new byte[PIECE];
    for (long left = length; left > 0; ) {
      int read = source.read(piece, 0, (int) Math.min(piece.length, left));
      if (read < 0) {
        // A part is on its way: only a cut connection tells the client so.
        throw new IOException("a body is shorter than it was said to be");
      }
      left -= read;
      Content.Sink.write(response, left == 0, ByteBuffer.wrap(piece, 0, read));
    }
  }
}
