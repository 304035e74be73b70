package duken.store;

import duken.domain.Anomaly;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Money that behaved oddly. */
public interface Anomalies {

  /**
   * Stores a new anomaly unless the same kind is already known for this invoice and operation.
   *
   * @return whether it was new
   */
  boolean insertIfNew(Anomaly anomaly);

  /** Stores a new anomaly of a kind that one operation can have several of. */
  void insert(Anomaly anomaly);

  /** A shop's own anomalies nobody has resolved, oldest first. */
  List<Anomaly> open(Scope scope, int limit);

  /** A shop's own anomalies of a kind that were detected at {@code since} or later, by id. */
  List<Anomaly> since(Scope scope, Anomaly.Kind kind, Instant since);

  /** An invoice's anomalies, oldest first. */
  List<Anomaly> of(long invoiceId);

  /** A shop's own anomaly, locked until the transaction ends. */
  Optional<Anomaly> lock(Scope scope, long id);

  /**
   * Resolves it if it is still open.
   *
   * @return whether it was
   */
  boolean resolve(long id, Anomaly.Resolution how, String by, Instant at);
}
