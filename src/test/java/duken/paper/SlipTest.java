package duken.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import duken.paper.Slip.Pair;
import duken.paper.Slip.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a slip looks. Pictures of it are left in {@code target/slips}. */
class SlipTest {

  private static BufferedImage drawn(PaperWidth width) {
    return SlipDrawing.picture(SlipLayout.of(SampleSlip.KAZAKH, width));
  }

  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void itsQrCanBeReadFromTheDots(PaperWidth width) throws Exception {
    Slip untrained = new Slip(SampleSlip.KAZAKH.lines(), null);
    BufferedImage picture = SlipDrawing.picture(SlipLayout.of(untrained, width));
    File folder = new File("target/slips");
    assertThat(folder.isDirectory() || folder.mkdirs()).isTrue();
    ImageIO.write(drawn(width), "png", new File(folder, "kk-" + width.millimetres() + ".png"));
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    RGBLuminanceSource source =
        new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
        .isEqualTo("https://shop.example.kz/pay/0123456789abcdefghijkl");
  }

  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void nothingLeavesThePaper(PaperWidth width) {
    SlipLayout.Laid laid = SlipLayout.of(SampleSlip.KAZAKH, width);
    for (Mark mark : laid.marks()) {
      if (mark instanceof Mark.Words(String text, Face face, float size, float x, float base)) {
        assertThat(x).as(text).isNotNegative();
        assertThat(x + face.width(text, size)).as(text).isLessThanOrEqualTo(width.dots());
        assertThat(base).as(text).isBetween(0f, (float) laid.height());
      }
    }
  }

  @Test
  void aWordWithoutAnEndIsBrokenAndASumIsNot() {
    String sum = "99 999 999,99 ₸";
    Slip slip = new Slip(List.of(new Pair("Ә".repeat(60), sum, Size.LARGE)), null);
    List<String> words =
        SlipLayout.of(slip, PaperWidth.MM58).marks().stream()
            .filter(Mark.Words.class::isInstance)
            .map(it -> ((Mark.Words) it).text())
            .toList();
    assertThat(words).endsWith(sum).hasSizeGreaterThan(3);
    assertThat(String.join("", words.subList(0, words.size() - 1))).isEqualTo("Ә".repeat(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"әғқңөұүһі", "ӘҒҚҢӨҰҮҺІ", "ёъыэ", "₸№•·×—«»"})
  void ourTypefaceHasEveryLetterOfASlip(String letters) {
    for (Face face : Face.values()) {
      assertThat(letters.codePoints()).allMatch(face::has);
    }
  }

  @Test
  void theFileHasTheSumAndEveryLetterAsText() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SlipPdf.write(SlipLayout.of(SampleSlip.KAZAKH, PaperWidth.MM58), PaperWidth.MM58, out);
    try (PDDocument file = Loader.loadPDF(out.toByteArray())) {
      String text = new PDFTextStripper().getText(file);
      assertThat(text)
          .contains("2 500 ₸", "«Әже наны» дүкені", "Бауырсақ", "Фискалдық чек емес", "•••• 0042");
      assertThat(file.getPage(0).getMediaBox().getWidth()).isBetween(164f, 165f);
    }
  }

  @Test
  void inTrainingPaleWordsLieAcrossWithoutHidingAny() {
    BufferedImage with = drawn(PaperWidth.MM80);
    BufferedImage without =
        SlipDrawing.picture(
            SlipLayout.of(new Slip(SampleSlip.KAZAKH.lines(), null), PaperWidth.MM80));
    int added = 0;
    for (int y = 0; y < with.getHeight(); y++) {
      for (int x = 0; x < with.getWidth(); x++) {
        boolean black = (without.getRGB(x, y) & 0xff) == 0;
        boolean now = (with.getRGB(x, y) & 0xff) == 0;
        assertThat(black && !now).isFalse();
        added += now && !black ? 1 : 0;
      }
    }
    assertThat(added).isGreaterThan(500);
  }
}
