package duken.engine.poll;

import duken.domain.Invoice;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** An open invoice as the watcher remembers it. Guarded by the lock of {@link PollQueue}. */
public final class PolledInvoice {

  final long invoiceId;
  final ProviderSession providerSession;
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
  private CompletableFuture<Void> wish;

  /** How many wait for it. */
  private int wishers;

  /** When it would be due if nobody had wished to know earlier, or null. */
  Instant usuallyDueAt;

  /** Questions in a row that were not answered. */
  int silences;

  /** What the bank said last, or null when a full step is needed. */
  Known known;

  PolledInvoice(Invoice invoice, Known known, Instant now, Instant dueAt) {
    this.invoiceId = invoice.id();
    this.providerSession = ProviderSession.of(invoice);
    this.kind = invoice.kind();
    this.createdAt = invoice.revision().createdAt();
    this.expiresAt = invoice.terms().expiresAt();
    this.known = known;
    this.askedAt = now;
    this.dueAt = dueAt;
  }

  /**
   * One shop's session at one bank: the questions of a session share its limit.
   *
   * @param provider name of the provider
   */
  public record ProviderSession(String provider, long tenantId) {

    public static ProviderSession of(Invoice invoice) {
      return new ProviderSession(invoice.bank().provider(), invoice.tenantId());
    }
  }

  /**
   * What is known of the one operation the bank has.
   *
   * @param word the bank's own, or null
   */
  record Known(PaymentRef ref, PayerProgress payerProgress, boolean held, String word) {

    /** Whether the bank repeats it; another word for the same is news of a terminal only. */
    boolean says(Waiting waiting) {
      return payerProgress == waiting.payerProgress()
          && held == waiting.held()
          && (ref.kind() != PaymentKind.TERMINAL || Objects.equals(word, waiting.word()));
    }
  }

  boolean isOverdue(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** It was asked about; what was known before counts no more when somebody hurried meanwhile. */
  void asked(Known news, int newSilences, Duration pause, Instant now) {
    Instant next = now.plus(pause);
    if (usuallyDueAt != null && next.isBefore(usuallyDueAt)) {
      next = usuallyDueAt;
    }
    boolean sleepsThrough = now.isBefore(expiresAt) && expiresAt.isBefore(next);
    dueAt = again ? now : sleepsThrough ? expiresAt : next;
    known = again ? null : news;
    urgent = again;
    again = false;
    asking = false;
    askedAt = now;
    silences = newSilences;
  }

  /** One more waits for the next answer. */
  CompletableFuture<Void> wished() {
    if (wish == null) {
      wish = new CompletableFuture<>();
    }
    wishers++;
    return wish;
  }

  /**
   * One waits no longer.
   *
   * @param whose the wish he joined; another one may have taken its place
   * @return when it is due now that nobody waits, or null when that has not changed
   */
  Instant unwished(CompletableFuture<Void> whose) {
    if (wish != whose || --wishers > 0) {
      return null;
    }
    wish = null;
    Instant usual = usuallyDueAt;
    usuallyDueAt = null;
    return usual;
  }

  /** The answer is there: what is to be completed, or null. */
  CompletableFuture<Void> fulfilled() {
    CompletableFuture<Void> waiting = wish;
    wish = null;
    wishers = 0;
    usuallyDueAt = null;
    return waiting;
  }

  /** Completes what {@link #fulfilled} gave: outside of the lock, as others' work may follow. */
  static void complete(CompletableFuture<Void> wish) {
    if (wish != null) {
      wish.complete(null);
    }
  }
}
