package duken.engine;

import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Tenant;
import duken.provider.ClosedPayment;
import duken.provider.Connection;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.store.InvoiceQuery;
import duken.store.Page;
import duken.store.Scope;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks back at the live invoices of the last day that are closed here: a refund made in the
 * merchant's own telephone, or money that came after all, is only visible to whoever looks (cashier
 * sheet, section 8). The bank's history tells which are worth a question of their own.
 */
final class LookBack {

  private static final Logger LOG = LoggerFactory.getLogger(LookBack.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration HOW_FAR = Duration.ofHours(24);
  private static final int PAGE = 100;
  private static final int MOST = 5_000;

  /** In one round; the next one goes on. */
  private static final int MOST_ASKED = 50;

  private static final Set<InvoiceStatus> CLOSED =
      EnumSet.complementOf(EnumSet.of(InvoiceStatus.PENDING, InvoiceStatus.CANCELLING));

  private final Store store;
  private final Roads roads;
  private final PaymentWatcher watcher;
  private final InstantSource clock;
  private final ShopWorkers workers = new ShopWorkers("look-back");

  LookBack(Store store, Roads roads, PaymentWatcher watcher, InstantSource clock) {
    this.store = store;
    this.roads = roads;
    this.watcher = watcher;
    this.clock = clock;
  }

  /**
   * One look, at each shop beside the others. Does not wait for any bank.
   *
   * @return how long the next one may wait
   */
  Duration begin() {
    List<Long> shops = store.read(rooms -> rooms.tenants().all()).stream().map(Tenant::id).toList();
    workers.begin(shops, this::look);
    return EVERY;
  }

  /** The same, waiting until every bank has answered. */
  Duration round() {
    Duration rest = begin();
    awaitQuiet(EVERY);
    return rest;
  }

  boolean awaitQuiet(Duration patience) {
    return workers.awaitQuiet(patience);
  }

  private void look(long tenantId) {
    Scope scope = new Scope(tenantId, Mode.LIVE);
    for (PaymentProvider road : roads.live()) {
      if (road.connection(tenantId) == Connection.CONNECTED) {
        look(scope, road);
      }
    }
  }

  private void look(Scope scope, PaymentProvider road) {
    Map<PaymentRef, Invoice> invoices = new HashMap<>();
    List<ClosedPayment> closed = new ArrayList<>();
    for (Invoice invoice : closed(scope)) {
      if (road.name().equals(invoice.bank().provider())) {
        for (BankOperation operation : operations(invoice)) {
          ClosedPayment payment = believed(invoice, operation);
          closed.add(payment);
          invoices.put(payment.ref(), invoice);
        }
      }
    }
    if (closed.isEmpty()) {
      return;
    }
    Set<PaymentRef> differing = road.differing(closed);
    if (!differing.isEmpty()) {
      LOG.info("shop {}: the bank's history tells more of {}", scope.tenantId(), differing.size());
      differing.stream().map(invoices::get).distinct().limit(MOST_ASKED).forEach(watcher::askNow);
    }
  }

  private static ClosedPayment believed(Invoice invoice, BankOperation operation) {
    return new ClosedPayment(
        BankInquiry.ref(invoice, operation),
        operation.state() == BankOperation.State.PAID,
        invoice.state().refunded().plus(invoice.state().refunding()));
  }

  private List<BankOperation> operations(Invoice invoice) {
    return store.read(rooms -> rooms.operations().of(invoice.id())).stream()
        .filter(operation -> operation.operationId() != null)
        .toList();
  }

  private List<Invoice> closed(Scope scope) {
    Instant since = clock.instant().minus(HOW_FAR);
    List<Invoice> found = new ArrayList<>();
    Page<Invoice> page;
    do {
      InvoiceQuery query =
          new InvoiceQuery(
              CLOSED,
              null,
              since.minus(HOW_FAR),
              null,
              false,
              null,
              null,
              null,
              InvoiceQuery.Sort.CREATED_AT,
              true,
              PAGE,
              found.size());
      page = store.read(rooms -> rooms.invoices().list(scope, query));
      found.addAll(page.rows());
    } while (page.rows().size() == PAGE && found.size() < MOST);
    // A bill lives for a day, so what was closed in the last day may be two days old.
    return found.stream().filter(invoice -> invoice.updatedAt().isAfter(since)).toList();
  }
}
