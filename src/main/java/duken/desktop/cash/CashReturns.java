package duken.desktop.cash;

import duken.api.cash.CashJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import java.util.HashSet;
import java.util.Set;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * Says when the rest of a mixed payment was never paid, and that the customer should have the cash
 * back. Each is asked about once in the life of a window; the shift goes on showing it.
 */
public final class CashReturns {

  private final DeskContext context;
  private final CashDesk desk;
  private final Runnable done;
  private final Set<Long> asked = new HashSet<>();

  /**
   * Follows {@code desk}.
   *
   * @param done runs once something went back
   */
  public CashReturns(DeskContext context, CashDesk desk, Runnable done) {
    this.context = context;
    this.desk = desk;
    this.done = done;
  }

  /** Asks about the first one that nobody was asked about; does nothing without one. */
  public void ask() {
    desk.standing().get().unsettled().stream()
        .filter(CashJson.Part::toReturn)
        .filter(part -> asked.add(part.id()))
        .findFirst()
        .ifPresent(this::ask);
  }

  /** Asks whether the customer has this cash back. */
  public void ask(CashJson.Part part) {
    new Question(
            "cash.return.",
            new Object[] {Sums.format(part.amount()), part.invoiceNumber()},
            Material2RoundMZ.UNDO,
            false)
        .ask(
            context.texts(),
            context.navigator()::open,
            context.navigator()::closeSheet,
            () -> giveBack(part));
  }

  private void giveBack(CashJson.Part part) {
    context
        .background()
        .ask(
            () -> context.engine().cash().giveBack(part.invoiceId()),
            made -> {
              context
                  .navigator()
                  .say(Message.of(Tone.GOOD, "cash.returned", Sums.format(made.amount())));
              desk.refresh();
              done.run();
            },
            e -> {
              asked.remove(part.id());
              context.navigator().say(Message.of(e));
            });
  }
}
