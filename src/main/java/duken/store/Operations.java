package duken.store;

import duken.domain.BankOperation;
import java.util.List;
import java.util.Optional;

/** The bank operations beneath invoices. */
public interface Operations {

  /** Stores a new operation; the result has its id. */
  BankOperation insert(BankOperation operation);

  /** Writes everything the bank may have changed. */
  void update(BankOperation operation);

  /** An invoice's operations, oldest first. */
  List<BankOperation> of(long invoiceId);

  Optional<BankOperation> newestOf(long invoiceId);

  /** A shop's own operations that the bank knows by this identifier. */
  List<BankOperation> withBankId(Scope scope, String operationId);
}
