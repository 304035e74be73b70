package duken.simulator.epay;

import duken.simulator.epay.EpayOperation.Refund;
import duken.simulator.ledger.BankTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The provider's books: what was made, and what became of it. */
final class EpayBooks {

  private static final Duration LIFE = Duration.ofMinutes(20);
  private static final Set<String> OPEN = Set.of("NEW", "SCANNED");
  private static final Set<String> MONEY = Set.of("PAID", "BLOCKED");
  private static final long FIRST_BILL = 700_000_123L;

  private final Map<Long, EpayOperation> operations = new HashMap<>();
  private final BankTime time;
  private long next = FIRST_BILL;

  EpayBooks(BankTime time) {
    this.time = time;
  }

  /** A new QR; empty when there is one of this identifier. */
  Optional<EpayOperation> open(EpayToken token, Links links, String description) {
    return open(token.invoiceId(), token.amount(), token.secretHash(), links, description, LIFE);
  }

  /** A new QR or link; empty when there is one of this identifier. */
  synchronized Optional<EpayOperation> open(
      String invoiceId,
      BigDecimal amount,
      String secretHash,
      Links links,
      String description,
      Duration life) {
    if (named(invoiceId).isPresent()) {
      return Optional.empty();
    }
    EpayOperation fresh =
        new EpayOperation(
            next++,
            invoiceId,
            "",
            amount,
            "NEW",
            new EpayOperation.Callback(links.post(), links.failure(), secretHash),
            description,
            new EpayOperation.Life(time.business(), life),
            List.of());
    operations.put(fresh.billNumber(), fresh);
    return Optional.of(fresh);
  }

  /** Where the shop is called. */
  record Links(String post, String failure) {}

  synchronized Optional<EpayOperation> find(long bill) {
    return Optional.ofNullable(operations.get(bill)).map(this::aged);
  }

  synchronized Optional<EpayOperation> named(String invoiceId) {
    return operations.values().stream()
        .filter(it -> it.invoiceId().equals(invoiceId))
        .findFirst()
        .map(this::aged);
  }

  synchronized Optional<EpayOperation> ofTransaction(String id) {
    return operations.values().stream().filter(it -> it.transactionId().equals(id)).findFirst();
  }

  /** Newest first. */
  synchronized List<EpayOperation> list() {
    return operations.values().stream()
        .map(this::aged)
        .sorted(Comparator.comparing(EpayOperation::billNumber).reversed())
        .toList();
  }

  synchronized EpayOperation set(long bill, String word) {
    EpayOperation old =
        find(bill).orElseThrow(() -> new NoSuchElementException("there is no bill " + bill));
    boolean money = MONEY.contains(word) && old.transactionId().isEmpty();
    EpayOperation changed =
        old.with(word, money ? UUID.randomUUID().toString() : old.transactionId());
    operations.put(bill, changed);
    return changed;
  }

  /** Gives money back; empty when less is left. */
  synchronized Optional<EpayOperation> refund(long bill, String externalId, BigDecimal amount) {
    EpayOperation old = operations.get(bill);
    if (old.refunded().add(amount).compareTo(old.amount()) > 0) {
      return Optional.empty();
    }
    List<Refund> refunds = new ArrayList<>(old.refunds());
    refunds.add(new Refund(externalId, amount));
    EpayOperation changed = old.with(refunds);
    operations.put(bill, changed);
    return Optional.of(changed);
  }

  private EpayOperation aged(EpayOperation operation) {
    boolean over =
        !time.business().isBefore(operation.life().createdAt().plus(operation.life().life()));
    return over && OPEN.contains(operation.status())
        ? operation.with("REJECTED", operation.transactionId())
        : operation;
  }
}
