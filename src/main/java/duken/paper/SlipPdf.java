package duken.paper;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** A slip as a file: one page as wide as the roll and as long as the slip, its words as text. */
final class SlipPdf {

  /** Points a dot at 203 dots an inch. */
  static final float DOT = 72f / 203;

  private static final double CLIMB = Math.toRadians(24);
  private static final float PALE = 0.82f;

  private SlipPdf() {}

  static void write(SlipLayout.Laid slip, PaperWidth paper, OutputStream out) throws IOException {
    float width = paper.millimetres() / 25.4f * 72;
    float left = (width - slip.width() * DOT) / 2;
    float height = (slip.height() + 40) * DOT;
    try (PDDocument file = new PDDocument()) {
      Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
      for (Face face : Face.values()) {
        try (InputStream stream = face.open()) {
          fonts.put(face, PDType0Font.load(file, stream));
        }
      }
      PDPage page = new PDPage(new PDRectangle(width, height));
      file.addPage(page);
      try (PDPageContentStream pen = new PDPageContentStream(file, page)) {
        for (Mark mark : slip.marks()) {
          draw(mark, pen, fonts, left, height - 20 * DOT);
        }
      }
      file.save(out);
    }
  }

  private static void draw(
      Mark mark, PDPageContentStream pen, Map<Face, PDFont> fonts, float left, float top)
      throws IOException {
    switch (mark) {
      case Mark.Words words ->
          text(
              pen,
              fonts,
              words.text(),
              words.face(),
              words.size(),
              Matrix.getTranslateInstance(left + words.x() * DOT, top - words.base() * DOT));
      case Mark.Box box -> {
        pen.addRect(
            left + box.x() * DOT,
            top - (box.y() + box.height()) * DOT,
            box.width() * DOT,
            box.height() * DOT);
        pen.fill();
      }
      case Mark.Pale pale -> {
        AffineTransform place =
            AffineTransform.getTranslateInstance(left + pale.x() * DOT, top - pale.y() * DOT);
        place.rotate(CLIMB);
        place.translate(-Face.BOLD.width(pale.text(), pale.size()) / 2 * DOT, 0);
        pen.setNonStrokingColor(PALE);
        text(pen, fonts, pale.text(), Face.BOLD, pale.size(), new Matrix(place));
        pen.setNonStrokingColor(0f);
      }
    }
  }

  private static void text(
      PDPageContentStream pen,
      Map<Face, PDFont> fonts,
      String words,
      Face face,
      float size,
      Matrix place)
      throws IOException {
    StringBuilder known = new StringBuilder();
    words.codePoints().forEach(it -> known.appendCodePoint(face.has(it) ? it : '?'));
    pen.beginText();
    pen.setFont(fonts.get(face), size * DOT);
    pen.setTextMatrix(place);
    pen.showText(known.toString());
    pen.endText();
  }
}
