package duken.provider.epay.wire;

import duken.domain.Money;
import duken.provider.epay.payment.EpayStatus;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a status answer says, whatever its shape (ePay sheet, section 4).
 *
 * @param result what the check-status code says, or null when the answer has none
 * @param word the status word as sent, or null
 * @param transactionId for a refund, or null
 * @param reference a last resort for the same, or null
 * @param amount or null
 */
public record StatusAnswer(
    Result result, String word, String transactionId, String reference, Money amount) {

  /** The meaning of {@code resultCode}. */
  public enum Result {
    /** 100: the transaction tells. */
    FOUND,
    /** 101. */
    REJECTED,
    /** 102: no such invoice. */
    NOT_FOUND,
    /** 103, 107 and codes nobody knows. */
    RETRY,
    /** 104 and 109: the terminal is missing in the token, or another client's. */
    MISCONFIGURED;

    static Result of(String code) {
      return switch (code) {
        case "100" -> FOUND;
        case "101" -> REJECTED;
        case "102" -> NOT_FOUND;
        case "104", "109" -> MISCONFIGURED;
        default -> RETRY;
      };
    }
  }

  /** Reads an answer; of a list the first entry counts. */
  public static StatusAnswer of(JsonNode answer) {
    JsonNode root = answer.isArray() ? answer.path(0) : answer;
    JsonNode transaction = root.path("transaction");
    JsonNode first = root.path("transactions").path(0);
    return new StatusAnswer(
        EpayFields.text(root, "resultCode").map(Result::of).orElse(null),
        EpayFields.firstText(root, "status", "paymentStatus", "transactionStatus")
            .or(() -> EpayFields.text(root.path("result"), "status"))
            .or(() -> EpayFields.firstText(transaction, "status", "statusName"))
            .or(() -> EpayFields.firstText(first, "status", "statusName"))
            .orElse(null),
        id(root).or(() -> id(transaction)).or(() -> id(first)).orElse(null),
        reference(root).or(() -> reference(transaction)).or(() -> reference(first)).orElse(null),
        EpayFields.money(root, "amount")
            .or(() -> EpayFields.money(transaction, "amount"))
            .or(() -> EpayFields.money(first, "amount"))
            .orElse(null));
  }

  /** The status, when the word is known. */
  public Optional<EpayStatus> status() {
    if (result == Result.REJECTED) {
      return Optional.of(EpayStatus.REJECTED);
    }
    return EpayStatus.of(word);
  }

  private static Optional<String> id(JsonNode node) {
    return EpayFields.firstText(node, "id", "transactionId", "operationId", "paymentId");
  }

  private static Optional<String> reference(JsonNode node) {
    return EpayFields.firstText(node, "reference", "intReference");
  }
}
