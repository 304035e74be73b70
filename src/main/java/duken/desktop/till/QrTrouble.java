package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.desktop.kit.Message;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What became of the last QR that could not be shown. */
final class QrTrouble {

  enum State {
    /** There is no such QR. */
    NONE,
    /** It was surely not made: the bank cannot be reached. */
    ROADLESS,
    /** Its invoice is open, and nobody knows whether the bank made a QR for it. */
    UNSURE
  }

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);

  private long invoiceId;

  /** Notes why a sale was not made. */
  void note(RuntimeException failure, NotMade.Way way) {
    invoiceId = NotMade.isUnsure(failure, way) ? unsure(failure) : 0;
    State now = NotMade.isRoadless(failure, way) ? State.ROADLESS : State.NONE;
    state.set(invoiceId == 0 ? now : State.UNSURE);
  }

  private static long unsure(RuntimeException failure) {
    return failure instanceof EngineProblem problem ? problem.invoiceId().orElse(0) : 0;
  }

  /**
   * Looks for the QR of which nobody knows.
   *
   * @param made takes the sale when its QR is there
   * @param not says why there is still none
   */
  void look(
      EngineApi engine,
      Background background,
      Consumer<DeskJson.Sale> made,
      Consumer<Message> not) {
    background.ask(
        () -> engine.sales().get(invoiceId).sale(),
        sale -> {
          SaleState now = SaleState.of(sale);
          if (sale.qrText() != null && (now.isOpen() || now == SaleState.PAID)) {
            made.accept(sale);
          } else if (now.isOpen()) {
            not.accept(Message.of(Tone.CAREFUL, "till.qr.unsure"));
          } else {
            state.set(State.ROADLESS);
            not.accept(Message.of(Tone.CAREFUL, "till.qr.roadless"));
          }
        },
        failure -> not.accept(NotMade.words(failure, NotMade.Way.BILL)));
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
