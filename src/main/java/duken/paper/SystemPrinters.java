package duken.paper;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.print.PageFormat;
import java.awt.print.Printable;
import java.util.List;
import java.util.stream.Stream;
import javax.print.DocFlavor;
import javax.print.DocPrintJob;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;

/** Printers that the system has set up: CUPS on Linux, the spooler on Windows. */
public final class SystemPrinters {

  private SystemPrinters() {}

  /** Their names, sorted; may wait for the print system. */
  public static List<String> names() {
    return services().map(PrintService::getName).sorted().toList();
  }

  /** Hands a queue commands as they are. */
  static void commands(String name, byte[] commands) throws PrinterTrouble.Problem {
    print(name, commands, DocFlavor.BYTE_ARRAY.AUTOSENSE);
  }

  /** Draws a slip on pages; one that is too wide is made smaller. */
  static void pages(String name, SlipLayout.Laid slip) throws PrinterTrouble.Problem {
    Printable pages = (pen, format, page) -> page(slip, (Graphics2D) pen, format, page);
    print(name, pages, DocFlavor.SERVICE_FORMATTED.PRINTABLE);
  }

  private static int page(SlipLayout.Laid slip, Graphics2D pen, PageFormat format, int page) {
    double dot = Math.min(SlipPdf.DOT, format.getImageableWidth() / slip.width());
    double room = format.getImageableHeight();
    if (page * room >= slip.height() * dot) {
      return Printable.NO_SUCH_PAGE;
    }
    pen.translate(format.getImageableX(), format.getImageableY() - page * room);
    pen.clip(new Rectangle2D.Double(0, page * room, slip.width() * dot, room));
    pen.scale(dot, dot);
    SlipDrawing.draw(slip, pen);
    return Printable.PAGE_EXISTS;
  }

  private static void print(String name, Object what, DocFlavor flavor)
      throws PrinterTrouble.Problem {
    PrintService service =
        services()
            .filter(it -> it.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new PrinterTrouble.Problem(PrinterTrouble.NOT_THERE, null));
    DocPrintJob job = service.createPrintJob();
    try {
      job.print(new SimpleDoc(what, flavor, null), null);
    } catch (PrintException | RuntimeException e) {
      // Drivers throw what they like.
      throw new PrinterTrouble.Problem(PrinterTrouble.REFUSED, e);
    }
  }

  private static Stream<PrintService> services() {
    return Stream.of(PrintServiceLookup.lookupPrintServices(null, null));
  }
}
