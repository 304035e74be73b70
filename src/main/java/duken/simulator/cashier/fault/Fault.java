package duken.simulator.cashier.fault;

import java.time.Duration;

/**
 * Something that goes wrong with a call.
 *
 * @param kind what
 * @param afterEffect whether the bank did what was asked before it went wrong
 * @param number an HTTP status, or a {@code StatusCode}
 * @param text a word for an error of the entrance
 * @param millis how long, in real time
 */
public record Fault(Kind kind, boolean afterEffect, int number, String text, long millis) {

  public enum Kind {
    /** The answer comes late; {@link Fault#afterEffect} says on which side of the effect. */
    DELAY,
    /** The connection is closed without an answer. */
    CUT,
    RESET,
    /**
     * No answer until released. Before the effect: then the connection ends and nothing was done.
     * After it: then the answer comes.
     */
    BLACK_HOLE,
    /** The answer comes byte by byte. */
    SLOW,
    /** Half of the answer comes. */
    HALF,
    /** An HTTP status that is not 200. */
    HTTP_STATUS,
    /** A page of HTML with 200. */
    HTML,
    /** JSON that breaks off, with 200. */
    BROKEN_JSON,
    /** Any {@code StatusCode} in the envelope, with {@link Fault#text} as its words (section 9). */
    STATUS_CODE,
    /** Any error code of the entrance, in {@code error}. */
    ENTRANCE_ERROR,
    /** The same in {@code data.error}. */
    ENTRANCE_DATA_ERROR,
    /** The same in {@code view.onOpenAlarm.error}. */
    ENTRANCE_ALARM
  }

  /** For {@code times}: until it is cleared. */
  public static final int FOREVER = -1;

  public Fault {
    text = text == null ? "" : text;
    if (kind == Kind.HTTP_STATUS && (number < 400 || number > 599)) {
      throw new IllegalArgumentException("a fault's HTTP status is 400 to 599");
    }
    if (millis < 0) {
      throw new IllegalArgumentException("time does not go back");
    }
  }

  /** A late answer. */
  public static Fault delay(Duration time) {
    return new Fault(Kind.DELAY, false, 0, "", time.toMillis());
  }

  /** Closed before anything was done. */
  public static Fault cutBefore() {
    return new Fault(Kind.CUT, false, 0, "", 0);
  }

  /** Done, then closed: the answer is lost. */
  public static Fault cutAfter() {
    return new Fault(Kind.CUT, true, 0, "", 0);
  }

  /** Reset before anything was done. */
  public static Fault resetBefore() {
    return new Fault(Kind.RESET, false, 0, "", 0);
  }

  /** Done, then reset. */
  public static Fault resetAfter() {
    return new Fault(Kind.RESET, true, 0, "", 0);
  }

  /** Silence; nothing is done. */
  public static Fault blackHole() {
    return new Fault(Kind.BLACK_HOLE, false, 0, "", 0);
  }

  /** Done, then silence. */
  public static Fault blackHoleAfter() {
    return new Fault(Kind.BLACK_HOLE, true, 0, "", 0);
  }

  /** One byte a second. */
  public static Fault slow() {
    return slow(Duration.ofSeconds(1));
  }

  /** One byte in this time. */
  public static Fault slow(Duration perByte) {
    return new Fault(Kind.SLOW, true, 0, "", perByte.toMillis());
  }

  /** Done, then half an answer. */
  public static Fault half() {
    return new Fault(Kind.HALF, true, 0, "", 0);
  }

  /** An HTTP status instead of the effect. */
  public static Fault http(int status) {
    return new Fault(Kind.HTTP_STATUS, false, status, "", 0);
  }

  /** Done, then an HTTP status. */
  public static Fault httpAfter(int status) {
    return new Fault(Kind.HTTP_STATUS, true, status, "", 0);
  }

  /** A page with 200 instead of the effect. */
  public static Fault html() {
    return new Fault(Kind.HTML, false, 0, "", 0);
  }

  /** Broken JSON instead of the effect. */
  public static Fault brokenJson() {
    return new Fault(Kind.BROKEN_JSON, false, 0, "", 0);
  }

  /** A {@code StatusCode} instead of the effect. */
  public static Fault statusCode(int code) {
    return new Fault(Kind.STATUS_CODE, false, code, "", 0);
  }

  /** An error of the entrance instead of the effect. */
  public static Fault entranceError(String code) {
    return new Fault(Kind.ENTRANCE_ERROR, false, 0, code, 0);
  }

  /** The same, after the effect. */
  public Fault after() {
    return new Fault(kind, true, number, text, millis);
  }

  /** How long, in real time. */
  Duration time() {
    return Duration.ofMillis(millis);
  }
}
