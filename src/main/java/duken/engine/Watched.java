package duken.engine;

import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.domain.Progress;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading.Waiting;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** An open invoice as the watcher remembers it. Guarded by the lock of {@link WatchList}. */
final class Watched {

  final long invoiceId;
  final Lane lane;
  final PaymentKind kind;
  final Instant createdAt;
  final Instant expiresAt;

  /** When it was last asked about, or put here. */
  Instant askedAt;

  Instant dueAt;

  /** Somebody wants to know at once: it goes first. */
  boolean urgent;

  boolean asking;

  /** While it was asked about somebody wanted to know at once: it is asked about again. */
  boolean again;

  /** Completed by the next answer about it, or null when nobody waits for one. */
  CompletableFuture<Void> wish;

  /** How many wait for it. */
  int wishers;

  /** When it would be due if nobody had wished to know earlier, or null. */
  Instant usuallyDueAt;

  /** Questions in a row that were not answered. */
  int silences;

  /** What the bank said last, or null when a full step is needed. */
  Known known;

  Watched(Invoice invoice, Known known, Instant now, Instant dueAt) {
    this.invoiceId = invoice.id();
    this.lane = Lane.of(invoice);
    this.kind = invoice.kind();
    this.createdAt = invoice.createdAt();
    this.expiresAt = invoice.terms().expiresAt();
    this.known = known;
    this.askedAt = now;
    this.dueAt = dueAt;
  }

  /**
   * One shop's session at one bank: the questions of a lane share its limit.
   *
   * @param provider name of the road
   */
  record Lane(String provider, long tenantId) {

    static Lane of(Invoice invoice) {
      return new Lane(invoice.bank().provider(), invoice.tenantId());
    }
  }

  /** What is known of the one operation the bank has. */
  record Known(PaymentRef ref, Progress progress, boolean held) {

    /** Whether the bank repeats it; another word for the same is no news. */
    boolean says(Waiting waiting) {
      return progress == waiting.progress() && held == waiting.held();
    }
  }

  boolean isOverdue(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
