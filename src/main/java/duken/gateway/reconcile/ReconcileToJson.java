package duken.gateway.reconcile;

import duken.api.reconcile.ReconcileJson;
import duken.engine.reconcile.FeeLine;
import duken.engine.reconcile.OwnerRule;
import duken.engine.reconcile.ReconciledLine;
import duken.engine.reconcile.ReconciliationService.Result;
import duken.engine.reconcile.UnassignedPayments;
import duken.gateway.contract.Wire;
import duken.store.reconcile.BankDecision;
import duken.store.reconcile.BankLine;
import duken.store.reconcile.OwnSide;
import duken.store.reconcile.Reconciliation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reconciliations on the wire. */
final class ReconcileToJson {

  private ReconcileToJson() {}

  /**
   * A reading.
   *
   * @param shiftNumber of its shift, or null
   */
  static ReconcileJson.Run run(Reconciliation run, Long shiftNumber) {
    Reconciliation.Progress progress = run.progress();
    return new ReconcileJson.Run(
        run.id(),
        run.provider(),
        new ReconcileJson.Span(
            run.span().day(),
            run.span().shiftId(),
            shiftNumber,
            Wire.time(run.span().from()),
            Wire.time(run.span().until())),
        new ReconcileJson.Progress(
            progress.state().wire(),
            progress.pages(),
            progress.lines(),
            Wire.time(progress.endedAt()),
            progress.problem()),
        run.startedBy(),
        Wire.time(run.startedAt()));
  }

  static ReconcileJson.Result result(Result result, Long shiftNumber) {
    return new ReconcileJson.Result(
        run(result.run(), shiftNumber),
        result.lines().stream().map(ReconcileToJson::line).toList(),
        sums(result.lines()),
        result.fees().stream().map(ReconcileToJson::fee).toList());
  }

  static ReconcileJson.Fee fee(FeeLine line) {
    long fee = line.feeTiyn() == null ? 0 : line.feeTiyn();
    return new ReconcileJson.Fee(
        line.source(),
        line.sales(),
        decimal(line.salesTiyn()),
        decimal(line.backTiyn()),
        line.rate() == null ? null : decimal(line.rate()),
        line.feeTiyn() == null ? null : decimal(line.feeTiyn()),
        decimal(line.salesTiyn() - line.backTiyn() - fee));
  }

  static ReconcileJson.Rule rule(OwnerRule rule) {
    Map<String, String> rates = new TreeMap<>();
    rule.rates().forEach((source, rate) -> rates.put(source, decimal(rate)));
    return new ReconcileJson.Rule(rule.shown(), rule.auto(), rule.minutes(), rates);
  }

  static ReconcileJson.Stranger stranger(UnassignedPayments.Waiting waiting) {
    BankLine.Told told = waiting.line().told();
    return new ReconcileJson.Stranger(
        waiting.line().id(),
        told.amount().toWire(),
        Wire.time(told.at()),
        told.payer(),
        waiting.candidates().stream().map(ReconcileToJson::candidate).toList());
  }

  private static List<ReconcileJson.Sum> sums(List<ReconciledLine> lines) {
    Map<ReconciledLine.Kind, List<ReconciledLine>> byKind =
        new EnumMap<>(ReconciledLine.Kind.class);
    lines.forEach(it -> byKind.computeIfAbsent(it.kind(), _ -> new ArrayList<>()).add(it));
    return byKind.entrySet().stream()
        .map(
            entry ->
                new ReconcileJson.Sum(
                    entry.getKey().wire(),
                    entry.getValue().size(),
                    entry.getValue().stream().filter(ReconciledLine::open).count(),
                    decimal(entry.getValue().stream().mapToLong(ReconciledLine::bankTiyn).sum()),
                    decimal(entry.getValue().stream().mapToLong(ReconciledLine::ownTiyn).sum())))
        .toList();
  }

  /** A decimal, negative where more went back than came. */
  static String decimal(long tiyn) {
    return BigDecimal.valueOf(tiyn, 2).toPlainString();
  }

  private static ReconcileJson.Line line(ReconciledLine line) {
    return new ReconcileJson.Line(
        line.kind().wire(),
        line.open(),
        line.isReturn(),
        Wire.time(line.at()),
        line.bank() == null ? null : bank(line.bank()),
        line.own() == null ? null : own(line.own()),
        line.decision() == null ? null : decision(line.decision()));
  }

  private static ReconcileJson.Bank bank(BankLine line) {
    BankLine.Told told = line.told();
    return new ReconcileJson.Bank(
        line.id(),
        told.amount() == null ? null : told.amount().toWire(),
        told.order() == null ? told.operationId() : told.order(),
        told.payer(),
        told.source());
  }

  private static ReconcileJson.Own own(ReconciledLine.Own own) {
    return new ReconcileJson.Own(
        own.invoiceId(),
        own.number(),
        own.amount().toWire(),
        own.status() == null ? null : own.status().wire(),
        own.refundId());
  }

  private static ReconcileJson.Decision decision(BankDecision decision) {
    return new ReconcileJson.Decision(
        decision.what().wire(), decision.reason(), decision.by(), Wire.time(decision.at()));
  }

  static ReconcileJson.Candidate candidate(OwnSide.Candidate candidate) {
    return new ReconcileJson.Candidate(
        candidate.invoiceId(),
        candidate.number(),
        candidate.status().wire(),
        candidate.amount().toWire(),
        Wire.time(candidate.createdAt()));
  }
}
