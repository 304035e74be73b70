package duken.desktop;

import duken.api.reconcile.ReconcileApi;
import duken.api.reconcile.ReconcileJson;
import duken.api.reconcile.ReconcileJson.Bank;
import duken.api.reconcile.ReconcileJson.Candidate;
import duken.api.reconcile.ReconcileJson.Decision;
import duken.api.reconcile.ReconcileJson.Line;
import duken.api.reconcile.ReconcileJson.Own;
import duken.api.reconcile.ReconcileJson.Progress;
import duken.api.reconcile.ReconcileJson.Run;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bank's own list, without a bank. */
public final class PracticeReconcile implements ReconcileApi {

  private static final String DAY = "2026-05-14";

  /** The shop's providers. */
  public volatile List<ReconcileJson.ListedProvider> providers =
      List.of(new ReconcileJson.ListedProvider("cashier", true, 28));

  /** What every reading brings. */
  public final List<Line> lines = new ArrayList<>();

  /** Sales that fit. */
  public volatile List<Candidate> candidates = List.of();

  /** How far a reading has come when it is asked about. */
  public volatile Progress progress = new Progress("done", 2, 6, DAY + "T10:00:00Z", null);

  /** What was decided, in order. */
  public final List<String> said = new ArrayList<>();

  /** What the bank is expected to keep. */
  public volatile List<ReconcileJson.Fee> fees =
      List.of(
          new ReconcileJson.Fee("GOLD", 3, "44000.00", "3000.00", "0.95", "389.50", "40610.50"),
          new ReconcileJson.Fee("RED", 1, "2500.50", "0.00", null, null, "2500.50"));

  /** Money without an invoice. */
  public final List<ReconcileJson.Stranger> strangers = new ArrayList<>();

  /** What the owner has chosen. */
  public volatile ReconcileJson.Rule rule =
      new ReconcileJson.Rule(true, false, 15, Map.of("gold", "0.95"));

  /** What the next call ends with, or null. */
  public volatile RuntimeException failure;

  private final List<Run> runs = new ArrayList<>();

  @Override
  public ReconcileJson.Overview overview() {
    fail();
    return new ReconcileJson.Overview(providers, DAY, runs.reversed());
  }

  @Override
  public Run start(ReconcileJson.Start start) {
    fail();
    said.add("start " + (start.day() == null ? "shift " + start.shiftId() : start.day()));
    runs.add(run(runs.size() + 1, start));
    return runs.getLast();
  }

  private Run run(long id, ReconcileJson.Start start) {
    boolean shift = start.day() == null;
    return new Run(
        id,
        start.provider(),
        new ReconcileJson.Span(
            start.day(),
            start.shiftId(),
            start.shiftId(),
            shift ? DAY + "T04:00:00Z" : "2026-05-13T19:00:00Z",
            shift ? DAY + "T09:00:00Z" : "2026-05-14T19:00:00Z"),
        progress,
        "Айгуль (Касса 1)",
        DAY + "T09:30:00Z");
  }

  private Run now(long id) {
    Run it = runs.get((int) id - 1);
    return new Run(it.id(), it.provider(), it.span(), progress, it.startedBy(), it.startedAt());
  }

  @Override
  public ReconcileJson.Result result(long id) {
    fail();
    Map<String, List<Line>> kinds = new LinkedHashMap<>();
    lines.forEach(it -> kinds.computeIfAbsent(it.kind(), _ -> new ArrayList<>()).add(it));
    return new ReconcileJson.Result(
        now(id),
        lines,
        kinds.entrySet().stream()
            .map(
                it ->
                    new ReconcileJson.Sum(
                        it.getKey(),
                        it.getValue().size(),
                        it.getValue().stream().filter(Line::open).count(),
                        sum(it.getValue(), true),
                        sum(it.getValue(), false)))
            .toList(),
        fees);
  }

  private static String sum(List<Line> of, boolean bank) {
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    for (Line line : of) {
      String amount =
          bank
              ? line.bank() == null ? "0" : line.bank().amount()
              : line.own() == null ? "0" : line.own().amount();
      BigDecimal each = new BigDecimal(amount);
      sum = line.back() ? sum.subtract(each) : sum.add(each);
    }
    return sum.toPlainString();
  }

  @Override
  public Run stop(long id) {
    said.add("stop " + id);
    progress = new Progress("stopped", progress.pages(), progress.lines(), null, null);
    return now(id);
  }

  @Override
  public Run goOn(long id) {
    said.add("go on " + id);
    progress = new Progress("done", 3, 6, DAY + "T10:00:00Z", null);
    return now(id);
  }

  @Override
  public List<ReconcileJson.Stranger> strangers() {
    return List.copyOf(strangers);
  }

  @Override
  public ReconcileJson.Rule rule() {
    return rule;
  }

  @Override
  public ReconcileJson.Rule changeRule(ReconcileJson.Rule changed) {
    rule = changed;
    return changed;
  }

  @Override
  public List<ReconcileJson.Fee> shiftFees(long shiftId) {
    return fees;
  }

  @Override
  public void practise(String amount) {
    said.add("sticker " + amount);
  }

  @Override
  public List<Candidate> candidates(long lineId) {
    return candidates;
  }

  @Override
  public ReconcileJson.Outcome link(long lineId, long invoiceId) {
    fail();
    said.add("link " + lineId + " " + invoiceId);
    strangers.removeIf(it -> it.lineId() == lineId);
    decide(lineId, "matched", "linked", null);
    return new ReconcileJson.Outcome(invoiceId, 12, "paid", null);
  }

  @Override
  public void accept(long lineId, String reason) {
    fail();
    said.add("accept " + lineId + " " + reason);
    strangers.removeIf(it -> it.lineId() == lineId);
    decide(lineId, null, "accepted", reason);
  }

  @Override
  public void acceptOwn(long invoiceId, Long refundId, String reason) {
    said.add("accept own " + invoiceId + " " + reason);
  }

  @Override
  public ReconcileJson.Outcome giveBack(long lineId, String reason) {
    fail();
    said.add("give back " + lineId + " " + reason);
    decide(lineId, "matched", "returning", reason);
    return new ReconcileJson.Outcome(99, 31, "refunded", "completed");
  }

  private void decide(long lineId, String kind, String what, String reason) {
    lines.replaceAll(
        it ->
            it.bank() == null || it.bank().lineId() != lineId
                ? it
                : new Line(
                    kind == null ? it.kind() : kind,
                    false,
                    it.back(),
                    it.at(),
                    it.bank(),
                    it.own(),
                    new Decision(what, reason, "Айгуль (Касса 1)", DAY + "T10:05:00Z")));
  }

  private void fail() {
    RuntimeException now = failure;
    if (now != null) {
      throw now;
    }
  }

  /** One line of each kind and a few more. */
  public PracticeReconcile day() {
    lines.add(line("matched", false, false, 1, "15000.00", "Асель Т.", "GOLD", 11, "15000.00"));
    lines.add(line("matched", false, false, 2, "2500.50", "Ерлан К.", "RED", 12, "2500.50"));
    lines.add(line("sum_differs", true, false, 3, "14000.00", "Данияр М.", "GOLD", 13, "15000.00"));
    lines.add(line("only_bank", true, false, 4, "15000.00", "Мадина А.", "GOLD", 0, null));
    lines.add(line("returned_there", true, true, 5, "3000.00", "Асель Т.", "GOLD", 11, "3000.00"));
    lines.add(line("only_bank", true, false, 6, "99999999.99", "Тимур Ж.", null, 0, null));
    lines.add(
        new Line(
            "only_here",
            true,
            false,
            DAY + "T08:40:00Z",
            null,
            new Own(1017, 17, "4200.00", "paid", null),
            null));
    return this;
  }

  private static Line line(
      String kind,
      boolean open,
      boolean back,
      long id,
      String amount,
      String payer,
      String source,
      long number,
      String own) {
    return new Line(
        kind,
        open,
        back,
        DAY + "T0" + (id % 8) + ":15:00Z",
        new Bank(id, amount, "QR600000000" + id, payer, source),
        own == null ? null : new Own(1000 + number, number, own, back ? null : "paid", null),
        null);
  }
}
