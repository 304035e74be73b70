package duken.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small text that people edit, in whatever encoding their editor wrote it: UTF-8 or UTF-16 with
 * or without a byte order mark, else the Cyrillic one of Windows.
 *
 * @param text without a mark, lines ended by {@code \n}
 * @param encoding its name, as an editor shows it
 * @param guessed whether other letters than those of English may have been read wrongly
 */
public record TextFile(String text, String encoding, boolean guessed) {

  private static final Charset WINDOWS = Charset.forName("windows-1251");
  private static final int SAMPLE = 64;

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read
   */
  public static TextFile read(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  static TextFile of(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return in(StandardCharsets.UTF_8, "UTF-8 with BOM", bytes, 3);
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return in(StandardCharsets.UTF_16LE, "UTF-16 LE", bytes, 2);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return in(StandardCharsets.UTF_16BE, "UTF-16 BE", bytes, 2);
    }
    int evenZeros = zeros(bytes, 0);
    int oddZeros = zeros(bytes, 1);
    if (oddZeros > evenZeros) {
      return in(StandardCharsets.UTF_16LE, "UTF-16 LE", bytes, 0);
    }
    if (evenZeros > 0) {
      return in(StandardCharsets.UTF_16BE, "UTF-16 BE", bytes, 0);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new TextFile(lines(text), "UTF-8", false);
    } catch (CharacterCodingException _) {
      return new TextFile(lines(new String(bytes, WINDOWS)), "windows-1251 (ANSI)", true);
    }
  }

  /** The text may hold a key: it is not shown. */
  @Override
  public String toString() {
    return "TextFile[" + encoding + "]";
  }

  private static TextFile in(Charset charset, String name, byte[] bytes, int from) {
    return new TextFile(lines(new String(bytes, from, bytes.length - from, charset)), name, false);
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** How many of the first bytes at even or odd places are zero: in UTF-16 half of English is. */
  private static int zeros(byte[] bytes, int from) {
    int count = 0;
    for (int i = from; i < Math.min(SAMPLE, bytes.length); i += 2) {
      count += bytes[i] == 0 ? 1 : 0;
    }
    return count;
  }
}
