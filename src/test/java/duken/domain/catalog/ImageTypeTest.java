package duken.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImageTypeTest {

  @Test
  void theLeadingBytesDecide() {
    assertThat(of("\u00ff\u00d8\u00ff\u00e0")).isEqualTo(ImageType.JPEG);
    assertThat(of("\u0089PNG\r\n\u001a\n")).isEqualTo(ImageType.PNG);
    assertThat(of("RIFF\u0001\u0002\u0003\u0004WEBPVP8 ")).isEqualTo(ImageType.WEBP);
  }

  @Test
  void whatOnlyBeginsLikeOneIsNone() {
    for (String other :
        new String[] {
          "", "\u00ff\u00d8", "\u0089PNG", "RIFF\u0001\u0002\u0003\u0004WAVE", "GIF89a"
        }) {
      assertThat(of(other)).as(other).isNull();
    }
  }

  private static ImageType of(String latin1) {
    return ImageType.ofLeadingBytes(latin1.getBytes(StandardCharsets.ISO_8859_1)).orElse(null);
  }
}
