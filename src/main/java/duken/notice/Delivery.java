package duken.notice;

import java.time.Duration;

/** How an attempt to send a message ended. */
sealed interface Delivery {

  record Sent() implements Delivery {}

  /**
   * It was not taken, and will not be before somebody changes something.
   *
   * @param why {@code wrong_token}, {@code wrong_chat}, {@code blocked} or {@code refused}
   */
  record Refused(String why) implements Delivery {}

  /**
   * Nobody knows whether it arrived, or it is to be sent later.
   *
   * @param after how long to wait at least
   */
  record Later(Duration after) implements Delivery {}
}
