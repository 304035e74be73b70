package duken.store.reconcile;

import duken.store.Scope;
import java.util.List;
import java.util.Optional;

/** Readings of banks' lists. */
public interface Reconciliations {

  /** Adds one; the same with its id. */
  Reconciliation insert(Reconciliation fresh);

  Optional<Reconciliation> find(Scope scope, long id);

  /** A shop's own, newest first. */
  List<Reconciliation> list(Scope scope, int limit);

  /** Those of all shops that go on. */
  List<Reconciliation> running();

  /**
   * Writes how far it has come if it still stood so.
   *
   * @return whether it did
   */
  boolean advance(long id, Reconciliation.State from, Reconciliation.Progress to);
}
