package duken.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.FxRig;
import duken.desktop.kit.format.Sums;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypefaceTest {

  private static final String NEEDED =
      "₸№«»—–…·•" + Sums.SPACE + "ӘҒҚҢӨҰҮҺІәғқңөұүһіАБВЯабвяЁё0123456789";

  @ParameterizedTest
  @ValueSource(
      strings = {"IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "IBMPlexSans-Bold.ttf"})
  void everyLetterIsThereAndAllDigitsAreOfOneWidth(String file) throws Exception {
    FxRig.start();
    String path = "/duken/desktop/assets/fonts/" + file;
    try (InputStream stream = TypefaceTest.class.getResourceAsStream(path)) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont(100f);
      assertThat(NEEDED.chars().filter(c -> !font.canDisplay(c))).isEmpty();
      FontRenderContext context = new FontRenderContext(null, true, true);
      assertThat(
              "0123456789"
                  .chars()
                  .mapToObj(
                      c ->
                          font.createGlyphVector(context, String.valueOf((char) c))
                              .getGlyphMetrics(0)
                              .getAdvance())
                  .distinct())
          .hasSize(1);
    }
  }
}
