package duken.provider.cashier.payment;

import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.NotFound;
import duken.provider.ProviderReading.Paid;
import duken.provider.ProviderReading.Silent;
import duken.provider.ProviderReading.Waiting;
import duken.provider.cashier.wire.BankAnswer;
import duken.provider.cashier.wire.CashierFields;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Turns the bank's answers about one payment into what they mean (cashier sheet, section 7). */
public final class CashierStatusMapper {

  private static final Logger LOG = LoggerFactory.getLogger(CashierStatusMapper.class);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final Duration WHEN_SIGNED_OUT = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Set<String> strangeWords = ConcurrentHashMap.newKeySet();

  public CashierStatusMapper(InstantSource clock) {
    this.clock = clock;
  }

  /** An answer of #2 or #5. */
  public ProviderReading read(PaymentRef payment, QrTiming timing, BankAnswer answer) {
    return switch (answer) {
      case BankAnswer.Success(JsonNode data) -> read(payment, timing, data);
      case BankAnswer.NotFound() -> new NotFound();
      case BankAnswer.SessionDead _, BankAnswer.MacRefused _ ->
          new Silent("session_dead", true, WHEN_SIGNED_OUT);
      case BankAnswer.Refused(int code, String _) -> silent("bank_code_" + code);
      case BankAnswer.Temporary(String code) -> silent(code);
      case BankAnswer.NotSent(String code) -> silent(code);
    };
  }

  /** A payment's own row or details. */
  ProviderReading read(PaymentRef payment, QrTiming timing, JsonNode data) {
    String word = CashierFields.text(data, "Status").orElse("");
    return switch (BankStatus.of(word)) {
      case BankStatus.Open(PayerProgress payerProgress) ->
          new Waiting(payerProgress, false, word, pause(payment, timing, payerProgress));
      case BankStatus.Paid() -> paid(data, word);
      case BankStatus.Over(ProviderReading.Ending ending) -> new Ended(ending, word);
      case BankStatus.Strange(String strange) -> {
        if (strangeWords.size() < 100 && strangeWords.add(strange)) {
          LOG.warn("the bank says a status word nobody knows: {}", printable(strange));
        }
        yield new Waiting(
            PayerProgress.WAITING, false, null, pause(payment, timing, PayerProgress.WAITING));
      }
    };
  }

  /** Words are the bank's, not a person's; anything else than a word is not written down. */
  private static String printable(String word) {
    return word.matches("[A-Za-z0-9_]{1,64}") ? word : "(no word)";
  }

  public static Silent signedOut() {
    return new Silent("session_dead", true, WHEN_SIGNED_OUT);
  }

  private static Silent silent(String code) {
    return new Silent(code, false, AFTER_TROUBLE);
  }

  private static Paid paid(JsonNode data, String word) {
    Optional<Money> returned = CashierFields.money(data, "TotalReturnsAmount");
    return new Paid(
        null,
        CashierFields.money(data, "Amount").orElse(null),
        CashierFields.firstText(data, "ClientName", "ClientShortName").orElse(null),
        returned.orElse(null),
        word);
  }

  private Duration pause(PaymentRef payment, QrTiming timing, PayerProgress payerProgress) {
    if (payment.kind() == PaymentKind.PHONE) {
      return BillPollInterval.at(Duration.between(payment.openedAt(), clock.instant()));
    }
    return payerProgress == PayerProgress.WAITING ? timing.beforeScan() : timing.afterScan();
  }
}
