package duken.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import duken.paper.Slip.Size;
import java.util.ArrayList;
import java.util.List;

/** Where everything of a slip stands; the same on a printer's roll, a page and in a file. */
final class SlipLayout {

  private static final int EDGE = 8;
  private static final int GAP = 14;
  private static final float LEADING = 1.28f;
  private static final float ASCENT = 0.98f;
  private static final int CODE_SIDE = 240;
  private static final int BETWEEN_PALE = 340;
  private static final float PALE = 46;

  private final List<Mark> marks = new ArrayList<>();
  private final int width;
  private float y = EDGE;

  private SlipLayout(int width) {
    this.width = width;
  }

  /**
   * A slip laid out.
   *
   * @param marks in the order they are drawn
   * @param height in dots
   */
  record Laid(List<Mark> marks, int width, int height) {}

  static Laid of(Slip slip, PaperWidth paper) {
    SlipLayout layout = new SlipLayout(paper.dots());
    slip.lines().forEach(layout::add);
    int height = (int) Math.ceil(layout.y) + EDGE;
    List<Mark> all = new ArrayList<>();
    if (slip.watermark() != null) {
      for (int at = BETWEEN_PALE / 2; at < height; at += BETWEEN_PALE) {
        all.add(new Mark.Pale(slip.watermark(), PALE, paper.dots() / 2f, at));
      }
    }
    all.addAll(layout.marks);
    return new Laid(List.copyOf(all), paper.dots(), height);
  }

  private void add(Slip.Line line) {
    switch (line) {
      case Slip.Centred(String words, Size size) ->
          broken(words, size, room()).forEach(part -> put(part, size, middle(part, size)));
      case Slip.Plain(String words, Size size) ->
          broken(words, size, room()).forEach(part -> put(part, size, EDGE));
      case Slip.Pair(String left, String right, Size size) -> pair(left, right, size);
      case Slip.Rule() -> {
        y += GAP / 2f;
        marks.add(new Mark.Box(EDGE, y, room(), 2));
        y += GAP;
      }
      case Slip.Code(String text) -> code(text);
    }
  }

  /** What is on the right stands beside the last line of the left, or below it. */
  private void pair(String left, String right, Size size) {
    float taken = size.face().width(right, size.dots());
    List<String> parts = broken(left, size, room());
    float last = size.face().width(parts.getLast(), size.dots());
    parts.subList(0, parts.size() - 1).forEach(part -> put(part, size, EDGE));
    boolean beside = last + GAP + taken <= room();
    marks.add(words(parts.getLast(), size, EDGE));
    if (!beside) {
      y += size.dots() * LEADING;
    }
    put(right, size, width - EDGE - taken);
  }

  private void code(String text) {
    try {
      BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
      int dot = Math.max(2, CODE_SIDE / code.getWidth());
      float left = (width - code.getWidth() * dot) / 2;
      y += GAP;
      for (int row = 0; row < code.getHeight(); row++) {
        for (int column = 0; column < code.getWidth(); column++) {
          if (code.get(column, row)) {
            marks.add(new Mark.Box(left + column * dot, y + row * dot, dot, dot));
          }
        }
      }
      y += code.getHeight() * dot + GAP;
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR holds that", e);
    }
  }

  private float room() {
    return width - 2 * EDGE;
  }

  private float middle(String words, Size size) {
    return Math.max(EDGE, (width - size.face().width(words, size.dots())) / 2);
  }

  private void put(String words, Size size, float x) {
    marks.add(words(words, size, x));
    y += size.dots() * LEADING;
  }

  private Mark words(String words, Size size, float x) {
    return new Mark.Words(words, size.face(), size.dots(), x, y + size.dots() * ASCENT);
  }

  /** Lines that fit; a word that is wider than the paper is broken anywhere. */
  private static List<String> broken(String words, Size size, float room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words.strip().split("[ \n\t]+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (fits(longer, size, room)) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (!fits(line, size, room)) {
        int end = longest(line, size, room);
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    lines.add(line);
    return lines;
  }

  private static int longest(String word, Size size, float room) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length() && fits(word.substring(0, end), size, room)) {
      end = word.offsetByCodePoints(end, 1);
    }
    return Math.max(word.offsetByCodePoints(0, 1), word.offsetByCodePoints(end, -1));
  }

  private static boolean fits(String words, Size size, float room) {
    return size.face().width(words, size.dots()) <= room;
  }
}
