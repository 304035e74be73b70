package duken.engine.poll;

import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.PayerProgress;
import duken.engine.poll.PolledInvoice.Known;
import duken.engine.poll.PolledInvoice.ProviderSession;
import duken.engine.runtime.InFlight;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.ProviderRouter;
import duken.engine.sync.PaymentSync;
import duken.engine.sync.SyncResult;
import duken.provider.PaymentProvider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the banks about open invoices: each question on a virtual thread, as many at once as the
 * session's bank allows, never two about the same invoice. A round starts what is due and returns;
 * an answer that comes in nudges the next round.
 */
public final class PaymentPoller {

  private static final Logger LOG = LoggerFactory.getLogger(PaymentPoller.class);
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  /** Questions that fall due within so little time are asked together. */
  private static final Duration SHORTEST_REST = Duration.ofMillis(50);

  private final PollQueue list;
  private final PollBatch pollBatch;
  private final PaymentSync inquiry;
  private final InvoiceLocks invoiceLocks;
  private final ProviderRouter providers;
  private final ProviderHealth providerHealth;

  /** One permit per question that may be under way in a session. */
  private final Map<ProviderSession, Semaphore> permits = new ConcurrentHashMap<>();

  private final InFlight inFlight = new InFlight();

  /** Something is due for which there was no place. */
  private volatile boolean wanting;

  private volatile Runnable nudge = () -> {};

  public PaymentPoller(
      PollQueue list,
      PollBatch pollBatch,
      PaymentSync inquiry,
      InvoiceLocks invoiceLocks,
      ProviderRouter providers,
      ProviderHealth providerHealth) {
    this.list = list;
    this.pollBatch = pollBatch;
    this.inquiry = inquiry;
    this.invoiceLocks = invoiceLocks;
    this.providers = providers;
    this.providerHealth = providerHealth;
  }

  /**
   * Starts every question that is due and allowed.
   *
   * @return how long the next round may wait, unless it is nudged
   */
  public Duration round() {
    for (ProviderSession providerSession : list.dueLanes()) {
      int allowance = providerHealth.allowance(providerSession, Integer.MAX_VALUE);
      Semaphore free = permits(providerSession);
      while (allowance > 0) {
        if (!free.tryAcquire()) {
          wanting = true;
          break;
        }
        boolean last = isLast(free, providerSession);
        List<PolledInvoice> batch =
            last
                ? list.takeOnScreen(providerSession)
                : list.take(providerSession, Math.min(allowance, bulk(providerSession)));
        wanting |= last && batch.isEmpty();
        if (batch.isEmpty()) {
          free.release();
          break;
        }
        allowance -= batch.size();
        start(() -> pollBatch.ask(providerSession, batch), free);
      }
    }
    Duration rest = providerHealth.untilProbe(list.untilNext(LONGEST_REST));
    return rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest;
  }

  /** Watches an open invoice of which nothing is known from now on. */
  public void watch(Invoice invoice) {
    begin(invoice, null);
  }

  /** Watches an invoice from now on whose payment the bank has just opened. */
  public void watch(Invoice invoice, BankOperation opened) {
    begin(invoice, new Known(PaymentSync.ref(invoice, opened), PayerProgress.WAITING, false, null));
  }

  private void begin(Invoice invoice, Known known) {
    Duration first =
        providers
            .of(invoice)
            .map(
                provider ->
                    known == null
                        ? provider.pace().firstQuestion()
                        : provider.firstQuestion(known.ref()))
            .orElse(LONGEST_REST);
    if (list.watch(invoice, known, first)) {
      nudge.run();
    }
  }

  /**
   * Something happened to an invoice's payment: the bank is asked, even if the invoice is closed.
   */
  public void hint(long invoiceId) {
    if (list.hurry(invoiceId)) {
      nudge.run();
    } else {
      start(() -> lookBack(invoiceId), null);
    }
  }

  /** The shop's bank is said to speak again: everything is due. */
  public void hurry(long tenantId) {
    list.hurry(providerSession -> providerSession.tenantId() == tenantId);
    providerHealth.tryNow(tenantId);
    nudge.run();
  }

  /** The shop's bank speaks again, as it has just told somebody else: everything is due. */
  public void resume(long tenantId) {
    providerHealth.heardElsewhere(tenantId);
    hurry(tenantId);
  }

  /**
   * Asks about an invoice now, waiting for a place in its session and for its turn.
   *
   * @return the invoice after it
   */
  public Invoice askNow(Invoice invoice) {
    Semaphore free = permits(ProviderSession.of(invoice));
    free.acquireUninterruptibly();
    try (Lock _ = invoiceLocks.hold(invoice.id())) {
      return askHolding(invoice);
    } finally {
      free.release();
    }
  }

  /**
   * Has the bank asked once about each of these open invoices and waits for the answers, however
   * many others wait for the same. Nothing is asked on behalf of somebody who waits no longer.
   */
  public void askAll(List<Invoice> invoices, Duration patience) {
    invoices.stream().filter(invoice -> !list.isWatched(invoice.id())).forEach(this::watch);
    Map<Long, CompletableFuture<Void>> answers = new LinkedHashMap<>();
    invoices.forEach(invoice -> answers.put(invoice.id(), list.wish(invoice.id())));
    invoices.stream().map(Invoice::tenantId).distinct().forEach(providerHealth::tryNow);
    round();
    CompletableFuture.allOf(answers.values().toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    answers.forEach(list::unwish);
  }

  /** Asks about an invoice whose turn the caller holds. */
  public Invoice askHolding(Invoice invoice) {
    SyncResult syncResult = inquiry.step(invoice.id());
    providerHealth.heard(ProviderSession.of(invoice), syncResult.answer());
    if (!syncResult.invoice().state().status().isOpen()) {
      list.forget(invoice.id());
    }
    return syncResult.invoice();
  }

  /** Who is called when a question was answered and a place is free. */
  public void onAnswer(Runnable newNudge) {
    nudge = newNudge;
  }

  /**
   * Waits until every question under way is answered.
   *
   * @return whether that was so before the patience ended
   */
  public boolean awaitQuiet(Duration patience) {
    return inFlight.awaitNone(patience);
  }

  private void start(Runnable question, Semaphore free) {
    inFlight.begin();
    Thread.ofVirtual()
        .name("bank-question")
        .start(
            () -> {
              try {
                question.run();
              } catch (Throwable e) {
                LOG.error("a question to the bank failed", e);
              } finally {
                if (free != null) {
                  free.release();
                }
                inFlight.end();
                if (wanting || list.hasUrgent()) {
                  wanting = false;
                  nudge.run();
                }
              }
            });
  }

  private void lookBack(long invoiceId) {
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      inquiry.step(invoiceId);
    }
  }

  private Semaphore permits(ProviderSession providerSession) {
    return permits.computeIfAbsent(
        providerSession,
        _ ->
            new Semaphore(
                provider(providerSession)
                    .map(provider -> provider.pace().parallelCalls())
                    .orElse(1)));
  }

  /** Whether nobody else of this session may ask meanwhile: that place is for a QR on a screen. */
  private boolean isLast(Semaphore free, ProviderSession providerSession) {
    return free.availablePermits() == 0
        && provider(providerSession).map(provider -> provider.pace().parallelCalls()).orElse(1) > 1;
  }

  private int bulk(ProviderSession providerSession) {
    return provider(providerSession).map(PaymentProvider::bulk).orElse(1);
  }

  private Optional<PaymentProvider> provider(ProviderSession providerSession) {
    return providers.named(providerSession.provider());
  }
}
