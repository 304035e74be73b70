package duken.domain;

/** What {@link InvoiceStateMachine} makes of a fact. */
public sealed interface Transition {

  /** The status moves, and the shop's systems are told when {@code announce} is set. */
  record Move(InvoiceStatus to, StatusReason reason, boolean announce) implements Transition {}

  /** The status stays, but something else of the state changes (progress, refunded sum). */
  record Keep() implements Transition {}

  /** Known already: nothing changes at all. */
  record NoChange() implements Transition {}

  /** The table forbids it: logged, state unchanged. */
  record Rejected() implements Transition {}

  /** Money behaves oddly: the status stays, somebody has to look. */
  record Anomalous(Anomaly.Kind kind) implements Transition {}
}
