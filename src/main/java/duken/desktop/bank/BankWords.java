package duken.desktop.bank;

import duken.api.BankJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is said when the bank does not let a cashier in: what happened, and what to do next. */
public final class BankWords {

  private static final String UNCLEAR = "unclear";
  private static final Set<String> KNOWN =
      Set.of(
          "old_version",
          "phone_refused",
          "too_many_attempts",
          "blocked",
          "timed_out",
          "device_refused",
          "identity_unreadable",
          "needs_bank_app",
          "needs_password",
          "needs_face",
          "no_cashier",
          "no_shop",
          "not_allowed",
          "too_soon",
          "unreachable",
          "contract_mismatch",
          "other_device");

  private BankWords() {}

  /** Two or three words for the bank's light. */
  public static String reasonKey(String trouble) {
    return "bank.reason." + known(trouble);
  }

  /** The sentences for a trouble, the first one in its colour. */
  static List<Message> of(String trouble) {
    String word = known(trouble);
    return List.of(
        Message.of(Tone.BAD, "bank.trouble." + word), Message.of(Tone.PLAIN, "bank.next." + word));
  }

  /** The same for a step that stopped, with the bank's own words if it had any. */
  static List<Message> of(BankJson.Step step) {
    List<Message> all = new ArrayList<>(of(step.trouble()));
    String own = step.bankText() == null ? step.bankCode() : step.bankText();
    if (own != null && !own.isBlank()) {
      all.add(Message.of(Tone.PLAIN, "bank.says", own.strip()));
    }
    return all;
  }

  private static String known(String trouble) {
    return trouble != null && KNOWN.contains(trouble) ? trouble : UNCLEAR;
  }
}
