package duken.desktop.terminal;

import duken.api.BankJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import java.util.Set;

/** Why pairing or a change came to nothing, in words. */
final class TerminalWords {

  private static final Set<String> KNOWN =
      Set.of(
          "address",
          "name",
          "no_tls",
          "unreachable",
          "name_known",
          "nobody_came",
          "no_answer",
          "certificate",
          "not_paired");

  private TerminalWords() {}

  static Message refused(BankJson.Attempt attempt) {
    String code = KNOWN.contains(attempt.code()) ? attempt.code() : "refused";
    return Message.of(Tone.BAD, "terminal.refused." + code);
  }
}
