package duken.desktop.goods.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with separators. Nobody says in which encoding it is: a mark at the beginning tells, or
 * zeros between Latin letters (UTF-16), or that it is good UTF-8; all else comes from a Windows PC
 * with Russian settings (windows-1251).
 */
final class CsvTable implements TableFile {

  private static final Charset WINDOWS = Charset.forName("windows-1251");
  private static final char MARK = '\ufeff';
  private static final String SEPARATORS = ";\t,|";
  private static final String SAYS_SEPARATOR = "sep=";
  private static final int LOOKED_AT = 8192;
  private static final int LINES = 20;
  private static final int LONGEST_CELL = 1 << 16;

  /** What keeps a spreadsheet from making a number of it: {@code ="0487"}. */
  private static final Pattern KEPT_TEXT = Pattern.compile("=\"([^\"]*)\"");

  /** What keeps a spreadsheet from making a formula of it; ours and others'. */
  private static final Pattern KEPT_WORDS = Pattern.compile("'(?=['=+@\\t\\r\\n-])");

  private final Path file;

  CsvTable(Path file) {
    this.file = file;
  }

  @Override
  public void read(Rows rows) throws IOException {
    Charset charset = charset();
    char separator = separator(charset);
    try (Reader text = open(charset);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text)) {
      int number = 0;
      for (CsvRecord row : csv) {
        number++;
        if (number > MOST_ROWS) {
          throw new UnreadableTable("goods.import.rows", number);
        }
        if (!isForNobody(number, row) && !rows.row(number, cells(row))) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw new UnreadableTable("goods.import.quotes", rowOf(e));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int rowOf(CsvParseException e) {
    Matcher line = Pattern.compile("(?:line|record) (\\d{1,8})").matcher(String.valueOf(e));
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  private static boolean isForNobody(int number, CsvRecord row) {
    boolean saysSeparator = number == 1 && row.getField(0).startsWith(SAYS_SEPARATOR);
    return saysSeparator || row.getFields().stream().allMatch(String::isBlank);
  }

  private static List<String> cells(CsvRecord row) {
    return row.getFields().stream().limit(MOST_COLUMNS).map(CsvTable::cell).toList();
  }

  private static String cell(String text) {
    Matcher kept = KEPT_TEXT.matcher(text.strip());
    return kept.matches()
        ? kept.group(1)
        : KEPT_WORDS.matcher(text).lookingAt() ? text.substring(1) : text;
  }

  private Reader open(Charset charset) throws IOException {
    BufferedReader text =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
    return text;
  }

  private char separator(Charset charset) throws IOException {
    long[] counts = new long[SEPARATORS.length()];
    try (BufferedReader text = new BufferedReader(open(charset))) {
      for (int i = 0; i < LINES; i++) {
        String line = limitedLine(text);
        if (line == null) {
          break;
        }
        if (i == 0 && line.startsWith(SAYS_SEPARATOR) && line.length() > SAYS_SEPARATOR.length()) {
          return line.charAt(SAYS_SEPARATOR.length());
        }
        for (int at = 0; at < counts.length; at++) {
          counts[at] += outsideQuotes(line, SEPARATORS.charAt(at));
        }
      }
    }
    int best = 0;
    for (int at = 1; at < counts.length; at++) {
      // A comma also stands in prices: whatever stands before it in this list wins when it is
      // there.
      best = counts[best] == 0 && counts[at] > 0 ? at : best;
    }
    return SEPARATORS.charAt(best);
  }

  private static String limitedLine(Reader text) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = text.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n' && line.length() < LOOKED_AT; c = text.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static long outsideQuotes(String line, char separator) {
    long count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      count += !quoted && c == separator ? 1 : 0;
    }
    return count;
  }

  private Charset charset() throws IOException {
    byte[] first;
    try (InputStream content = Files.newInputStream(file)) {
      first = content.readNBytes(LOOKED_AT);
    }
    if (begins(first, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(first, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < first.length; i++) {
      zeros[i % 2] += first[i] == 0 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] > 0) {
      return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    return isUtf8() ? StandardCharsets.UTF_8 : WINDOWS;
  }

  private static boolean begins(byte[] first, int... bytes) {
    return first.length >= bytes.length
        && (first[0] & 0xFF) == bytes[0]
        && (first[1] & 0xFF) == bytes[1];
  }

  private boolean isUtf8() throws IOException {
    try (Reader text =
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      char[] part = new char[LOOKED_AT];
      int read = text.read(part);
      while (read >= 0) {
        read = text.read(part);
      }
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
