package duken.provider.kaspipay.wire;

import tools.jackson.databind.JsonNode;

/** What became of one call (Kaspi Pay sheet, sections 3 and 8). */
public sealed interface BankReply {

  /** StatusCode 0. */
  record Success(JsonNode data) implements BankReply {}

  /**
   * The bank answered with another StatusCode.
   *
   * @param message for a person, or null
   */
  record Refused(long code, String message) implements BankReply {}

  /** The caller was not recognised: HTTP 401 or 403, StatusCode -10000. */
  record Unrecognised() implements BankReply {}

  /** The bank answered that it cannot serve now and did nothing: StatusCode -999. */
  record Busy() implements BankReply {}

  /**
   * Nobody knows whether it was done: no answer, or one that cannot be understood.
   *
   * @param code stable lower-snake word
   */
  record Unclear(String code) implements BankReply {}

  /** The request surely never left this computer. */
  record NotSent(String code) implements BankReply {}
}
