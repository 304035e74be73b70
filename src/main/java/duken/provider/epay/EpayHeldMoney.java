package duken.provider.epay;

import duken.provider.PaymentProvider.Withdrawn;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.epay.account.EpayAccount;
import duken.provider.epay.payment.EpayPayment;
import duken.provider.epay.payment.EpayStatus;
import duken.provider.epay.wire.EpayCalls;
import duken.provider.epay.wire.EpayReply;
import duken.provider.epay.wire.EpayTokens;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Money that the bank holds and has not taken (ePay sheet, section 8): confirmed where the terminal
 * leaves that to us, released when the shop cancels.
 */
final class EpayHeldMoney {

  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
  private final EpayCalls calls;
  private final EpayTokens tokens;
  private final EpayStatusQuery statuses;
  private final boolean charges;

  /**
   * @param charges whether held money is confirmed by us
   */
  EpayHeldMoney(EpayCalls calls, EpayTokens tokens, EpayStatusQuery statuses, boolean charges) {
    this.calls = calls;
    this.tokens = tokens;
    this.statuses = statuses;
    this.charges = charges;
  }

  /** Whether this payment's money is held, as far as is known. */
  static boolean isHeld(EpayPayment payment) {
    return payment.status() == EpayStatus.BLOCKED;
  }

  /** Confirms it once; what became of it is told by the next status. */
  void confirm(EpayAccount account, EpayPayment payment) {
    if (charges && confirmed.add(payment.names().identifier())) {
      EpayReply reply =
          operate(
              account,
              payment,
              (token, id) -> calls.charge(account, token, id, payment.names().identifier()));
      if (reply instanceof EpayReply.NotSent || reply instanceof EpayReply.Unauthorized) {
        confirmed.remove(payment.names().identifier());
      }
    }
  }

  /** Nothing is held any more. */
  void forget(EpayPayment payment) {
    confirmed.remove(payment.names().identifier());
  }

  /** Lets it go back to the customer. */
  ProviderReply<Withdrawn> release(EpayAccount account, EpayPayment payment) {
    EpayReply reply =
        operate(
            account,
            payment,
            (token, id) -> calls.cancel(account, token, id, payment.names().identifier()));
    return switch (reply) {
      case EpayReply.Success _ -> new Accepted<>(new Withdrawn());
      case EpayReply.Refused(_, String code, String message) ->
          new Declined<>(
              code == null ? "cancel_refused" : "bank_code_" + code, message, Why.REFUSED);
      case EpayReply.Unauthorized() -> new Declined<>("token_refused", null, Why.SIGNED_OUT);
      case EpayReply.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
      case EpayReply.Unclear(String code) -> new Unknown<>(code);
    };
  }

  private EpayReply operate(
      EpayAccount account, EpayPayment payment, BiFunction<String, String, EpayReply> call) {
    String transaction = statuses.transaction(account, payment);
    return transaction == null
        ? new EpayReply.NotSent("transaction_unknown")
        : tokens.forRefund(account, token -> call.apply(token, transaction)).reply();
  }
}
