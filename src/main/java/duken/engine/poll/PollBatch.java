package duken.engine.poll;

import duken.domain.InvoiceStatus;
import duken.engine.poll.PolledInvoice.Known;
import duken.engine.poll.PolledInvoice.ProviderSession;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.ProviderRouter;
import duken.engine.sync.PaymentSync;
import duken.engine.sync.SyncResult;
import duken.engine.sync.SyncResult.Answer;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.NotFound;
import duken.provider.ProviderReading.Paid;
import duken.provider.ProviderReading.Silent;
import duken.provider.ProviderReading.Undecided;
import duken.provider.ProviderReading.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the bank about a batch of watched invoices of one session and gives each back to the watch
 * list with the time of its next question. What the bank repeats costs no look into the store.
 */
public final class PollBatch {

  private static final Logger LOG = LoggerFactory.getLogger(PollBatch.class);

  /** When somebody else speaks with the bank about an invoice just now. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** When a provider with a bulk question did not come to it. */
  private static final Duration UNASKED = Duration.ofMillis(1500);

  private static final Duration ONLY_LOOKED_AT = Duration.ofMinutes(10);

  private static final Duration LAST_WORD = Duration.ofSeconds(15);

  private final PollQueue list;
  private final PaymentSync inquiry;
  private final InvoiceLocks invoiceLocks;
  private final ProviderRouter providers;
  private final ProviderHealth providerHealth;
  private final PollInterval pace;
  private final InstantSource clock;

  public PollBatch(
      PollQueue list,
      PaymentSync inquiry,
      InvoiceLocks invoiceLocks,
      ProviderRouter providers,
      ProviderHealth providerHealth,
      PollInterval pace,
      InstantSource clock) {
    this.list = list;
    this.inquiry = inquiry;
    this.invoiceLocks = invoiceLocks;
    this.providers = providers;
    this.providerHealth = providerHealth;
    this.pace = pace;
    this.clock = clock;
  }

  /** Asks about each of the batch once. */
  void ask(ProviderSession providerSession, List<PolledInvoice> batch) {
    Optional<PaymentProvider> provider = providers.named(providerSession.provider());
    List<PolledInvoice> quick = new ArrayList<>();
    List<Lock> turns = new ArrayList<>();
    try {
      for (PolledInvoice it : batch) {
        Optional<Lock> lock = invoiceLocks.tryHold(it.invoiceId);
        if (lock.isEmpty()) {
          list.done(it, null, it.silences, SOON);
        } else if (provider.isEmpty() || it.known == null || it.isOverdue(clock.instant())) {
          try (Lock _ = lock.get()) {
            digested(it, provider, () -> inquiry.step(it.invoiceId));
          }
        } else {
          turns.add(lock.get());
          quick.add(it);
        }
      }
      if (!quick.isEmpty()) {
        read(provider.orElseThrow(), quick);
      }
    } finally {
      turns.forEach(Lock::close);
    }
  }

  private void read(PaymentProvider provider, List<PolledInvoice> quick) {
    Map<PaymentRef, ProviderReading> readings = readings(provider, quick);
    for (PolledInvoice it : quick) {
      Known known = it.known;
      switch (readings.get(known.ref())) {
        case null -> list.done(it, known, it.silences, unasked(it, provider));
        case Waiting waiting when known.says(waiting) -> {
          providerHealth.heard(it.providerSession, Answer.SPOKE);
          list.done(it, known, 0, afterAnswer(it, provider, waiting.askAgainIn()));
        }
        case Silent silent -> silent(it, known, silent.askAgainIn());
        case Waiting news -> digested(it, provider, known, news);
        case Paid news -> digested(it, provider, known, news);
        case Ended news -> digested(it, provider, known, news);
        case Undecided news -> digested(it, provider, known, news);
        case NotFound news -> digested(it, provider, known, news);
      }
    }
  }

  /** What is asked about only when somebody looks is not thought of all the time. */
  private static Duration unasked(PolledInvoice it, PaymentProvider provider) {
    return provider.asksWhenLookedAt(it.kind).isPresent() ? ONLY_LOOKED_AT : UNASKED;
  }

  private static Map<PaymentRef, ProviderReading> readings(
      PaymentProvider provider, List<PolledInvoice> quick) {
    List<PaymentRef> refs = quick.stream().map(it -> it.known.ref()).toList();
    try {
      return provider.readAll(refs);
    } catch (Throwable e) {
      LOG.error("bank {} broke its promise never to throw", provider.name(), e);
      Map<PaymentRef, ProviderReading> silence = new LinkedHashMap<>();
      refs.forEach(ref -> silence.put(ref, new Silent("broken", false, null)));
      return silence;
    }
  }

  private void digested(
      PolledInvoice it, PaymentProvider provider, Known known, ProviderReading reading) {
    digested(
        it,
        Optional.of(provider),
        () -> inquiry.digest(it.invoiceId, known.ref().operationId(), reading));
  }

  private void digested(
      PolledInvoice it, Optional<PaymentProvider> provider, Supplier<SyncResult> step) {
    SyncResult syncResult;
    try {
      syncResult = step.get();
    } catch (Throwable e) {
      // Whatever happened, the invoice is given back: it would never be asked about again.
      LOG.error("invoice {}: what the bank said could not be written down", it.invoiceId, e);
      list.done(it, null, it.silences + 1, pace.afterSilence(it.silences + 1, null));
      return;
    }
    if (!syncResult.invoice().state().status().isOpen()) {
      providerHealth.heard(it.providerSession, syncResult.answer());
      list.forget(it.invoiceId);
    } else if (provider.isEmpty() || syncResult.answer() == Answer.SILENT) {
      silent(it, null, syncResult.askAgainIn());
    } else {
      providerHealth.heard(it.providerSession, syncResult.answer());
      list.done(it, known(syncResult), 0, afterAnswer(it, provider.get(), syncResult.askAgainIn()));
    }
  }

  private void silent(PolledInvoice it, Known known, Duration askAgainIn) {
    providerHealth.heard(it.providerSession, Answer.SILENT);
    int silences = it.silences + 1;
    list.done(it, known, silences, pace.afterSilence(silences, askAgainIn));
  }

  private Duration afterAnswer(PolledInvoice it, PaymentProvider provider, Duration askAgainIn) {
    Instant now = clock.instant();
    Duration pause = pace.afterAnswer(it.kind, provider.pace(), askAgainIn, it.createdAt, now);
    // Whoever waits for the bank's last word does not wait for five minutes.
    return it.isOverdue(now) && pause.compareTo(LAST_WORD) > 0 ? LAST_WORD : pause;
  }

  /** Only a plainly pending payment is asked about without a look into the store. */
  private static Known known(SyncResult syncResult) {
    return syncResult.open() == null
            || syncResult.waiting() == null
            || syncResult.invoice().state().status() != InvoiceStatus.PENDING
        ? null
        : new Known(
            PaymentSync.ref(syncResult.invoice(), syncResult.open()),
            syncResult.waiting().payerProgress(),
            syncResult.waiting().held(),
            syncResult.waiting().word());
  }
}
