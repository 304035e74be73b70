package duken.store.jdbc;

import duken.domain.Invoice;
import duken.store.Anomalies;
import duken.store.ApiKeys;
import duken.store.Catalog;
import duken.store.ExpiredRows;
import duken.store.IdempotentCalls;
import duken.store.Invoices;
import duken.store.LiveProviders;
import duken.store.MarketplaceBuyers;
import duken.store.MarketplaceOrders;
import duken.store.Operations;
import duken.store.Outbox;
import duken.store.ProviderPayments;
import duken.store.ProviderSecrets;
import duken.store.Refunds;
import duken.store.Store;
import duken.store.StoredSettings;
import duken.store.Tenants;
import duken.store.WebhookConfigs;
import duken.store.cart.DeskCarts;
import duken.store.cash.CashRows;
import duken.store.event.EventLog;
import duken.store.goods.Goods;
import duken.store.jdbc.cart.JdbcDeskCarts;
import duken.store.jdbc.cash.JdbcCash;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.database.SlotLocks;
import duken.store.jdbc.event.JdbcEventLog;
import duken.store.jdbc.goods.JdbcGoods;
import duken.store.jdbc.invoice.InvoiceHistory;
import duken.store.jdbc.invoice.JdbcAnomalies;
import duken.store.jdbc.invoice.JdbcInvoices;
import duken.store.jdbc.invoice.JdbcOperations;
import duken.store.jdbc.invoice.JdbcRefunds;
import duken.store.jdbc.marketplace.JdbcMarketplaceBuyers;
import duken.store.jdbc.notice.JdbcOwnerNotices;
import duken.store.jdbc.privacy.JdbcPersonalData;
import duken.store.jdbc.reconcile.JdbcBankLines;
import duken.store.jdbc.reconcile.JdbcReconciliations;
import duken.store.jdbc.search.InvoiceTally;
import duken.store.jdbc.shift.JdbcShifts;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.staff.JdbcStaffRecords;
import duken.store.notice.OwnerNotices;
import duken.store.privacy.PersonalData;
import duken.store.reconcile.BankLines;
import duken.store.reconcile.Reconciliations;
import duken.store.shift.Shifts;
import duken.store.staff.StaffRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one transaction reaches; lives as long as it. */
final class JdbcTx implements Store.Tx {

  private final Handle handle;
  private final Dialect dialect;
  private final NamedLocks locks;
  private final InvoiceHistory history;
  private final InvoiceTally tally;
  private final List<Runnable> tasks = new ArrayList<>();
  private final Map<Long, Invoice> locked = new HashMap<>();
  private boolean configures;

  JdbcTx(Handle handle, Dialect dialect, SlotLocks slots) {
    this.handle = handle;
    this.dialect = dialect;
    this.locks = new NamedLocks(slots);
    this.history = new InvoiceHistory(handle, locks);
    this.tally = new InvoiceTally(handle, locks);
  }

  /** Writes what waited for the end of the transaction. */
  void beforeCommit() {
    history.flush();
    tally.flush();
  }

  /** Whether shops, keys, settings or the choice of providers may have been changed. */
  boolean isConfigured() {
    return configures && handle.isChanged();
  }

  /** Does what was to be done once the transaction is kept. */
  void kept() {
    tasks.forEach(Runnable::run);
  }

  @Override
  public void afterCommit(Runnable task) {
    tasks.add(task);
  }

  @Override
  public Tenants tenants() {
    configures = true;
    return new JdbcTenants(handle);
  }

  @Override
  public ApiKeys keys() {
    configures = true;
    return new JdbcApiKeys(handle);
  }

  @Override
  public Invoices invoices() {
    return new JdbcInvoices(handle, dialect, locks, history, tally, locked);
  }

  @Override
  public EventLog events() {
    return new JdbcEventLog(handle, history::add);
  }

  @Override
  public Shifts shifts() {
    return new JdbcShifts(handle);
  }

  @Override
  public CashRows cash() {
    return new JdbcCash(handle, history);
  }

  @Override
  public Operations operations() {
    return new JdbcOperations(handle);
  }

  @Override
  public ProviderPayments providerPayments() {
    return new JdbcProviderPayments(handle);
  }

  @Override
  public ExpiredRows expiredRows() {
    return new JdbcExpiredRows(handle);
  }

  @Override
  public PersonalData personalData() {
    return new JdbcPersonalData(handle);
  }

  @Override
  public OwnerNotices ownerNotices() {
    return new JdbcOwnerNotices(handle);
  }

  @Override
  public Refunds refunds() {
    return new JdbcRefunds(handle, dialect);
  }

  @Override
  public Catalog catalog() {
    return new JdbcCatalog(handle, dialect, locks);
  }

  @Override
  public Goods goods() {
    return new JdbcGoods(handle, dialect);
  }

  @Override
  public Anomalies anomalies() {
    return new JdbcAnomalies(handle, locks);
  }

  @Override
  public MarketplaceOrders marketplaceOrders() {
    return new JdbcMarketplaceOrders(handle);
  }

  @Override
  public MarketplaceBuyers marketplaceBuyers() {
    return new JdbcMarketplaceBuyers(handle);
  }

  @Override
  public Outbox outbox() {
    return new JdbcOutbox(handle);
  }

  @Override
  public WebhookConfigs webhooks() {
    return new JdbcWebhookConfigs(handle, locks);
  }

  @Override
  public IdempotentCalls idempotentCalls() {
    return new JdbcIdempotentCalls(handle, locks);
  }

  @Override
  public StoredSettings storedSettings() {
    configures = true;
    return new JdbcSettings(handle, locks);
  }

  @Override
  public LiveProviders liveProviders() {
    configures = true;
    return new JdbcLiveProviders(handle, locks);
  }

  @Override
  public StaffRecords staff() {
    configures = true;
    return new JdbcStaffRecords(handle);
  }

  @Override
  public DeskCarts deskCarts() {
    return new JdbcDeskCarts(handle, locks);
  }

  @Override
  public ProviderSecrets providerSecrets() {
    return new JdbcProviderSecrets(handle, locks);
  }

  @Override
  public BankLines bankLines() {
    return new JdbcBankLines(handle, locks);
  }

  @Override
  public Reconciliations reconciliations() {
    return new JdbcReconciliations(handle);
  }
}
