package duken.desktop.shift.export;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.ShiftJson;
import duken.desktop.shift.export.ShiftDocument.Cell;
import duken.desktop.shift.export.ShiftDocument.Fact;
import duken.desktop.shift.export.ShiftDocument.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReportFilesTest {

  private static final String ACCOUNT = "KZ698562203124676325";

  private static final ShiftDocument DOCUMENT =
      new ShiftDocument(
          "Смена № 3 · Касса; \"1\"",
          List.of(
              new Fact("Продано на", new Cell.Sum(9_999_999_999L)),
              new Fact("Итого", new Cell.Sum(-50_050)),
              new Fact("=cmd|' /C calc'!A0", new Cell.Count(2))),
          List.of(
              new Table(
                  "По кассирам",
                  List.of("Кассир", "Продано"),
                  List.of(
                      List.of(new Cell.Words("=1+2"), new Cell.Sum(1)),
                      List.of(new Cell.Words("+7"), new Cell.Sum(0)),
                      List.of(new Cell.Words("@x"), new Cell.Sum(0)),
                      List.of(new Cell.Words("-5"), new Cell.Sum(0)),
                      List.of(new Cell.Words("Әйгүл ₸"), new Cell.Sum(250_050))))));

  @Test
  void csvIsWhatExcelOpensAndNoFormula() throws IOException {
    String text = new String(bytes(new CsvFile(), DOCUMENT), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeff\"Смена № 3 · Касса; \"\"1\"\"\"\r\n");
    assertThat(text)
        .contains("Продано на;99999999,99\r\n")
        .contains("Итого;-500,50\r\n")
        .contains("'=cmd|' /C calc'!A0;2\r\n")
        .contains("'=1+2;0,01\r\n")
        .contains("'+7;0,00\r\n")
        .contains("'@x;0,00\r\n")
        .contains("'-5;0,00\r\n")
        .contains("Әйгүл ₸;2500,50\r\n");
  }

  @Test
  void aWorkbookHasNumbersAndNoFormula() throws IOException {
    byte[] book = bytes(new XlsxFile(), DOCUMENT);
    String sheet = part(book, "xl/worksheets/sheet1.xml");
    String words = part(book, "xl/sharedStrings.xml");
    assertThat(sheet).contains("<v>99999999.99</v>").contains("<v>-500.50</v>");
    assertThat(sheet).contains("<v>2500.50</v>").doesNotContain("<f>");
    String plain =
        Pattern.compile("&#x([0-9a-f]+);")
            .matcher(words + sheet)
            .replaceAll(it -> Character.toString(Integer.parseInt(it.group(1), 16)));
    assertThat(plain).contains("=1+2", "Әйгүл ₸", "Касса; &quot;1&quot;");
  }

  @Test
  void aPdfHasEveryLineOnAsManyPagesAsItTakes() throws IOException {
    List<List<Cell>> rows =
        IntStream.range(0, 200)
            .mapToObj(i -> List.<Cell>of(new Cell.Words("Әйгүл " + i), new Cell.Sum(i)))
            .toList();
    ShiftDocument whole =
        new ShiftDocument(
            "Смена \t😀", List.of(), List.of(new Table("Все", List.of("Кто", "Сумма"), rows)));
    try (PDDocument pdf = Loader.loadPDF(bytes(new PdfFile(), whole))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(5);
      String text = new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
      assertThat(text).contains("Смена").contains("Әйгүл 0", "Әйгүл 199").contains("1,99 ₸");
    }
  }

  @Test
  void aStatementFor1cHasEveryMoneyInWindows1251() throws IOException {
    ShiftJson.Sums sums = new ShiftJson.Sums(1, "2500.50", 1, "500.50");
    ShiftJson.Report report =
        new ShiftJson.Report(
            7,
            "Касса 1",
            3,
            "2026-05-14T04:00:00Z",
            "Касса 1",
            null,
            null,
            0,
            sums,
            List.of(),
            List.of(),
            null);
    List<ShiftJson.Money> money =
        List.of(
            new ShiftJson.Money("2026-05-14T18:30:00Z", 7, 41, "qr", "А", false, "2500.50"),
            new ShiftJson.Money("2026-05-14T19:30:00Z", 7, 41, "qr", "А", true, "500.50"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new OneCStatement(
            "Дүкен\nРасчСчет=чужой",
            ACCOUNT,
            ZoneId.of("Asia/Almaty"),
            Instant.parse("2026-05-15T06:07:08Z"))
        .write(report, money, row -> "Счёт № " + row.invoiceNumber() + " ₸", out);
    List<String> lines = out.toString(Charset.forName("windows-1251")).lines().toList();
    assertThat(lines)
        .startsWith("1CClientBankExchange", "ВерсияФормата=2.00", "Кодировка=Windows")
        .contains("ДатаСоздания=15.05.2026", "ВремяСоздания=11:07:08")
        .contains("ДатаНачала=14.05.2026", "ДатаКонца=15.05.2026", "РасчСчет=" + ACCOUNT)
        .contains("ВсегоПоступило=2500.50", "ВсегоСписано=500.50")
        .contains("СуммаПриход=2500.50", "СуммаРасход=500.50")
        .contains("ПолучательНаименование=Дукен РасчСчет=чужой")
        .contains("НазначениеПлатежа=Счёт № 41 KZT")
        .endsWith("КонецДокумента", "КонецФайла");
    assertThat(lines).filteredOn(it -> it.equals("СекцияДокумент=Выписка")).hasSize(2);
  }

  @Test
  void anAccountHasRightCheckDigits() {
    assertThat(OneCStatement.isAccount(ACCOUNT)).isTrue();
    assertThat(OneCStatement.isAccount("KZ87722C000022014099")).isTrue();
    assertThat(OneCStatement.isAccount("KZ698562203124676326")).isFalse();
    assertThat(OneCStatement.isAccount("KZ69856220312467632")).isFalse();
    assertThat(OneCStatement.isAccount("")).isFalse();
  }

  private static byte[] bytes(ReportFile file, ShiftDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(document, out);
    return out.toByteArray();
  }

  private static String part(byte[] book, String name) throws IOException {
    Path file = Files.createTempFile("duken-report", ".xlsx");
    Files.write(file, book);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }
}
