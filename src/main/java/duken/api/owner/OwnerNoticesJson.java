package duken.api.owner;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How the owner is told off the till.
 *
 * @param tokenSet whether a bot's token is kept
 * @param chat where the bot writes, or null
 * @param language of the messages, or null before anything was chosen
 * @param refundAbove returns of more than this are told, {@code 5000.00}; null for none
 * @param silentMinutes how long a bank is silent before it is told
 * @param waiting messages that are still to be sent
 * @param problem why the last one did not arrive: {@code wrong_token}, {@code wrong_chat}, {@code
 *     blocked}, {@code refused}, {@code unreachable}; or null
 * @param problemAt RFC 3339, or null
 */
public record OwnerNoticesJson(
    boolean enabled,
    boolean tokenSet,
    String chat,
    String language,
    String refundAbove,
    Integer silentMinutes,
    long waiting,
    String problem,
    String problemAt) {

  /** What changes; null stays as it is. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      Boolean enabled,
      String token,
      String chat,
      String language,
      String refundAbove,
      Integer silentMinutes) {

    @Override
    public String toString() {
      return "change of the owner's notices";
    }
  }

  /**
   * How a test ended.
   *
   * @param problem as above, or {@code not_set}; null when it arrived
   */
  public record Tested(String problem) {}
}
