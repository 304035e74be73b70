package duken.store;

import duken.store.cart.DeskCarts;
import duken.store.cash.CashRows;
import duken.store.event.EventLog;
import duken.store.goods.Goods;
import duken.store.notice.OwnerNotices;
import duken.store.privacy.PersonalData;
import duken.store.reconcile.BankLines;
import duken.store.reconcile.Reconciliations;
import duken.store.shift.Shifts;
import duken.store.staff.StaffRecords;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything that is kept. Work runs in one transaction and is either kept whole or not at all. Do
 * not call a bank inside.
 */
public interface Store extends AutoCloseable {

  /**
   * Runs {@code work} in one transaction. When this returns, the result survives a crash and a
   * power cut (design, section 5). An exception from {@code work} rolls everything back and passes
   * on.
   *
   * @throws StoreUnavailable when the database cannot be reached or is damaged
   */
  <T> T write(Function<Tx, T> work);

  /**
   * Like {@link #write} for what may be lost in a crash without harm: when a key was last used.
   *
   * @throws StoreUnavailable when the database cannot be reached or is damaged
   */
  void writeLightly(Consumer<Tx> work);

  /**
   * Like {@link #write}, but does not wait for the disk: the next {@link #write} brings it there
   * too. Until then a crash may take it away, and nobody who reads is told of it.
   *
   * @throws StoreUnavailable when the database cannot be reached or is damaged
   */
  default <T> T writeAhead(Function<Tx, T> work) {
    return write(work);
  }

  /**
   * Runs {@code work} in one read-only transaction.
   *
   * @throws StoreUnavailable when the database cannot be reached or is damaged
   */
  <T> T read(Function<Tx, T> work);

  /**
   * A number that changes whenever shops, keys, settings or the choice of providers may have
   * changed. What was read of them after it was asked for holds while it stays. Empty when others
   * write to the same database: then nothing may be remembered.
   */
  default OptionalLong configurationVersion() {
    return OptionalLong.empty();
  }

  /**
   * Whether this engine is the one that may work on the database. While it is not, everything here
   * throws {@link StoreUnavailable}.
   */
  default boolean isOurs() {
    return true;
  }

  /** Whether the database answers now. */
  boolean isAlive();

  /** Ends open work within its own time limits and closes the database. Interrupts nobody. */
  @Override
  void close();

  /** What one transaction can reach. */
  interface Tx {

    /**
     * Has {@code task} run once this transaction is kept, and never when it is rolled back. The
     * task must not use the store.
     */
    void afterCommit(Runnable task);

    Tenants tenants();

    ApiKeys keys();

    Invoices invoices();

    EventLog events();

    Shifts shifts();

    CashRows cash();

    Operations operations();

    ProviderPayments providerPayments();

    Refunds refunds();

    Catalog catalog();

    Goods goods();

    Anomalies anomalies();

    MarketplaceOrders marketplaceOrders();

    MarketplaceBuyers marketplaceBuyers();

    Outbox outbox();

    WebhookConfigs webhooks();

    IdempotentCalls idempotentCalls();

    StoredSettings storedSettings();

    LiveProviders liveProviders();

    ProviderSecrets providerSecrets();

    ExpiredRows expiredRows();

    PersonalData personalData();

    OwnerNotices ownerNotices();

    StaffRecords staff();

    BankLines bankLines();

    Reconciliations reconciliations();

    DeskCarts deskCarts();
  }
}
