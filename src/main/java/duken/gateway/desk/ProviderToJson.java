package duken.gateway.desk;

import duken.api.BankJson;
import duken.domain.Capability;
import duken.engine.admin.ConnectAttempts;
import duken.engine.admin.ProviderConnections;
import duken.gateway.contract.Wire;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectionReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns what is known of a shop's providers into what people are told. */
public final class ProviderToJson {

  private ProviderToJson() {}

  /** How a shop stands with one provider. */
  public static BankJson.Provider row(ProviderConnections.Standing standing) {
    ConnectionReport report = standing.report();
    return new BankJson.Provider(
        standing.provider(),
        standing.live(),
        Wire.time(standing.since()),
        report.word(),
        report.trouble(),
        report.reachable(),
        report.organization(),
        report.capabilities().stream().sorted().map(Capability::wire).toList(),
        report.details());
  }

  /** How an attempt to connect stands. */
  public static BankJson.Attempt attempt(ConnectAttempts.Attempt attempt) {
    return attempt.outcome() == null
        ? new BankJson.Attempt("running", attempt.progress(), null, null, List.of(), false)
        : outcome(attempt.progress(), attempt.outcome());
  }

  /** How an attempt or a change ended. */
  public static BankJson.Attempt outcome(Map<String, String> progress, ConnectOutcome outcome) {
    return switch (outcome) {
      case ConnectOutcome.Connected(ConnectionReport report) -> {
        Map<String, String> all = new TreeMap<>(progress);
        all.putAll(report.details());
        yield new BankJson.Attempt("connected", all, null, null, List.of(), false);
      }
      case ConnectOutcome.Refused(
              String code,
              String sentence,
              List<String> choices,
              boolean badInput) ->
          new BankJson.Attempt("refused", progress, code, sentence, choices, badInput);
    };
  }
}
