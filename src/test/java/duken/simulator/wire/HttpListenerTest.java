package duken.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in arrives as it was sent, and what is not HTTP is said to be none. */
class HttpListenerTest {

  private HttpListener listener;

  @BeforeEach
  void open() throws IOException {
    listener = new HttpListener(0, HttpListenerTest::echo, new Pause());
    listener.start();
  }

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void namesValuesAndTheTargetStayAsTheyWereWritten() throws IOException {
    assertThat(say("GET /A%2fb?X=%D0%B0&&y HTTP/1.1\r\nX-One:  Two  three \r\nx-ONE: 4\r\n\r\n"))
        .contains("GET|/A%2fb?X=%D0%B0&&y|X-One=Two  three,x-ONE=4|");
  }

  @Test
  void aBodyComesByLengthOrInChunks() throws IOException {
    assertThat(say("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")).endsWith("|abc");
    assertThat(
            say(
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n"))
        .endsWith("|abcde");
  }

  @Test
  void aClientThatAsksFirstIsToldToGoOn() throws IOException {
    assertThat(say("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\na"))
        .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n");
  }

  @Test
  void requestsFollowOneAnotherOnOneConnection() throws IOException {
    assertThat(say("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .contains("GET|/1|", "GET|/2|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.0\r\n\r\n",
        "GET /\r\n\r\n",
        "GET http://elsewhere/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void whatIsNotHttpIsSaidToBeNone(String text) throws IOException {
    assertThat(say(text)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aFaultOfOurOwnIsSaidAndNotSwallowed() throws IOException {
    assertThat(say("GET /fail HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 500 ");
  }

  @Test
  void aTakenPortIsSaidToBeTaken() {
    assertThatThrownBy(() -> new HttpListener(listener.port(), HttpListenerTest::echo, new Pause()))
        .isInstanceOf(BindException.class);
  }

  @Test
  void aShutDoorRefusesAndOpensAgainOnTheSamePort() throws IOException {
    int port = listener.port();
    listener.shut();
    assertThat(listener.isOpen()).isFalse();
    assertThatThrownBy(() -> say("GET / HTTP/1.1\r\n\r\n")).isInstanceOf(ConnectException.class);
    listener.open();
    assertThat(listener.isOpen()).isTrue();
    assertThat(listener.port()).isEqualTo(port);
    assertThat(say("GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  private String say(String text) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", listener.port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Sending echo(Request request) {
    if (request.path().equals("/fail")) {
      throw new IllegalStateException("on purpose");
    }
    String headers =
        String.join(
            ",",
            request.headers().stream()
                .map(header -> header.name() + "=" + header.value())
                .toList());
    return new Sending.Whole(
        Reply.of(
            200,
            "text/plain",
            String.join("|", request.method(), request.target(), headers, request.text())));
  }
}
