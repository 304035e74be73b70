package duken.api.reconcile;

import java.util.List;
import java.util.Map;

/** Reconciliation with the bank's own list, under {@code /desk/v1}. Sums are decimals. */
public final class ReconcileJson {

  private ReconcileJson() {}

  /**
   * {@code GET /desk/v1/reconciliations}.
   *
   * @param providers the shop's providers, those without a list included
   * @param today the bank's day of now, {@code 2026-05-14}
   * @param runs newest first
   */
  public record Overview(List<ListedProvider> providers, String today, List<Run> runs) {
    public Overview {
      providers = List.copyOf(providers);
      runs = List.copyOf(runs);
    }
  }

  /**
   * A provider of the shop.
   *
   * @param days how far back its bank's list reaches; 0 when it has none
   */
  public record ListedProvider(String provider, boolean connected, long days) {}

  /**
   * A reading of the bank's list.
   *
   * @param startedBy person and desk
   * @param startedAt RFC 3339, UTC
   */
  public record Run(
      long id, String provider, Span span, Progress progress, String startedBy, String startedAt) {}

  /**
   * What is compared.
   *
   * @param day of the bank, {@code 2026-05-14}, or null for a shift
   * @param shiftId or null for a day
   * @param shiftNumber counted by its desk, or null for a day
   * @param from RFC 3339, UTC
   * @param until no longer part of it
   */
  public record Span(String day, Long shiftId, Long shiftNumber, String from, String until) {}

  /**
   * How far it has come.
   *
   * @param state {@code running}, {@code done}, {@code stopped}, {@code interrupted}, {@code
   *     failed}
   * @param problem why it failed: {@code signed_out} or the bank's word; or null
   */
  public record Progress(String state, long pages, long lines, String endedAt, String problem) {

    /** Whether pages are still being read. */
    public boolean isRunning() {
      return state.equals("running");
    }
  }

  /** {@code POST /desk/v1/reconciliations}: a day or a shift, the other is null. */
  public record Start(String provider, String day, Long shiftId) {}

  /**
   * {@code GET /desk/v1/reconciliations/{id}}: as it stands now.
   *
   * @param lines oldest first
   * @param sums one for each kind that there is
   * @param fees by what was paid from
   */
  public record Result(Run run, List<Line> lines, List<Sum> sums, List<Fee> fees) {
    public Result {
      fees = List.copyOf(fees);
      lines = List.copyOf(lines);
      sums = List.copyOf(sums);
    }
  }

  /**
   * The lines of one kind together.
   *
   * @param lines how many
   * @param open how many of them wait for somebody
   * @param bankSum negative where more went back than came
   * @param ownSum the same of ours
   */
  public record Sum(String kind, long lines, long open, String bankSum, String ownSum) {}

  /**
   * A line of the bank and what we know of it, or a sale or refund of ours that it does not list.
   *
   * @param kind {@code matched}, {@code only_bank}, {@code only_here}, {@code sum_differs}, {@code
   *     returned_there}
   * @param open whether it waits for somebody
   * @param back whether it is money that went back
   * @param at RFC 3339, UTC
   * @param bank null when the bank does not list it
   * @param own null when nothing of it is known here
   * @param decision what was said last, or null
   */
  public record Line(
      String kind, boolean open, boolean back, String at, Bank bank, Own own, Decision decision) {}

  /**
   * The bank's side.
   *
   * @param lineId names it
   * @param amount null when the bank's text could not be read
   * @param source the bank's word for what was paid from, or null
   */
  public record Bank(long lineId, String amount, String order, String payer, String source) {}

  /**
   * Our side.
   *
   * @param status of the sale, or null where it is about a refund
   */
  public record Own(long invoiceId, long number, String amount, String status, Long refundId) {}

  /**
   * What was said.
   *
   * @param what {@code accepted}, {@code linked}, {@code returning}
   * @param reason or null
   * @param by person and desk, {@code auto} for the owner's rule
   */
  public record Decision(String what, String reason, String by, String at) {}

  /** A sale that money of the bank may belong to. */
  public record Candidate(
      long invoiceId, long number, String status, String amount, String createdAt) {}

  /** {@code POST /desk/v1/bank-lines/{id}/link}. */
  public record Link(long invoiceId) {}

  /** {@code POST /desk/v1/bank-lines/{id}/accept} and {@code /refund}. */
  public record Reason(String reason) {}

  /** {@code POST /desk/v1/own-lines/{invoice}/accept}. */
  public record OwnReason(Long refundId, String reason) {}

  /**
   * {@code GET /desk/v1/unassigned}: money that no invoice asked for.
   *
   * @param payer or null
   * @param candidates sales it may belong to, newest first
   */
  public record Stranger(
      long lineId, String amount, String at, String payer, List<Candidate> candidates) {
    public Stranger {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * {@code GET} and {@code PUT /desk/v1/bank-list}: what the owner has chosen.
   *
   * @param shown whether money without an invoice is shown at the till
   * @param auto whether it settles the only open sale that fits
   * @param minutes so far before the money that sale may have been made
   * @param rates per cent by the bank's word in lower case, {@code "0.95"}
   */
  public record Rule(boolean shown, boolean auto, int minutes, Map<String, String> rates) {
    public Rule {
      rates = Map.copyOf(rates);
    }
  }

  /**
   * What one source brought, and what the bank is expected to keep.
   *
   * @param source the bank's word; empty where it named none
   * @param rate per cent, or null where none is set
   * @param fee expected, or null without a rate
   * @param net what is left of sales and returns; without a rate nothing is taken off
   */
  public record Fee(
      String source,
      long sales,
      String salesSum,
      String backSum,
      String rate,
      String fee,
      String net) {}

  /** {@code POST /desk/v1/training/sticker}: practice money without an invoice. */
  public record Sticker(String amount) {}

  /** What became of money that was linked or given back: the sale that has it now. */
  public record Outcome(long invoiceId, long number, String status, String refundStatus) {}
}
