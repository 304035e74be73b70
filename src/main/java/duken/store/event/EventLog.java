package duken.store.event;

import duken.store.Scope;
import java.util.List;
import java.util.Set;

/**
 * What happened in a shop, in the order of commits. The lives of invoices are part of it (see
 * {@link duken.store.Invoices#addHistory}), so that an event is committed with the change it tells
 * of.
 */
public interface EventLog {

  /** Appends an event in this transaction. */
  void append(NewEvent event);

  /**
   * The shop's events behind a cursor, oldest first. Who has read up to an id has missed none
   * before it.
   *
   * @param words the events wanted, by the word they are kept under
   */
  List<LoggedEvent> after(Scope scope, long after, Set<String> words, int limit);

  /** The id of the shop's newest event of any kind, 0 when there is none. */
  long last(Scope scope);
}
