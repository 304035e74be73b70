package duken.desktop.kit.print;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a picture of paper on paper. */
@FunctionalInterface
public interface PaperPrinter {

  /**
   * Prints; answers whether a printer has taken it. Call away from the JavaFX thread: a printer in
   * the network may take its time to say that it is there.
   *
   * @param paper not part of a scene
   */
  boolean print(VBox paper);

  /** What Java hands pages to on Linux. It tells nobody when that is missing. */
  Path LPR = Path.of("/usr/bin/lpr");

  /** The system's default printer. */
  static PaperPrinter system() {
    Logger log = LoggerFactory.getLogger(PaperPrinter.class);
    return paper -> {
      if (isLinux() && !Files.isExecutable(LPR)) {
        log.warn("nothing can be printed without {}: install cups-bsd", LPR);
        return false;
      }
      try {
        PrinterJob job = PrinterJob.createPrinterJob();
        return job != null && print(job, paper);
      } catch (RuntimeException | LinkageError e) {
        // A PC without a print system throws what its driver or Java's own part of it likes.
        log.warn("the slip could not be printed", e);
        return false;
      }
    };
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").startsWith("Linux");
  }

  private static boolean print(PrinterJob job, VBox paper) {
    PageLayout layout = job.getJobSettings().getPageLayout();
    for (VBox page :
        PaperPages.of(paper, layout.getPrintableWidth(), layout.getPrintableHeight())) {
      if (!job.printPage(page)) {
        job.cancelJob();
        return false;
      }
    }
    return job.endJob();
  }
}
