package duken.provider.epay.callback;

import duken.domain.Money;
import duken.provider.epay.payment.EpayStatus;
import duken.provider.epay.wire.EpayFields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What is read of a callback (ePay sheet, section 6). Whatever it holds of people and cards is not
 * read at all. Missing fields are empty.
 *
 * @param dateTime empty also when it cannot be read
 */
record CallbackPayload(
    Names names,
    Verdict verdict,
    Sum sum,
    Optional<String> terminal,
    Optional<Instant> dateTime,
    Optional<String> secretHash) {

  /**
   * Which payment it is about.
   *
   * @param identifier our payment identifier in either form
   */
  record Names(
      Optional<String> identifier, Optional<String> transactionId, Optional<String> billNumber) {}

  /** What it says of the payment. */
  record Verdict(Optional<EpayStatus> status, Optional<String> outcome, Optional<String> reason) {}

  /**
   * How much.
   *
   * @param amount empty when absent; {@link #amountUnreadable} when it is there and is no sum
   */
  record Sum(Optional<Money> amount, boolean amountUnreadable, Optional<String> currency) {}

  /** Local times of the bank's cards documents have no offset; they are Almaty's. */
  private static final ZoneOffset ALMATY = ZoneOffset.ofHours(5);

  private static final Pattern FRACTION = Pattern.compile("\\d{10}|\\d{13}");

  /** Reads a message. */
  static CallbackPayload of(JsonNode root) {
    Optional<String> amount = EpayFields.text(root, "amount");
    Optional<Money> sum = EpayFields.money(root, "amount");
    return new CallbackPayload(
        new CallbackPayload.Names(
            EpayFields.firstText(root, "invoiceId", "invoiceID"),
            EpayFields.firstText(root, "id", "transactionId"),
            EpayFields.text(root, "billNumber")),
        new CallbackPayload.Verdict(
            EpayFields.text(root, "status")
                .flatMap(EpayStatus::of)
                .or(() -> EpayFields.text(root, "payment_status").flatMap(EpayStatus::of)),
            EpayFields.text(root, "code"),
            EpayFields.text(root, "reason")),
        new CallbackPayload.Sum(
            sum,
            sum.isEmpty() && (amount.isPresent() || isPresent(root, "amount")),
            EpayFields.text(root, "currency")),
        EpayFields.text(root, "terminal"),
        EpayFields.text(root, "dateTime").flatMap(CallbackPayload::instant),
        EpayFields.text(root, "secret_hash"));
  }

  /** The status it means; empty when nobody can tell. */
  Optional<EpayStatus> meaning() {
    if (verdict.status().isPresent()) {
      return verdict.status();
    }
    boolean ok = verdict.outcome().filter("ok"::equalsIgnoreCase).isPresent();
    boolean success = verdict.reason().filter("success"::equalsIgnoreCase).isPresent();
    if (ok && success) {
      return Optional.of(EpayStatus.PAID);
    }
    return verdict.outcome().filter("error"::equalsIgnoreCase).map(_ -> EpayStatus.REJECTED);
  }

  private static boolean isPresent(JsonNode root, String field) {
    return root.hasNonNull(field);
  }

  private static Optional<Instant> instant(String text) {
    try {
      if (FRACTION.matcher(text).matches()) {
        BigDecimal number = new BigDecimal(text);
        return Optional.of(
            text.length() == 10
                ? Instant.ofEpochSecond(number.longValueExact())
                : Instant.ofEpochMilli(number.longValueExact()));
      }
      String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
      boolean offset = iso.matches(".*T.*(Z|z|[+-]\\d{2}(:?\\d{2})?)$");
      return Optional.of(
          offset
              ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant()
              : LocalDateTime.parse(iso).toInstant(ALMATY));
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }
}
