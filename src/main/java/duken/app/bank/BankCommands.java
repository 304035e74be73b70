package duken.app.bank;

import duken.api.BankJson;
import duken.app.folder.FolderOption;
import duken.app.terminal.Terminal;
import java.util.Optional;

/** What the commands about a shop's bank account share. */
final class BankCommands {

  private BankCommands() {}

  /** Opens the book of this data folder. */
  static BankAccountAdmin book(Terminal terminal, FolderOption data) {
    return BankAccountAdmin.of(data.prepare(terminal), terminal);
  }

  /** Why a sign-in stopped, and what to do. */
  static String why(BankJson.Step step) {
    String own =
        "too_soon".equals(step.trouble())
            ? "An SMS was sent a moment ago; wait %d s".formatted(step.status().smsWaitSeconds())
            : why(step.trouble());
    String bank =
        Optional.ofNullable(step.bankText())
            .map(text -> " The bank says: " + text)
            .orElseGet(
                () -> Optional.ofNullable(step.bankCode()).map(c -> " (" + c + ")").orElse(""));
    return own + "." + bank;
  }

  /** What is in the way and what to do, without a full stop. */
  static String why(String trouble) {
    return switch (String.valueOf(trouble)) {
      case "old_version" ->
          "The bank wants a newer application: raise cashier.app-version and cashier.app-build in"
              + " duken.properties";
      case "phone_refused" -> "The bank does not accept this number";
      case "too_many_attempts" -> "Too many attempts; start again later";
      case "blocked" ->
          "The bank has blocked this account for a while; wait, do not try again today";
      case "timed_out" -> "The sign-in took too long; start again";
      case "device_refused" -> "The bank refused this device";
      case "needs_bank_app" ->
          "The bank asks for something that only its own application can do; open it there first";
      case "needs_password" ->
          "The bank asks for the password of this account, which Duken never asks for. Use a"
              + " separate cashier's number that was never signed in on another device, or another"
              + " way (terminal, official interface)";
      case "needs_face" ->
          "The code was right, but the bank wants to see your face in its own application. That"
              + " cannot be done here, and signing in on the telephone does not finish this"
              + " sign-in. Use a separate cashier's new number, or another way (terminal, official"
              + " interface)";
      case "no_cashier" -> "This number is no cashier of a shop; add it in the bank's application";
      case "no_shop" ->
          "This number belongs to no Kaspi Pay shop; use that of a cashier whom the owner added";
      case "not_allowed" ->
          "The bank registered this device but does not let it work with this account. Ask the"
              + " owner whether this number is a cashier's; do not repeat the sign-in at once";
      case "other_device" ->
          "This cashier signed in on another device, or is no cashier any more; connect again";
      case "unreachable" -> "The bank could not be reached or understood; try again";
      case "contract_mismatch" ->
          "The bank's answer does not fit this version of Duken; look for a newer one";
      default -> "The bank refused";
    };
  }
}
