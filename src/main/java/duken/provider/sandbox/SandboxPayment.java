package duken.provider.sandbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duken.provider.ProviderReading.Ending;
import duken.provider.SandboxCustomer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A payment in the practice bank's books. One line of the journal is one of these, whole: the last
 * line of an operation wins.
 *
 * @param ending how it ended, or null; kept when money came late
 * @param paidAt UTC, or null
 * @param payerName made up when it was opened
 * @param planned what the customer will do by himself, or null
 * @param changedAt UTC
 */
record SandboxPayment(
    String operationId,
    @JsonUnwrapped Terms terms,
    Stage stage,
    Ending ending,
    Instant paidAt,
    String payerName,
    Plan planned,
    List<Returned> returned,
    Instant changedAt) {

  /**
   * What was asked for; it never changes.
   *
   * @param amount in tiyn
   * @param mark finds it when its opening was not answered
   * @param until no money is taken from this instant on, UTC
   */
  record Terms(
      long tenantId, long invoiceId, long amount, String mark, Instant openedAt, Instant until) {}

  SandboxPayment {
    returned = List.copyOf(returned);
  }

  enum Stage {
    WAITING,
    SCANNED,
    CONFIRMING,
    PAID,
    ENDED;

    boolean isOpen() {
      return this == WAITING || this == SCANNED || this == CONFIRMING;
    }
  }

  /** What happens at {@code at} unless something else happens before. */
  record Plan(SandboxCustomer.Action action, Instant at) {}

  /**
   * Money that went back.
   *
   * @param refundId the engine's identifier: the same id is the same refund
   * @param amount in tiyn
   * @param at UTC, or null in books that older versions wrote
   */
  record Returned(long refundId, String bankId, long amount, Instant at) {}

  /** Somebody has paid to the shop's sticker. */
  static SandboxPayment sticker(String id, long tenantId, long amount, Instant at) {
    return new SandboxPayment(
        id,
        new Terms(tenantId, 0, amount, "sticker-" + id, at, at),
        Stage.PAID,
        null,
        at,
        PayerNames.of(id),
        null,
        List.of(),
        at);
  }

  /** The same payment after everything that time alone brings about. */
  SandboxPayment asOf(Instant now) {
    if (!stage.isOpen()) {
      return this;
    }
    if (planned != null && !now.isBefore(planned.at()) && planned.at().isBefore(terms.until())) {
      return after(planned.action(), planned.at()).orElse(this).asOf(now);
    }
    return now.isBefore(terms.until()) ? this : ended(Ending.RAN_OUT, terms.until());
  }

  /** What the customer's phone makes of it; empty when it does not allow that any more. */
  Optional<SandboxPayment> after(SandboxCustomer.Action action, Instant at) {
    if (action == SandboxCustomer.Action.PAY_LATE) {
      return stage == Stage.ENDED ? Optional.of(paid(at)) : Optional.empty();
    }
    if (!stage.isOpen()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (action) {
          case SCAN -> at(stage == Stage.WAITING ? Stage.SCANNED : stage, at);
          case CONFIRM -> at(Stage.CONFIRMING, at);
          case PAY, PAY_LATE -> paid(at);
          case DECLINE -> ended(Ending.CUSTOMER_DECLINED, at);
          case LEAVE -> ended(Ending.CUSTOMER_LEFT, at);
          case EXPIRE -> ended(Ending.RAN_OUT, at);
          case FAIL -> ended(Ending.FAILED, at);
        });
  }

  SandboxPayment ended(Ending how, Instant at) {
    return with(Stage.ENDED, how, paidAt, null, returned, at);
  }

  SandboxPayment plan(Plan plan, Instant at) {
    return with(stage, ending, paidAt, plan, returned, at);
  }

  SandboxPayment give(Returned back, Instant at) {
    List<Returned> all = new ArrayList<>(returned);
    all.add(back);
    return with(stage, ending, paidAt, planned, all, at);
  }

  Optional<Returned> returned(long refundId) {
    return returned.stream().filter(back -> back.refundId() == refundId).findFirst();
  }

  long returnedSum() {
    return returned.stream().mapToLong(Returned::amount).sum();
  }

  private SandboxPayment paid(Instant at) {
    return with(Stage.PAID, ending, at, null, returned, at);
  }

  private SandboxPayment at(Stage newStage, Instant at) {
    return with(newStage, ending, paidAt, planned, returned, at);
  }

  private SandboxPayment with(
      Stage newStage,
      Ending newEnding,
      Instant newPaidAt,
      Plan newPlan,
      List<Returned> newReturned,
      Instant at) {
    return new SandboxPayment(
        operationId, terms, newStage, newEnding, newPaidAt, payerName, newPlan, newReturned, at);
  }
}
