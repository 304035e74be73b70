package duken.domain;

/** What {@link InvoiceStateMachine} makes of a fact. */
public sealed interface Decision {

  /** The status moves, and the shop's systems are told when {@code announce} is set. */
  record Move(InvoiceStatus to, StatusReason reason, boolean announce) implements Decision {}

  /** The status stays, but something else of the state changes (progress, refunded sum). */
  record Keep() implements Decision {}

  /** Known already: nothing changes at all. */
  record Same() implements Decision {}

  /** The table forbids it: logged, state unchanged. */
  record Forbidden() implements Decision {}

  /** Money behaves oddly: the status stays, somebody has to look. */
  record Odd(Anomaly.Kind kind) implements Decision {}
}
