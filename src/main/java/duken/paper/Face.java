package duken.paper;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A face of the window's own typeface, read glyph by glyph: a computer without fonts, or without a
 * font system, prints Kazakh letters and the tenge all the same.
 */
enum Face {
  REGULAR("Regular"),
  BOLD("Bold");

  private static final String FONTS = "/duken/desktop/assets/fonts/IBMPlexSans-";
  private static final GeneralPath NOTHING = new GeneralPath();

  private final String file;
  private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();
  private TrueTypeFont font;
  private CmapLookup letters;

  Face(String file) {
    this.file = file;
  }

  /**
   * A letter in units of the typeface, its base line at 0, upwards positive.
   *
   * @param advance how far the next letter stands
   */
  record Glyph(GeneralPath outline, float advance) {}

  /** The whole file, for a document that takes it along. */
  InputStream open() {
    return Objects.requireNonNull(Face.class.getResourceAsStream(FONTS + file + ".ttf"));
  }

  /** How wide words are at this size; both in the same unit. */
  float width(String words, float size) {
    float all = 0;
    for (int letter : words.codePoints().toArray()) {
      all += glyph(letter).advance();
    }
    return all * size / unitsPerEm();
  }

  /** A letter; a question mark for one that the typeface has not. */
  Glyph glyph(int letter) {
    return glyphs.computeIfAbsent(letter, this::read);
  }

  /** Whether the typeface has it. */
  boolean has(int letter) {
    load();
    return letters.getGlyphId(letter) != 0;
  }

  int unitsPerEm() {
    load();
    try {
      return font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Glyph read(int letter) {
    load();
    int known = letters.getGlyphId(letter);
    int id = known == 0 ? letters.getGlyphId('?') : known;
    try {
      GlyphData data = font.getGlyph().getGlyph(id);
      return new Glyph(data == null ? NOTHING : data.getPath(), font.getAdvanceWidth(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void load() {
    if (font != null) {
      return;
    }
    try (InputStream stream = open()) {
      TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(stream));
      letters = read.getUnicodeCmapLookup();
      font = read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
