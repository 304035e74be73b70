package duken.desktop.shift.export;

import duken.desktop.shift.export.ShiftDocument.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A report on A4, in the window's own typeface, which has Kazakh letters and the tenge. */
public final class PdfFile implements ReportFile {

  private static final String FONTS = "/duken/desktop/assets/fonts/IBMPlexSans-";
  private static final float EDGE = 50;
  private static final float LINE = 17;
  private static final float SIZE = 10;
  private static final float LARGE = 16;
  private static final float MIDDLE = 12;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * EDGE;

  @Override
  public void write(ShiftDocument document, OutputStream out) throws IOException {
    try (PDDocument file = new PDDocument()) {
      try (Pen pen = new Pen(file)) {
        pen.line(LARGE, pen.bold, List.of(document.title()), List.of(0f));
        pen.gap();
        for (ShiftDocument.Fact fact : document.facts()) {
          pen.line(SIZE, pen.plain, List.of(fact.name(), words(fact.value())), List.of(0f, 170f));
        }
        for (ShiftDocument.Table table : document.tables()) {
          table(pen, table);
        }
      }
      file.save(out);
    }
  }

  private static void table(Pen pen, ShiftDocument.Table table) throws IOException {
    pen.gap();
    pen.line(MIDDLE, pen.bold, List.of(table.title()), List.of(0f));
    List<Float> places = new ArrayList<>();
    for (int column = 0; column < table.heads().size(); column++) {
      places.add(WIDTH * column / table.heads().size());
    }
    pen.line(SIZE, pen.bold, table.heads(), places);
    for (List<Cell> row : table.rows()) {
      pen.line(SIZE, pen.plain, row.stream().map(PdfFile::words).toList(), places);
    }
  }

  private static String words(Cell cell) {
    return CellWords.of(cell);
  }

  /** Writes line below line, on as many pages as it takes. */
  private static final class Pen implements AutoCloseable {

    private final PDDocument file;
    private final PDFont plain;
    private final PDFont bold;
    private PDPageContentStream page;
    private float height;

    Pen(PDDocument file) throws IOException {
      this.file = file;
      plain = font("Regular");
      bold = font("Bold");
      turn();
    }

    private PDFont font(String face) throws IOException {
      try (InputStream stream = PdfFile.class.getResourceAsStream(FONTS + face + ".ttf")) {
        return PDType0Font.load(file, Objects.requireNonNull(stream));
      }
    }

    private void turn() throws IOException {
      if (page != null) {
        page.close();
      }
      PDPage next = new PDPage(PDRectangle.A4);
      file.addPage(next);
      page = new PDPageContentStream(file, next);
      height = PDRectangle.A4.getHeight() - EDGE;
    }

    void gap() {
      height -= LINE / 2;
    }

    void line(float size, PDFont font, List<String> words, List<Float> places) throws IOException {
      if (height < EDGE + LINE) {
        turn();
      }
      height -= Math.max(LINE, size + 4);
      for (int i = 0; i < words.size(); i++) {
        float room = (i + 1 < places.size() ? places.get(i + 1) : WIDTH) - places.get(i) - 4;
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(EDGE + places.get(i), height);
        page.showText(fitting(font, size, words.get(i), room));
        page.endText();
      }
    }

    /** What fits into this room; letters that the typeface has not become a question mark. */
    private static String fitting(PDFont font, float size, String words, float room)
        throws IOException {
      StringBuilder text = new StringBuilder();
      float width = 0;
      for (int letter : words.codePoints().toArray()) {
        String shown = Character.toString(letter);
        float one;
        try {
          one = font.getStringWidth(shown);
        } catch (IllegalArgumentException _) {
          shown = "?";
          one = font.getStringWidth(shown);
        }
        width += one * size / 1000;
        if (width > room) {
          return text.append('…').toString();
        }
        text.append(shown);
      }
      return text.toString();
    }

    @Override
    public void close() throws IOException {
      page.close();
    }
  }
}
