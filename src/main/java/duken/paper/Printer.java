package duken.paper;

import duken.paper.PrinterTrouble.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Prints one thing, and waits for it. */
final class Printer {

  private Printer() {}

  /**
   * Prints it.
   *
   * @param kick whether its drawer may still open; asked when the printer is there
   * @param open is given what to close when nobody wants to wait any longer
   * @throws Problem when it was not, or not wholly, printed
   */
  static void print(Printout it, BooleanSupplier kick, Consumer<Closeable> open) throws Problem {
    PrinterPlace place;
    try {
      place = PrinterPlace.parse(it.choice().kind(), it.choice().place());
    } catch (PrinterPlace.Unreadable e) {
      throw new Problem(PrinterTrouble.NOT_CHOSEN, e);
    }
    switch (place) {
      case PrinterPlace.None _ -> throw new Problem(PrinterTrouble.NOT_CHOSEN, null);
      case PrinterPlace.Device _, PrinterPlace.Serial _, PrinterPlace.Network _ ->
          byLine(place, picture(it), kick, open);
      case PrinterPlace.Queue(String name) ->
          SystemPrinters.commands(name, commands(picture(it), kick));
      case PrinterPlace.Pages(String name) -> {
        if (it.slip() != null) {
          SystemPrinters.pages(name, SlipLayout.of(it.slip(), it.choice().width()));
        }
      }
      case PrinterPlace.Folder(Path folder) -> {
        if (it.slip() != null) {
          file(it, folder);
        }
      }
    }
  }

  private static byte[] picture(Printout it) {
    return it.slip() == null
        ? new byte[0]
        : EscPosCommands.picture(
            SlipDrawing.picture(SlipLayout.of(it.slip(), it.choice().width())));
  }

  /** The drawer first: it opens while the slip is still coming. */
  private static byte[] commands(byte[] slip, BooleanSupplier kick) {
    byte[] drawer = kick.getAsBoolean() ? EscPosCommands.kick() : new byte[0];
    byte[] all = new byte[drawer.length + slip.length];
    System.arraycopy(drawer, 0, all, 0, drawer.length);
    System.arraycopy(slip, 0, all, drawer.length, slip.length);
    return all;
  }

  private static void byLine(
      PrinterPlace place, byte[] slip, BooleanSupplier kick, Consumer<Closeable> open)
      throws Problem {
    try (PrinterLine line = PrinterLine.open(place)) {
      open.accept(line);
      int cause = line.ask(EscPosCommands.ASK_CAUSE);
      if (isCause(cause)) {
        if ((cause & EscPosCommands.COVER_OPEN) != 0) {
          throw new Problem(PrinterTrouble.COVER_OPEN, null);
        }
        if ((cause & EscPosCommands.NO_PAPER) != 0) {
          throw new Problem(PrinterTrouble.NO_PAPER, null);
        }
      }
      line.send(commands(slip, kick));
      line.finish();
    } catch (IOException e) {
      throw new Problem(PrinterTrouble.BROKE_OFF, e);
    }
  }

  private static boolean isCause(int answer) {
    return answer >= 0
        && (answer & EscPosCommands.ALWAYS) == EscPosCommands.ALWAYS
        && (answer & EscPosCommands.NEVER) == 0;
  }

  /** A file is whole or is not there. */
  private static void file(Printout it, Path folder) throws Problem {
    try {
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, it.name(), ".part");
      try (OutputStream out = Files.newOutputStream(half)) {
        PaperWidth width = it.choice().width();
        SlipPdf.write(SlipLayout.of(it.slip(), width), width, out);
      }
      Files.move(half, folder.resolve(it.name() + ".pdf"), StandardCopyOption.REPLACE_EXISTING);
    } catch (AccessDeniedException e) {
      throw new Problem(PrinterTrouble.NOT_ALLOWED, e);
    } catch (IOException e) {
      throw new Problem(PrinterTrouble.NOT_THERE, e);
    }
  }
}
