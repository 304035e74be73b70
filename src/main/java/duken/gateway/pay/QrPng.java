package duken.gateway.pay;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR as a PNG of 600 × 600, error correction level Q (gateway contract, section 8). Every module
 * is a whole number of pixels, so that it is crisp.
 */
final class QrPng {

  private static final int SIDE = 600;
  private static final int QUIET_ZONE = 4;

  private QrPng() {}

  /** The picture of {@code text}. */
  static byte[] png(String text) {
    BitMatrix modules = modules(text);
    int count = modules.getWidth();
    int scale = SIDE / (count + 2 * QUIET_ZONE);
    int margin = (SIDE - scale * count) / 2;
    return Png.encode(
        SIDE,
        (x, y) -> {
          int column = Math.floorDiv(x - margin, scale);
          int row = Math.floorDiv(y - margin, scale);
          return column >= 0
              && row >= 0
              && column < count
              && row < count
              && modules.get(column, row);
        });
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.Q,
                  EncodeHintType.MARGIN,
                  0,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8"));
    } catch (WriterException e) {
      throw new IllegalStateException("a pay link does not fit a QR", e);
    }
  }
}
