package duken.webhook;

import java.io.IOException;

/** What came of an attempt, before anybody judged it. */
sealed interface Answer {

  /** The receiver answered in time. */
  record Status(int code) implements Answer {}

  /** There was no answer, or not all of it. */
  record Broken(IOException cause) implements Answer {}

  /** Nothing was sent: the address is not one a webhook may go to. */
  record Forbidden() implements Answer {}

  /** Nothing was sent: the shop's secret cannot be read, so there is no signature. */
  record Unsigned() implements Answer {}
}
