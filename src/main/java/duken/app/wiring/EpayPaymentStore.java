package duken.app.wiring;

import duken.provider.epay.EpayProvider;
import duken.provider.epay.payment.EpayPayment;
import duken.provider.epay.payment.EpayPayments;
import duken.provider.epay.payment.EpayStatus;
import duken.provider.epay.payment.PaymentIdentifier;
import duken.store.ProviderPayments;
import duken.store.ProviderPayments.Row;
import duken.store.Store;
import java.time.Instant;
import java.util.Optional;

/** The payments of ePay in the database. */
final class EpayPaymentStore implements EpayPayments {

  private final Store store;

  EpayPaymentStore(Store store) {
    this.store = store;
  }

  @Override
  public EpayPayment begin(EpayPayment fresh) {
    return store.write(
        tx -> {
          Row stored = tx.providerPayments().insert(row(fresh));
          String numeric = PaymentIdentifier.numeric(stored.id(), stored.createdAt());
          Row named = row(payment(stored), numeric);
          tx.providerPayments().update(named);
          return payment(named);
        });
  }

  @Override
  public int attempts(long invoiceId, String mark) {
    return store.read(tx -> tx.providerPayments().count(invoiceId, mark));
  }

  @Override
  public Optional<EpayPayment> named(long tenantId, String identifier) {
    return store
        .read(tx -> tx.providerPayments().named(EpayProvider.NAME, tenantId, identifier))
        .map(EpayPaymentStore::payment);
  }

  @Override
  public Optional<EpayPayment> ofOperation(long tenantId, String operationId) {
    return store
        .read(tx -> tx.providerPayments().ofOperation(EpayProvider.NAME, tenantId, operationId))
        .map(EpayPaymentStore::payment);
  }

  @Override
  public void update(EpayPayment payment) {
    store.write(
        tx -> {
          tx.providerPayments().update(row(payment));
          return null;
        });
  }

  @Override
  public boolean isProcessed(String digest, Instant since) {
    return store.read(tx -> tx.providerPayments().isProcessed(digest, since));
  }

  @Override
  public void markProcessed(String digest, Instant at, Instant forgetBefore) {
    store.write(
        tx -> {
          tx.providerPayments().forgetProcessed(forgetBefore);
          tx.providerPayments().markProcessed(digest, at);
          return null;
        });
  }

  private static Row row(EpayPayment payment) {
    return row(payment, payment.names().numeric());
  }

  private static Row row(EpayPayment payment, String numeric) {
    return new Row(
        payment.id(),
        new ProviderPayments.Attempt(
            payment.tenantId(),
            payment.invoiceId(),
            payment.mark(),
            payment.kind(),
            payment.amount()),
        EpayProvider.NAME,
        new ProviderPayments.Names(
            payment.names().identifier(),
            numeric,
            payment.names().operationId(),
            payment.names().transactionId()),
        payment.status().name(),
        payment.createdAt());
  }

  private static EpayPayment payment(Row row) {
    return new EpayPayment(
        row.id(),
        row.attempt().tenantId(),
        row.attempt().invoiceId(),
        row.attempt().mark(),
        row.attempt().kind(),
        row.attempt().amount(),
        new EpayPayment.Names(
            row.names().paymentId(),
            row.names().alternateId(),
            row.names().operationId(),
            row.names().transactionId()),
        EpayStatus.valueOf(row.status()),
        row.createdAt());
  }
}
