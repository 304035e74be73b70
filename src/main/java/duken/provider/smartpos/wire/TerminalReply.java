package duken.provider.smartpos.wire;

import tools.jackson.databind.JsonNode;

/** What became of one call to a terminal (Smart POS, section 5). */
public sealed interface TerminalReply {

  /** {@code statusCode} 0. */
  record Done(JsonNode data) implements TerminalReply {}

  /**
   * A readable refusal: this call did nothing.
   *
   * @param code {@code statusCode}
   * @param text the useful sentence, or null
   */
  record Refused(int code, String text) implements TerminalReply {}

  /** HTTP 401 or 403: the token is unknown or too old, and nothing happened. */
  record TokenRefused() implements TerminalReply {}

  /** The call surely never left. */
  record NotSent(String code) implements TerminalReply {}

  /** The terminal shows another certificate, or is another terminal: nothing was sent. */
  record Stranger(String trouble) implements TerminalReply {}

  /** The call left, and no readable answer came: it may have done its work. */
  record NoAnswer(String code) implements TerminalReply {}

  /** The shop has no tokens that the terminal would take: it has to be paired again. */
  record Unpaired() implements TerminalReply {}
}
