package duken.desktop.cash;

import duken.api.cash.CashJson;
import duken.desktop.shell.DeskContext;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether this shop takes cash, and what of it is not settled at this desk. */
public final class CashDesk {

  private static final CashJson.Standing NONE =
      new CashJson.Standing(new CashJson.Settings(false, false, false), List.of());

  private final DeskContext context;
  private final ReadOnlyObjectWrapper<CashJson.Standing> standing =
      new ReadOnlyObjectWrapper<>(NONE);
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();

  /** Nothing is asked before {@link #refresh}. */
  public CashDesk(DeskContext context) {
    this.context = context;
    standing.subscribe(now -> on.set(now.settings().enabled()));
  }

  /** Asks how things stand. */
  public void refresh() {
    context
        .background()
        .ask(
            () -> context.engine().cash().standing(),
            standing::set,
            _ -> {
              // What is known stays true until the engine answers again.
            });
  }

  /** Changes what the shop chose. */
  public void change(CashJson.Settings wanted) {
    context
        .background()
        .ask(
            () -> context.engine().cash().change(wanted),
            standing::set,
            e -> context.navigator().say(duken.desktop.kit.Message.of(e)));
  }

  /** How things stand, as far as is known. */
  public ReadOnlyObjectProperty<CashJson.Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  /** Whether the shop takes cash. */
  public ReadOnlyBooleanProperty on() {
    return on.getReadOnlyProperty();
  }
}
