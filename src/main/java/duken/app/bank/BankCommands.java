package duken.app.bank;

import duken.api.BankJson;
import duken.app.folder.FolderOption;
import duken.app.terminal.Terminal;
import java.util.Optional;

/** What the commands about a shop's bank account share. */
final class BankCommands {

  private BankCommands() {}

  static BankAccountAdmin book(Terminal terminal, FolderOption data) {
    return BankAccountAdmin.of(data.prepare(terminal), terminal);
  }

  /** Why a sign-in stopped, and what to do. */
  static String why(ConnectWords words, BankJson.Step step) {
    String own =
        "too_soon".equals(step.trouble())
            ? words.get("trouble.too_soon", step.status().progress().smsWaitSeconds())
            : why(words, step.trouble());
    String bank =
        Optional.ofNullable(step.bankText())
            .map(text -> " " + words.get("bank_says", text))
            .orElseGet(
                () -> Optional.ofNullable(step.bankCode()).map(c -> " (" + c + ")").orElse(""));
    return own + "." + bank;
  }

  /** What is in the way and what to do, without a full stop. */
  static String why(ConnectWords words, String trouble) {
    return words.find("trouble." + trouble).orElseGet(() -> words.get("trouble.refused"));
  }
}
