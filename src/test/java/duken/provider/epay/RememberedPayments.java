package duken.provider.epay;

import duken.provider.epay.payment.EpayPayment;
import duken.provider.epay.payment.EpayPayments;
import duken.provider.epay.payment.PaymentIdentifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Payments in memory, for tests that need no database. */
final class RememberedPayments implements EpayPayments {

  private final List<EpayPayment> all = new ArrayList<>();
  private final Map<String, Instant> processed = new HashMap<>();

  @Override
  public EpayPayment begin(EpayPayment fresh) {
    long id = all.size() + 1L;
    EpayPayment stored =
        new EpayPayment(
            id,
            fresh.tenantId(),
            fresh.invoiceId(),
            fresh.mark(),
            fresh.kind(),
            fresh.amount(),
            new EpayPayment.Names(
                fresh.names().identifier(),
                PaymentIdentifier.numeric(id, fresh.createdAt()),
                fresh.names().operationId(),
                fresh.names().transactionId()),
            fresh.status(),
            fresh.createdAt());
    all.add(stored);
    return stored;
  }

  @Override
  public int attempts(long invoiceId, String mark) {
    return (int)
        all.stream().filter(it -> it.invoiceId() == invoiceId && it.mark().equals(mark)).count();
  }

  @Override
  public Optional<EpayPayment> named(long tenantId, String identifier) {
    return first(
        it -> it.names().identifier().equals(identifier) || identifier.equals(it.names().numeric()),
        tenantId);
  }

  @Override
  public Optional<EpayPayment> ofOperation(long tenantId, String operationId) {
    return first(it -> operationId.equals(it.names().operationId()), tenantId);
  }

  @Override
  public void update(EpayPayment payment) {
    all.replaceAll(it -> it.id() == payment.id() ? payment : it);
  }

  @Override
  public boolean isProcessed(String digest, Instant since) {
    return processed.containsKey(digest) && !processed.get(digest).isBefore(since);
  }

  @Override
  public void markProcessed(String digest, Instant at, Instant forgetBefore) {
    processed.put(digest, at);
  }

  /** The newest payment. */
  EpayPayment newest() {
    return all.getLast();
  }

  private Optional<EpayPayment> first(Predicate<EpayPayment> wanted, long tenantId) {
    return all.stream().filter(it -> it.tenantId() == tenantId).filter(wanted).findFirst();
  }
}
