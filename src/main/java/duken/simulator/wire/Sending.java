package duken.simulator.wire;

import java.time.Duration;

/** What to do with the connection once a request was dealt with. */
public sealed interface Sending {

  /** An answer in one piece. */
  record Whole(Reply reply) implements Sending {}

  /** An answer byte by byte. */
  record Slow(Reply reply, Duration perByte) implements Sending {}

  /** The head and half of the body, then the end of the connection. */
  record Half(Reply reply) implements Sending {}

  /** The end of the connection without a byte. */
  record Close() implements Sending {}

  record Reset() implements Sending {}
}
