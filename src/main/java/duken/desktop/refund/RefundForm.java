package duken.desktop.refund;

import duken.desktop.kit.format.Sums;
import duken.domain.Money;
import java.util.List;

/**
 * What may be typed into a refund.
 *
 * @param left what can still be refunded
 * @param partial whether the bank takes less than everything
 * @param byHand whether the money was returned elsewhere already and is only written down, which
 *     wants a reason
 */
public record RefundForm(Money left, boolean partial, boolean byHand) {

  /** A refund that the bank is asked for. */
  public RefundForm(Money left, boolean partial) {
    this(left, partial, false);
  }

  /** The contract's limit of a reason (gateway contract, section 10). */
  public static final int LONGEST_REASON = 500;

  public sealed interface Check {

    /**
     * It can be asked for.
     *
     * @param amount to refund
     * @param after what would be left
     */
    record Good(Money amount, Money after) implements Check {}

    /**
     * It cannot.
     *
     * @param textKey why
     * @param values for the text's places
     */
    record Wrong(String textKey, List<String> values) implements Check {}
  }

  /**
   * Whether a reason has to be typed yet.
   *
   * @param reasonNeeded whether the shop wants a reason of every refund
   */
  boolean lacksReason(String reason, boolean reasonNeeded) {
    return (byHand || reasonNeeded) && (reason == null || reason.isBlank());
  }

  /** Reads what was typed. */
  public Check check(String sum, String reason) {
    if (reason != null && reason.strip().length() > LONGEST_REASON) {
      return wrong("refund.reason.too_long");
    }
    if (!partial) {
      return new Check.Good(left, Money.ZERO);
    }
    Sums.Typed typed = Sums.read(sum);
    if (typed.fault() == Sums.Fault.TOO_LARGE) {
      return tooMuch();
    }
    if (typed.fault() == Sums.Fault.EMPTY || typed.fault() == Sums.Fault.TOO_SMALL) {
      return wrong("refund.amount.missing");
    }
    if (typed.fault() == Sums.Fault.AMBIGUOUS) {
      return wrong("refund.amount.ambiguous");
    }
    if (typed.fault() != null) {
      return wrong("refund.amount.invalid");
    }
    return typed.money().exceeds(left)
        ? tooMuch()
        : new Check.Good(typed.money(), left.minus(typed.money()));
  }

  private Check tooMuch() {
    return new Check.Wrong("refund.amount.too_much", List.of(Sums.format(left)));
  }

  private static Check wrong(String textKey) {
    return new Check.Wrong(textKey, List.of());
  }
}
