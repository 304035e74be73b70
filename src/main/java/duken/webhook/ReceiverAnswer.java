package duken.webhook;

import java.io.IOException;

/** What came of an attempt, before anybody judged it. */
sealed interface ReceiverAnswer {

  /** The receiver answered in time. */
  record Status(int code) implements ReceiverAnswer {}

  /** There was no answer, or not all of it. */
  record Broken(IOException cause) implements ReceiverAnswer {}

  /** Nothing was sent: the address is not one a webhook may go to. */
  record Forbidden() implements ReceiverAnswer {}

  /** Nothing was sent: the shop's secret cannot be read, so there is no signature. */
  record Unsigned() implements ReceiverAnswer {}
}
