package duken.provider.cashier;

import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.session.SessionRegistry;
import duken.provider.cashier.session.SessionRenewal;
import duken.provider.cashier.wire.BankAnswer;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Calls that change something, made in a shop's session (cashier sheet, section 10). */
final class SessionReplies {

  private final SessionRegistry sessionRegistry;
  private final SessionRenewal sessionRenewal;

  SessionReplies(SessionRegistry sessionRegistry, SessionRenewal sessionRenewal) {
    this.sessionRegistry = sessionRegistry;
    this.sessionRenewal = sessionRenewal;
  }

  /** What the bank answers to a call, told as every provider tells it. */
  <T> ProviderReply<T> reply(
      long tenantId,
      Function<CashierSession, BankAnswer> call,
      Function<JsonNode, Optional<T>> value) {
    Optional<CashierSession> session = sessionRegistry.alive(tenantId);
    if (session.isEmpty()) {
      return new Declined<>("session_dead", null, Why.SIGNED_OUT);
    }
    BankAnswer answer = sessionRenewal.asked(tenantId, session.get(), call);
    return switch (answer) {
      case BankAnswer.Success(JsonNode data) ->
          value
              .apply(data)
              .<ProviderReply<T>>map(Accepted::new)
              .orElseGet(() -> new Unknown<>("unreadable_answer"));
      case BankAnswer.SessionDead _, BankAnswer.MacRefused _ ->
          new Declined<>("session_dead", null, Why.SIGNED_OUT);
      case BankAnswer.NotFound() -> new Declined<>("not_found", null, Why.REFUSED);
      case BankAnswer.Refused(int code, String message) ->
          new Declined<>("bank_code_" + code, message, Why.REFUSED);
      case BankAnswer.Temporary(String code) -> new Unknown<>(code);
      case BankAnswer.NotSent(String code) -> new Declined<>(code, null, Why.NOT_SENT);
    };
  }
}
