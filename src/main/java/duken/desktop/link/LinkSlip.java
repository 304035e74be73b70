package duken.desktop.link;

import duken.desktop.qr.QrPicture;
import javafx.geometry.Pos;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** A pay link on paper: the shop, the sum, the QR and the link itself. */
final class LinkSlip {

  private static final double QR_SIDE = 180;
  private static final double WIDTH = 200;

  private LinkSlip() {}

  /** What is printed. Call on the JavaFX thread. */
  static VBox page(String shop, String sum, String link) {
    QrPicture qr = new QrPicture();
    qr.show(link);
    qr.setMinSize(QR_SIDE, QR_SIDE);
    qr.setPrefSize(QR_SIDE, QR_SIDE);
    VBox page = new VBox(6, line(shop, 12), line(sum, 18), qr, line(link, 8));
    page.setAlignment(Pos.TOP_CENTER);
    page.setPrefWidth(WIDTH);
    page.setMaxWidth(WIDTH);
    // Only what has a scene is laid out.
    new Scene(page);
    page.applyCss();
    page.layout();
    return page;
  }

  /**
   * Prints a page on the system's printer; answers whether there was one that took it. Blocks while
   * the page is handed over.
   */
  static boolean print(VBox page) {
    PrinterJob job = PrinterJob.createPrinterJob();
    return job != null && job.printPage(page) && job.endJob();
  }

  private static Label line(String text, double size) {
    Label line = new Label(text);
    line.setWrapText(true);
    line.setMaxWidth(WIDTH);
    line.setAlignment(Pos.CENTER);
    line.setTextFill(Color.BLACK);
    line.setFont(Font.font("IBM Plex Sans", size));
    return line;
  }
}
