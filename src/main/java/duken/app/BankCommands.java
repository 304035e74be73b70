package duken.app;

import duken.api.BankJson;
import java.util.Optional;

/** What the commands about a shop's bank account share. */
final class BankCommands {

  private BankCommands() {}

  /** Opens the book of this data folder. */
  static BankBook book(Terminal terminal, FolderOption data) {
    return BankBook.of(data.prepare(terminal), terminal);
  }

  /** Why a sign-in stopped, and what to do. */
  static String why(BankJson.Step step) {
    String own =
        switch (String.valueOf(step.trouble())) {
          case "old_version" ->
              "The bank wants a newer application: raise cashier.app-version and cashier.app-build"
                  + " in duken.properties";
          case "phone_refused" -> "The bank does not accept this number";
          case "too_many_attempts" -> "Too many attempts; start again later";
          case "blocked" -> "The bank has blocked this account for a while; wait, do not try again";
          case "timed_out" -> "The sign-in took too long; start again";
          case "device_refused" -> "The bank refused this device";
          case "needs_bank_app" ->
              "The bank asks for something that only its own application can do; open it there"
                  + " first";
          case "no_cashier" ->
              "This number is no cashier of a shop; add it in the bank's" + " application";
          case "too_soon" ->
              "An SMS was sent a moment ago; wait %d s".formatted(step.status().smsWaitSeconds());
          case "unreachable" -> "The bank could not be reached or understood; try again";
          case "contract_mismatch" ->
              "The bank's answer does not fit this version of Duken; look for a newer one";
          default -> "The bank refused";
        };
    String bank =
        Optional.ofNullable(step.bankText())
            .map(text -> " The bank says: " + text)
            .orElseGet(
                () -> Optional.ofNullable(step.bankCode()).map(c -> " (" + c + ")").orElse(""));
    return own + "." + bank;
  }
}
