package duken.desktop.orders;

import javafx.geometry.Bounds;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Puts a picture of paper on paper. */
@FunctionalInterface
interface SlipPrinter {

  /**
   * Prints; answers whether a printer has taken it.
   *
   * @param paper not part of a scene
   */
  boolean print(Region paper);

  /** The system's default printer. */
  static SlipPrinter system() {
    return paper -> {
      PrinterJob job = PrinterJob.createPrinterJob();
      if (job == null) {
        return false;
      }
      new Scene(paper);
      paper.applyCss();
      paper.layout();
      PageLayout page = job.getJobSettings().getPageLayout();
      Bounds size = paper.getLayoutBounds();
      double wide = page.getPrintableWidth() / Math.max(1, size.getWidth());
      double high = page.getPrintableHeight() / Math.max(1, size.getHeight());
      double scale = Math.min(1, Math.min(wide, high));
      paper.getTransforms().add(new Scale(scale, scale));
      return job.printPage(paper) && job.endJob();
    };
  }
}
