package duken.desktop.goods.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first sheet of a workbook (ECMA-376, parts 18.3 and 18.4), read as a stream; what is unpacked
 * is bounded. Numbers come with the 15 digits a spreadsheet has, so a barcode that was kept as a
 * number is whole, however it is shown there.
 */
final class XlsxTable implements TableFile {

  /** Unpacked bytes of one part. */
  private static final long LARGEST_PART = 256L * 1024 * 1024;

  /** Characters of all shared texts together. */
  private static final long MOST_TEXT = 24L * 1024 * 1024;

  private static final int MOST_TEXTS = 2_000_000;
  private static final int LONGEST_CELL = 1 << 16;
  private static final MathContext DIGITS = new MathContext(15);

  private final Path file;

  XlsxTable(Path file) {
    this.file = file;
  }

  @Override
  public void read(Rows rows) throws IOException {
    try (ZipFile book = new ZipFile(file.toFile())) {
      ZipEntry sheet = firstSheet(book);
      if (sheet == null) {
        throw new UnreadableTable("goods.import.broken", 0);
      }
      List<String> texts = texts(book);
      try (BoundedStream content = new BoundedStream(book.getInputStream(sheet), LARGEST_PART)) {
        new Sheet(parser(content), texts, rows).read();
      }
    } catch (ZipException | XMLStreamException e) {
      throw bad(e);
    }
  }

  /** What a parser wraps is what really happened. */
  private static UnreadableTable bad(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableTable known) {
        return known;
      }
      if (cause instanceof XMLStreamException xml
          && xml.getNestedException() instanceof UnreadableTable nested) {
        return nested;
      }
    }
    return new UnreadableTable("goods.import.broken", 0);
  }

  private static XMLStreamReader parser(BoundedStream content) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory.createXMLStreamReader(content);
  }

  /** The sheet that stands first, by the relation the workbook names it with. */
  private static ZipEntry firstSheet(ZipFile book) throws IOException, XMLStreamException {
    String relation = attribute(book, "xl/workbook.xml", "sheet", "id", null, null);
    String target =
        relation == null
            ? null
            : attribute(
                book, "xl/_rels/workbook.xml.rels", "Relationship", "Target", "Id", relation);
    String path =
        target == null
            ? "xl/worksheets/sheet1.xml"
            : target.startsWith("/") ? target.substring(1) : "xl/" + target;
    return book.getEntry(path);
  }

  /** An attribute of the first such element, or of the one where another attribute is so. */
  private static String attribute(
      ZipFile book, String part, String element, String wanted, String key, String value)
      throws IOException, XMLStreamException {
    ZipEntry entry = book.getEntry(part);
    if (entry == null) {
      return null;
    }
    try (BoundedStream content = new BoundedStream(book.getInputStream(entry), LARGEST_PART)) {
      XMLStreamReader xml = parser(content);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals(element)
            && (key == null || value.equals(named(xml, key)))) {
          return named(xml, wanted);
        }
      }
      return null;
    }
  }

  private static String named(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      // A sheet has an id of its own beside the one of its relation.
      boolean relation = !name.equals("id") || xml.getAttributePrefix(i).equals("r");
      if (xml.getAttributeLocalName(i).equals(name) && relation) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private static List<String> texts(ZipFile book) throws IOException, XMLStreamException {
    ZipEntry entry = book.getEntry("xl/sharedStrings.xml");
    List<String> texts = new ArrayList<>();
    if (entry == null) {
      return texts;
    }
    long length = 0;
    try (BoundedStream content = new BoundedStream(book.getInputStream(entry), LARGEST_PART)) {
      XMLStreamReader xml = parser(content);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
          String text = text(xml, "si");
          length += text.length();
          if (length > MOST_TEXT || texts.size() >= MOST_TEXTS) {
            throw new UnreadableTable("goods.import.large", 0);
          }
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** All {@code t} up to the end of an element, without what says how they are spoken. */
  private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    boolean spoken = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          spoken |= xml.getLocalName().equals("rPh");
          inText = xml.getLocalName().equals("t") && !spoken;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          inText = false;
          spoken &= !xml.getLocalName().equals("rPh");
          if (xml.getLocalName().equals(end)) {
            return text.toString();
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inText && text.length() < LONGEST_CELL) {
            text.append(xml.getText());
          }
        }
        default -> {}
      }
    }
    return text.toString();
  }

  /** Reads rows of a sheet. */
  private static final class Sheet {

    private final XMLStreamReader xml;
    private final List<String> texts;
    private final Rows rows;
    private final String[] cells = new String[MOST_COLUMNS];
    private int row;
    private int column;

    private Sheet(XMLStreamReader xml, List<String> texts, Rows rows) {
      this.xml = xml;
      this.texts = texts;
      this.rows = rows;
    }

    private void read() throws XMLStreamException, UnreadableTable {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "row" -> begin();
            case "c" -> cell();
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT
            && xml.getLocalName().equals("row")
            && !end()) {
          return;
        }
      }
    }

    private void begin() throws UnreadableTable {
      String number = xml.getAttributeValue(null, "r");
      row = number != null && number.matches("[0-9]{1,8}") ? Integer.parseInt(number) : row + 1;
      if (row > MOST_ROWS) {
        throw new UnreadableTable("goods.import.rows", row);
      }
      column = -1;
      Arrays.fill(cells, "");
    }

    private boolean end() {
      List<String> filled = List.of(cells);
      return filled.stream().allMatch(String::isBlank) || rows.row(row, filled);
    }

    private void cell() throws XMLStreamException {
      String place = xml.getAttributeValue(null, "r");
      column = place == null ? column + 1 : columnOf(place);
      String type = xml.getAttributeValue(null, "t");
      String text = "inlineStr".equals(type) ? text(xml, "c") : value();
      if (column >= 0 && column < MOST_COLUMNS) {
        cells[column] = meant(type, text);
      }
    }

    private String meant(String type, String text) {
      if ("s".equals(type)) {
        int at = text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : -1;
        return at >= 0 && at < texts.size() ? texts.get(at) : "";
      }
      return type == null || type.equals("n") ? number(text) : text;
    }

    private static String number(String text) {
      try {
        return new BigDecimal(text).round(DIGITS).stripTrailingZeros().toPlainString();
      } catch (NumberFormatException _) {
        return text;
      }
    }

    /** What {@code v} says, up to the end of the cell. */
    private String value() throws XMLStreamException {
      StringBuilder value = new StringBuilder();
      boolean inValue = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> inValue = xml.getLocalName().equals("v");
          case XMLStreamConstants.END_ELEMENT -> {
            inValue = false;
            if (xml.getLocalName().equals("c")) {
              return value.toString();
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (inValue && value.length() < LONGEST_CELL) {
              value.append(xml.getText());
            }
          }
          default -> {}
        }
      }
      return value.toString();
    }

    /** {@code C7} is 2; far away when it is none of ours. */
    private static int columnOf(String place) {
      int column = 0;
      for (int i = 0; i < place.length() && i < 3 && Character.isLetter(place.charAt(i)); i++) {
        column = column * 26 + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
      }
      return column - 1;
    }
  }
}
