package duken.desktop.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A QR code drawn from its modules. Each module is a whole number of the screen's own pixels, so
 * its edges are sharp at any size; always dark on white, whatever the theme, because cameras want
 * that.
 */
public final class QrPicture extends Region {

  /** The white border the standard asks for, in modules. */
  private static final int QUIET = 4;

  private final Canvas canvas = new Canvas();
  private BitMatrix modules;
  private String text;

  /** An empty place. */
  public QrPicture() {
    getStyleClass().add("qr");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
    canvas.setMouseTransparent(true);
  }

  /** Encodes {@code content}; null for an empty place. Nothing is drawn when it stays the same. */
  public void show(String content) {
    if (content == null ? text == null : content.equals(text)) {
      return;
    }
    text = content;
    modules = content == null ? null : encode(content);
    requestLayout();
  }

  /**
   * The modules of a text, without border.
   *
   * @throws IllegalArgumentException when it does not fit into a QR code
   */
  public static BitMatrix encode(String content) {
    try {
      return new QRCodeWriter()
          .encode(
              content,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  0,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8"));
    } catch (WriterException e) {
      throw new IllegalArgumentException("does not fit into a QR code", e);
    }
  }

  @Override
  protected void layoutChildren() {
    double side = Math.min(getWidth(), getHeight());
    GraphicsContext pen = canvas.getGraphicsContext2D();
    canvas.setWidth(side);
    canvas.setHeight(side);
    canvas.setLayoutX(snapPositionX((getWidth() - side) / 2));
    canvas.setLayoutY(snapPositionY((getHeight() - side) / 2));
    pen.clearRect(0, 0, side, side);
    if (modules == null || side <= 0) {
      return;
    }
    double scale =
        getScene() == null
            ? 1
            : getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    draw(pen, side, scale);
  }

  private void draw(GraphicsContext pen, double side, double scale) {
    int count = modules.getWidth();
    int pixels = moduleSize((int) Math.floor(side * scale), count);
    double module = pixels / scale;
    double begin = Math.floor((side * scale - (double) pixels * count) / 2) / scale;
    pen.setFill(Color.WHITE);
    pen.fillRect(0, 0, side, side);
    pen.setFill(Color.BLACK);
    for (int y = 0; y < count; y++) {
      for (int x = 0; x < count; x++) {
        int run = 0;
        while (x + run < count && modules.get(x + run, y)) {
          run++;
        }
        if (run > 0) {
          pen.fillRect(begin + x * module, begin + y * module, run * module, module);
          x += run;
        }
      }
    }
  }

  /** How many pixels a module gets when the code and its border share {@code side} pixels. */
  static int moduleSize(int side, int count) {
    return Math.max(1, side / (count + 2 * QUIET));
  }
}
