package duken.desktop.print;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.FxThread;
import duken.desktop.shell.DeskContext;
import duken.paper.PrinterTrouble;
import java.util.function.Consumer;

/** Says in one calm line when nothing is printed, with what to do, and when it is printed again. */
public final class PrinterWatch {

  private PrinterWatch() {}

  /** Watches from now on; the answer ends it. */
  public static Runnable listen(DeskContext context, FxThread fx) {
    return listen(context, fx, trouble -> say(context, trouble));
  }

  /** Tells somebody else of it, on the JavaFX thread; null when all is well. */
  static Runnable listen(DeskContext context, FxThread fx, Consumer<PrinterTrouble> listener) {
    return context
        .thisComputer()
        .printing()
        .map(queue -> queue.onTrouble(trouble -> fx.run(() -> listener.accept(trouble))))
        .orElse(() -> {});
  }

  private static void say(DeskContext context, PrinterTrouble trouble) {
    context
        .navigator()
        .say(
            trouble == null
                ? Message.of(Tone.GOOD, "print.well")
                : Message.of(Tone.CAREFUL, "print.trouble." + trouble.word()));
  }
}
