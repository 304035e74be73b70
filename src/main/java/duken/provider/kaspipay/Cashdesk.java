package duken.provider.kaspipay;

import duken.provider.kaspipay.account.KaspiPayAccount;
import duken.provider.kaspipay.account.KaspiPayAccounts;
import duken.provider.kaspipay.wire.BankFields;
import duken.provider.kaspipay.wire.BankReply;
import duken.provider.kaspipay.wire.KaspiPayCalls;
import duken.provider.kaspipay.wire.StatusCode;
import java.util.function.Function;

/**
 * Makes the calls of one shop. A cash desk that the bank has forgotten is registered again and the
 * call, which the bank refused, is made once more; whether the bank knows the caller is remembered
 * as the shop's trouble (Kaspi Pay sheet, section 8).
 */
final class Cashdesk {

  private final KaspiPayCalls calls;
  private final KaspiPayAccounts accounts;

  Cashdesk(KaspiPayCalls calls, KaspiPayAccounts accounts) {
    this.calls = calls;
    this.accounts = accounts;
  }

  /** Makes a call for a shop. */
  BankReply call(
      long tenantId, KaspiPayAccount account, Function<KaspiPayAccount, BankReply> call) {
    BankReply reply = call.apply(account);
    if (reply instanceof BankReply.Refused(long code, _) && code == StatusCode.DEVICE_UNKNOWN) {
      BankReply registered = calls.register(account);
      String token =
          registered instanceof BankReply.Success(var data)
              ? BankFields.text(data, "DeviceToken")
              : null;
      if (token != null) {
        KaspiPayAccount fresh = account.registered(token);
        accounts.keep(tenantId, fresh);
        reply = call.apply(fresh);
      }
    }
    heard(tenantId, reply);
    return reply;
  }

  private void heard(long tenantId, BankReply reply) {
    switch (reply) {
      case BankReply.Unrecognised() -> accounts.trouble(tenantId, "credentials_refused");
      case BankReply.Success _ -> accounts.trouble(tenantId, null);
      case BankReply.Refused(long code, _) when code == StatusCode.DEVICE_OFF ->
          accounts.trouble(tenantId, "device_off");
      case BankReply.Refused(long code, _) when code == StatusCode.TRADE_POINT_OFF ->
          accounts.trouble(tenantId, "trade_point_off");
      case BankReply.Refused _, BankReply.Busy _, BankReply.Unclear _, BankReply.NotSent _ -> {}
    }
  }
}
