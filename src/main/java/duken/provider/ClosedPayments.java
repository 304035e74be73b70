package duken.provider;

import duken.domain.Money;
import java.util.List;

/** One shop's payments that are over as far as we know. */
public interface ClosedPayments {

  long tenantId();

  /** Those that were closed since the last complete look, and at least in the last day. */
  List<ClosedPayment> recent();

  /** Payments of any age with this number of the bank. */
  List<ClosedPayment> ofOperation(String operationId);

  /**
   * Paid ones of up to 90 days ago, the newest first, a limited number.
   *
   * @param payerName as the bank writes it
   * @param atLeast the smallest sum
   */
  List<ClosedPayment> paidBy(String payerName, Money atLeast);
}
