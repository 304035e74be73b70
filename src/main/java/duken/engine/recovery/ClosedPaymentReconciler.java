package duken.engine.recovery;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.tenant.Tenant;
import duken.engine.poll.PaymentPoller;
import duken.engine.runtime.ProviderRouter;
import duken.engine.runtime.ShopWorkers;
import duken.provider.Connection;
import duken.provider.Differences;
import duken.provider.PaymentProvider;
import duken.store.InvoiceQuery;
import duken.store.Page;
import duken.store.Scope;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks back at the live invoices of the last day that are closed here: a refund made in the
 * merchant's own telephone, or money that came after all, is only visible to whoever looks (cashier
 * sheet, section 8). The bank's history tells which are worth a question of their own.
 */
public final class ClosedPaymentReconciler {

  private static final Logger LOG = LoggerFactory.getLogger(ClosedPaymentReconciler.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration HOW_FAR = Duration.ofHours(24);
  private static final int PAGE = 100;
  private static final int MOST = 5_000;

  /** The bank's history reaches no further. */
  private static final Duration FURTHEST = Duration.ofDays(30);

  private static final Set<InvoiceStatus> CLOSED =
      EnumSet.complementOf(EnumSet.of(InvoiceStatus.PENDING, InvoiceStatus.CANCELLING));

  private final Store store;
  private final ProviderRouter providers;
  private final PaymentPoller poller;
  private final InstantSource clock;
  private final ShopWorkers workers = new ShopWorkers("look-back");

  public ClosedPaymentReconciler(
      Store store, ProviderRouter providers, PaymentPoller poller, InstantSource clock) {
    this.store = store;
    this.providers = providers;
    this.poller = poller;
    this.clock = clock;
  }

  /**
   * One look, at each shop beside the others. Does not wait for any bank.
   *
   * @return how long the next one may wait
   */
  public Duration begin() {
    List<Long> shops = store.read(tx -> tx.tenants().all()).stream().map(Tenant::id).toList();
    workers.begin(shops, this::look);
    return EVERY;
  }

  /** The same, waiting until every bank has answered. */
  public Duration round() {
    Duration rest = begin();
    awaitQuiet(EVERY);
    return rest;
  }

  public boolean awaitQuiet(Duration patience) {
    return workers.awaitQuiet(patience);
  }

  private void look(long tenantId) {
    Scope scope = new Scope(tenantId, Mode.LIVE);
    for (PaymentProvider provider : providers.live()) {
      if (provider.connection(tenantId) == Connection.CONNECTED) {
        look(scope, provider);
      }
    }
  }

  private void look(Scope scope, PaymentProvider provider) {
    Instant begun = clock.instant();
    String mark = "look-back." + provider.name() + "." + scope.tenantId();
    Instant since = since(mark, begun);
    List<Invoice> ours =
        closed(scope, since).stream()
            .filter(invoice -> provider.name().equals(invoice.bank().provider()))
            .toList();
    ClosedInvoices closed =
        new ClosedInvoices(store, scope, provider.name(), ours, since.minus(HOW_FAR), begun);
    Differences differing = provider.differing(closed, since);
    if (!differing.payments().isEmpty()) {
      LOG.info(
          "shop {}: the bank's history tells more of {}",
          scope.tenantId(),
          differing.payments().size());
    }
    boolean all = true;
    ours.stream()
        .filter(invoice -> invoice.bank().details().awaitsItsBank())
        .forEach(this::isAsked);
    for (Invoice invoice : invoices(closed, differing)) {
      all &= isAsked(invoice);
    }
    if (differing.complete() && all) {
      store.writeLightly(tx -> tx.storedSettings().put(mark, begun.toString()));
    }
  }

  private static List<Invoice> invoices(ClosedInvoices closed, Differences differing) {
    return differing.payments().stream()
        .flatMap(payment -> closed.invoice(payment).stream())
        .distinct()
        .toList();
  }

  private boolean isAsked(Invoice invoice) {
    try {
      poller.askNow(invoice);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("invoice {} could not be looked back at", invoice.id(), e);
      return false;
    }
  }

  /** A day, or since the last look that missed nothing: nobody may have looked for long. */
  private Instant since(String mark, Instant now) {
    Instant day = now.minus(HOW_FAR);
    Instant last = store.read(tx -> tx.storedSettings().get(mark)).map(Instant::parse).orElse(day);
    Instant furthest = now.minus(FURTHEST);
    Instant since = last.isBefore(day) ? last : day;
    return since.isBefore(furthest) ? furthest : since;
  }

  private List<Invoice> closed(Scope scope, Instant since) {
    List<Invoice> found = new ArrayList<>();
    Page<Invoice> page;
    do {
      InvoiceQuery query =
          new InvoiceQuery(
              CLOSED,
              null,
              new InvoiceQuery.Period(since.minus(HOW_FAR), null, false),
              new InvoiceQuery.Typed(null, null, null, null),
              new InvoiceQuery.Slice(InvoiceQuery.Sort.CREATED_AT, true, PAGE, found.size()));
      page = store.read(tx -> tx.invoices().list(scope, query));
      found.addAll(page.rows());
    } while (page.rows().size() == PAGE && found.size() < MOST);
    // A bill lives for a day, so what was closed in the last day may be two days old.
    return found.stream().filter(invoice -> invoice.revision().updatedAt().isAfter(since)).toList();
  }
}
