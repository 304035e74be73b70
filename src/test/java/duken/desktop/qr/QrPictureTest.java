package duken.desktop.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import duken.desktop.FxRig;
import java.util.Arrays;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {

  private static final String LINK = "https://pay.example.kz/pay/QRb7Yx0aVn4s2KpLm9TzQw6R";

  @ParameterizedTest
  @ValueSource(ints = {200, 333, 451, 600})
  void whatIsDrawnIsReadBackAndHasNoGrey(int side) throws Exception {
    int[] pixels = FxRig.get(() -> draw(side));
    assertThat(Arrays.stream(pixels).distinct()).containsOnly(0xff000000, 0xffffffff);
    var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(LINK);
  }

  private static int[] draw(int side) {
    QrPicture picture = new QrPicture();
    picture.show(LINK);
    Scene scene = new Scene(picture, side, side);
    WritableImage image = scene.snapshot(null);
    int[] pixels = new int[side * side];
    image
        .getPixelReader()
        .getPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
    return pixels;
  }
}
