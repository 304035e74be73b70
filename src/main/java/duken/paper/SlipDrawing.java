package duken.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws a slip as outlines, which needs no fonts of the system. */
final class SlipDrawing {

  private static final double CLIMB = Math.toRadians(-24);
  private static final int DARK = 140;

  private SlipDrawing() {}

  /** A picture in black and white, one pixel a dot, that any receipt printer can print. */
  static BufferedImage picture(SlipLayout.Laid slip) {
    BufferedImage words = grey(slip, false);
    BufferedImage pale = grey(slip, true);
    BufferedImage picture =
        new BufferedImage(slip.width(), slip.height(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < slip.height(); y++) {
      for (int x = 0; x < slip.width(); x++) {
        // A printer knows no grey: pale is every ninth dot.
        boolean black = isDark(words, x, y) || isNinth(x, y) && isDark(pale, x, y);
        picture.setRGB(x, y, black ? 0xff000000 : 0xffffffff);
      }
    }
    return picture;
  }

  private static boolean isNinth(int x, int y) {
    return x % 3 == 0 && y % 3 == x / 3 % 3;
  }

  private static boolean isDark(BufferedImage grey, int x, int y) {
    return grey.getRaster().getSample(x, y, 0) < DARK;
  }

  /** Either what is pale, drawn dark, or all the rest. */
  private static BufferedImage grey(SlipLayout.Laid slip, boolean pale) {
    BufferedImage grey =
        new BufferedImage(slip.width(), slip.height(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, slip.width(), slip.height());
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    slip.marks().stream()
        .filter(mark -> mark instanceof Mark.Pale == pale)
        .forEach(mark -> draw(mark, pen, Color.BLACK));
    pen.dispose();
    return grey;
  }

  /** Draws it as sharp as the pen allows. */
  static void draw(SlipLayout.Laid slip, Graphics2D pen) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    slip.marks().forEach(mark -> draw(mark, pen, Color.LIGHT_GRAY));
  }

  private static void draw(Mark mark, Graphics2D pen, Color pale) {
    pen.setColor(mark instanceof Mark.Pale ? pale : Color.BLACK);
    switch (mark) {
      case Mark.Words it -> pen.fill(outline(it.text(), it.face(), it.size(), it.x(), it.base()));
      case Mark.Box it -> pen.fill(new Rectangle2D.Float(it.x(), it.y(), it.width(), it.height()));
      case Mark.Pale it -> pen.fill(climbing(it));
    }
  }

  private static GeneralPath climbing(Mark.Pale pale) {
    float width = Face.BOLD.width(pale.text(), pale.size());
    GeneralPath outline = outline(pale.text(), Face.BOLD, pale.size(), -width / 2, 0);
    AffineTransform place = AffineTransform.getTranslateInstance(pale.x(), pale.y());
    place.rotate(CLIMB);
    outline.transform(place);
    return outline;
  }

  private static GeneralPath outline(String words, Face face, float size, float x, float base) {
    GeneralPath all = new GeneralPath();
    double scale = (double) size / face.unitsPerEm();
    double at = x;
    for (int letter : words.codePoints().toArray()) {
      Face.Glyph glyph = face.glyph(letter);
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, base);
      all.append(glyph.outline().getPathIterator(place), false);
      at += glyph.advance() * scale;
    }
    return all;
  }
}
