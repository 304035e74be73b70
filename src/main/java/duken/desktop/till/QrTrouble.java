package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.desktop.kit.Message;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What became of the last sale that was asked for and of which no answer came. */
final class QrTrouble {

  enum State {
    /** There is no such sale. */
    NONE,
    /** A QR was surely not made: the bank cannot be reached. */
    ROADLESS,
    /** Its invoice is open, and nobody knows whether the bank or the terminal has it. */
    UNSURE
  }

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);

  private long invoiceId;
  private NotMade.Way unsureWay;

  /** Notes why a sale was not made. */
  void note(RuntimeException failure, NotMade.Way way) {
    invoiceId = NotMade.isUnsure(failure) ? unsure(failure) : 0;
    unsureWay = way;
    State now = NotMade.isRoadless(failure, way) ? State.ROADLESS : State.NONE;
    state.set(invoiceId == 0 ? now : State.UNSURE);
  }

  private static long unsure(RuntimeException failure) {
    return failure instanceof EngineProblem problem ? problem.invoiceId().orElse(0) : 0;
  }

  /**
   * Looks for the sale of which nobody knows.
   *
   * @param made takes the sale when there is something to see of it
   * @param not says why there is still none
   */
  private void look(
      EngineApi engine,
      Background background,
      Consumer<DeskJson.Sale> made,
      Consumer<Message> not) {
    background.ask(
        () -> engine.sales().get(invoiceId).sale(),
        sale -> {
          SaleState now = SaleState.of(sale);
          // A bill or a terminal's sale has a view of its own for what nobody knows of it.
          boolean shows = sale.qrText() != null || unsureWay != NotMade.Way.QR;
          if (shows && (now.isOpen() || now == SaleState.PAID)) {
            made.accept(sale);
          } else if (now.isOpen()) {
            not.accept(Message.of(Tone.CAREFUL, "till.qr.unsure"));
          } else {
            boolean qr = unsureWay == NotMade.Way.QR;
            state.set(qr ? State.ROADLESS : State.NONE);
            not.accept(Message.of(Tone.CAREFUL, qr ? "till.qr.roadless" : "till.none_of_it"));
          }
        },
        failure -> not.accept(NotMade.words(failure, NotMade.Way.BILL)));
  }

  /** Looks for the sale nobody knows of, if there is one; answers whether there is. */
  boolean looks(
      EngineApi engine,
      Background background,
      BooleanProperty busy,
      Consumer<DeskJson.Sale> made,
      Consumer<Message> not) {
    boolean unsure = isUnsure();
    if (unsure && !busy.get()) {
      busy.set(true);
      look(engine, background, made, not);
    }
    return unsure;
  }

  /** Another sale begins. */
  void forget() {
    state.set(State.NONE);
  }

  boolean isUnsure() {
    return state.get() == State.UNSURE;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The same, to be put back. */
  Property<State> remembered() {
    return state;
  }
}
