package duken.desktop.print;

import duken.api.DeskJson;
import duken.api.DeskJson.Sale;
import duken.api.cash.CashJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import duken.domain.Money;
import duken.paper.PrintQueue;
import duken.paper.PrinterChoice;
import duken.paper.Slip;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Slips and the drawer, as a screen asks for them. Nothing here waits for a printer. Call on the
 * JavaFX thread.
 */
public final class SlipPrinting {

  /** What was paid longer ago, while no window was open, wants no slip by itself. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final DeskContext context;
  private final Set<Long> printed = new HashSet<>();
  private final Map<Language, Texts> others = new EnumMap<>(Language.class);

  public SlipPrinting(DeskContext context) {
    this.context = context;
  }

  /** Whether this desk has a printer. */
  public boolean isThere() {
    return context.thisComputer().printing().isPresent() && choice().isThere();
  }

  /** Whether a drawer can hang on it. */
  public boolean hasDrawer() {
    return isThere() && choice().takesCommands();
  }

  /** These were just paid: each gets its slip once, where slips come by themselves. */
  public void paid(List<Sale> sales) {
    if (!isThere() || !choice().automatic()) {
      return;
    }
    for (Sale sale : sales) {
      boolean fresh =
          context.moments().since(sale.invoice().outcome().paidAt()).compareTo(FRESH) < 0;
      if (fresh && printed.add(sale.invoice().id())) {
        print(words().sale(sale), name(sale, ""), choice().drawer());
      }
    }
  }

  /** This was just sold for cash: its slip, and the drawer for the change. */
  public void soldForCash(CashJson.Operation made) {
    if (isThere() && choice().automatic()) {
      print(words().cash(made, context.feed().isTraining()), cashName(made), choice().drawer());
    } else if (hasDrawer() && choice().drawer()) {
      with(PrintQueue::kick);
    }
  }

  /** Prints the slip of a sale or refund in cash, because somebody asked. */
  public void cash(CashJson.Operation made) {
    print(words().cash(made, context.feed().isTraining()), cashName(made), false);
    said("print.sent");
  }

  private static String cashName(CashJson.Operation made) {
    return "slip-cash-" + made.id();
  }

  /** This much went back just now. */
  public void refunded(Sale sale, Money amount) {
    if (isThere() && choice().automatic()) {
      refund(sale, amount, context.moments().now().toString());
    }
  }

  /** Prints the slip of a sale, because somebody asked. */
  public void sale(Sale sale) {
    print(words().sale(sale), name(sale, ""), false);
    said("print.sent");
  }

  /**
   * Prints the slip of a refund.
   *
   * @param at when it was made, RFC 3339
   */
  public void refund(Sale sale, Money amount, String at) {
    print(words().refund(sale, amount, at), name(sale, "-refund"), false);
    said("print.sent");
  }

  /** Prints the last slip once more. */
  public void again() {
    with(
        (queue, choice) ->
            context
                .navigator()
                .say(
                    queue.again(choice)
                        ? Message.of(Tone.PLAIN, "print.sent_again")
                        : Message.of(Tone.PLAIN, "print.nothing_yet")));
  }

  /** Prints a slip that tries the printer. */
  public void test() {
    print(words().test(context.feed().isTraining()), "slip-test", false);
    said("print.sent");
  }

  /** Opens the drawer, once the engine has it kept who did. */
  public void kick() {
    context
        .background()
        .tell(
            () -> context.engine().staff().openDrawer(),
            () -> with(PrintQueue::kick),
            e -> context.navigator().say(Message.of(e)));
  }

  private void print(Slip slip, String name, boolean kick) {
    with((queue, choice) -> queue.print(slip, name, choice, kick));
  }

  private void with(BiConsumer<PrintQueue, PrinterChoice> action) {
    context.thisComputer().printing().ifPresent(queue -> action.accept(queue, choice()));
  }

  private void said(String key) {
    context.navigator().say(Message.of(Tone.PLAIN, key));
  }

  private PrinterChoice choice() {
    return context.preferences().printer();
  }

  private SlipWords words() {
    String tag = choice().language();
    Language window = context.texts().languageProperty().get();
    Language language = tag.isEmpty() ? window : Language.ofTag(tag);
    Texts texts =
        language == window ? context.texts() : others.computeIfAbsent(language, Texts::new);
    DeskJson.State state = context.feed().stateProperty().get();
    return new SlipWords(texts, context.moments(), state == null ? null : state.shop());
  }

  private static String name(Sale sale, String end) {
    String mode = sale.invoice().payment().isSandbox() ? "t" : "";
    return "slip-" + mode + sale.number() + end;
  }
}
