package duken.desktop.goods.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.api.goods.GoodsJson;
import duken.api.goods.ImportJson;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of goods as 1C, Excel and people write them. */
class GoodsFilesTest {

  private static final Charset WINDOWS = Charset.forName("windows-1251");

  @TempDir Path folder;

  @Test
  void aListOf1cIsReadWithTitlesAboveItsNames() throws IOException {
    String text =
        """
        Прайс-лист на 14.05.2026;;;
        ;;;
        Склад: Основной;;;
        №;Номенклатура;Ед. изм.;Цена, тенге;Штрих-код;Код
        1;"Айран ""Шұбат""; 1 л";шт.;1\u00a0650,50;4870206410103;00-017
        ;;;;;
        2;Сыр весовой;кг;4 500;;
        """
            .replace("\n", "\r\n");
    Path file = write("1c.csv", text.replace('ұ', 'у'), WINDOWS);
    assertThat(mapping(file).headRow()).isEqualTo(4);
    assertThat(rows(file).rows())
        .containsExactly(
            row(5, "Айран \"Шубат\"; 1 л", "1650.50", 1, "4870206410103", "00-017"),
            row(7, "Сыр весовой", "4500.00", 2, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", ",", "|"})
  void everySeparatorIsFoundInEveryEncoding(String separator) throws IOException {
    String text =
        "Name,Price,Barcode,Unit\n\"Tea; black, \t |\",\"1 250,5\",4870206410103,pcs\n"
            .replace(",", separator)
            .replace("1 250" + separator + "5", "1 250,5")
            .replace("black" + separator + " ", "black, ");
    byte[][] files = {
      text.getBytes(StandardCharsets.UTF_8),
      ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
      ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
      ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
      text.getBytes(StandardCharsets.UTF_16LE),
      text.getBytes(WINDOWS)
    };
    for (byte[] content : files) {
      Path file = folder.resolve("list.csv");
      Files.write(file, content);
      assertThat(rows(file).rows())
          .containsExactly(row(2, "Tea; black, \t |", "1250.50", 1, "4870206410103", null));
    }
  }

  @Test
  void everyMistakeIsNamedByRowAndColumn() throws IOException {
    String text =
        "sep=;\nНазвание;Цена;Единица;Штрихкод;Быстрая клавиша\n"
            + "Вода;100;шт;4,87E+12;\n"
            + ";100;шт;;\n"
            + "Чай;-5;шт;;\n"
            + "Чай;;шт;;\n"
            + "Чай;0;ведро;;\n"
            + "Чай;12,345;;;\n"
            + "Чай;1,2345;;;\n"
            + "Чай;дорого;;"
            + "1".repeat(51)
            + ";нет\n"
            + "я".repeat(256)
            + ";999999999;;;\n"
            + "Хороший;1.250,50;;4870206410103;7\n";
    GoodsRows read = rows(write("bad.csv", text, StandardCharsets.UTF_8));
    assertThat(read.faults().stream().map(it -> it.row() + " " + it.column() + " " + it.textKey()))
        .containsExactly(
            "3 BARCODE goods.import.fault.barcode.spoilt",
            "4 NAME goods.import.fault.name.empty",
            "5 PRICE goods.import.fault.price.negative",
            "6 PRICE goods.import.fault.price.empty",
            "7 PRICE goods.import.fault.price.too_small",
            "7 UNIT goods.import.fault.unit",
            "8 PRICE goods.import.fault.price.ambiguous",
            "9 PRICE goods.import.fault.price.too_fine",
            "10 PRICE goods.import.fault.price.unreadable",
            "10 BARCODE goods.fault.code.long",
            "10 TILE goods.fault.tile",
            "11 NAME goods.fault.name.long",
            "11 PRICE goods.import.fault.price.too_large");
    assertThat(read.faultCount()).isEqualTo(13);
    assertThat(read.rows()).extracting(ImportJson.Row::price).containsExactly("1250.50");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsWrittenIsReadBackInEveryLanguage(Language language) throws IOException {
    List<GoodsJson.Item> items = nasty();
    GoodsFile file = new GoodsFile(new Texts(language));
    Path csv = folder.resolve("goods.csv");
    Path xlsx = folder.resolve("goods.xlsx");
    try (OutputStream one = Files.newOutputStream(csv);
        OutputStream other = Files.newOutputStream(xlsx)) {
      file.csv(items, one);
      file.xlsx(items, other);
    }
    for (Path each : List.of(csv, xlsx)) {
      GoodsRows read = rows(each);
      assertThat(read.faults()).as(each.toString()).isEmpty();
      assertThat(read.rows().stream().map(GoodsFilesTest::item)).containsExactlyElementsOf(items);
    }
    assertThat(Files.readString(csv))
        .startsWith("\ufeff")
        .doesNotContain(";=", "\n=", "\n+", "\n-", "\n@")
        .contains("'=cmd|' /C calc'!A0");
  }

  @Test
  void aWorkbookOfExcelKeepsItsBarcodesWhole() throws IOException {
    String sheet =
        "<worksheet"
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
            + " r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"s\"><v>1</v></c><c r=\"E3\""
            + " t=\"inlineStr\"><is><t>Штрихкод</t></is></c></row><row r=\"4\"><c r=\"B4\""
            + " t=\"s\"><v>2</v></c><c r=\"D4\"><v>650.10000000000002</v></c><c"
            + " r=\"E4\"><v>4.870206410103E12</v></c></row><row r=\"9\"><c r=\"B9\""
            + " t=\"str\"><f>A1</f><v>Чай</v></c><c r=\"D9\"><v>5</v></c>"
            + "</row></sheetData></worksheet>";
    String texts =
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Товар</t>"
            + "</si><si><r><t>Це</t></r><r><t>на</t></r></si><si><t>Айран</t><rPh><t>x</t></rPh></si>"
            + "</sst>";
    Path file = folder.resolve("excel.xlsx");
    zip(file, "xl/worksheets/sheet1.xml", sheet, "xl/sharedStrings.xml", texts);
    assertThat(rows(file).rows())
        .containsExactly(
            row(4, "Айран", "650.10", null, "4870206410103", null),
            row(9, "Чай", "5.00", null, null, null));
  }

  @Test
  void whatIsNoTableIsToldApart() throws IOException {
    assertUnreadable(write("empty.csv", "\n \n", StandardCharsets.UTF_8), "goods.import.empty");
    Path old = folder.resolve("old.xls");
    Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
    assertUnreadable(old, "goods.import.xls");
    Path other = folder.resolve("other.xlsx");
    zip(other, "word/document.xml", "<a/>");
    assertUnreadable(other, "goods.import.broken");
    Path cut = folder.resolve("cut.xlsx");
    Files.write(cut, new byte[] {'P', 'K', 3, 4, 0, 0});
    assertUnreadable(cut, "goods.import.broken");
    zip(other, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>");
    assertUnreadable(other, "goods.import.broken");
    assertUnreadable(
        write("quote.csv", "Название;Цена\n\"Вода;5\n", StandardCharsets.UTF_8),
        "goods.import.quotes");
    assertUnreadable(
        write("long.csv", "Название;Цена\n" + "a;1\n".repeat(50_001), StandardCharsets.UTF_8),
        "goods.import.rows");
  }

  @Test
  void aFileThatUnpacksToFarMoreEndsEarlyAndNothingFromOutsideIsRead() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write("<worksheet><sheetData><row><c><v>".getBytes(StandardCharsets.UTF_8));
      byte[] zeros = new byte[1 << 20];
      java.util.Arrays.fill(zeros, (byte) '0');
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(1 << 20);
    assertUnreadable(bomb, "goods.import.large");
    Path secret = write("secret.txt", "тайна", StandardCharsets.UTF_8);
    Path outside = folder.resolve("outside.xlsx");
    zip(
        outside,
        "xl/worksheets/sheet1.xml",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><worksheet><sheetData><row>"
            + "<c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>");
    List<String> seen = new ArrayList<>();
    try {
      TableFile.of(outside).read((_, cells) -> seen.addAll(cells));
    } catch (UnreadableTable e) {
      seen.add(e.textKey());
    }
    assertThat(seen.toString()).doesNotContain("тайна");
  }

  @Test
  void readingEndsWhenItIsStopped() throws IOException {
    Path file = write("many.csv", "Название;Цена\n" + "a;1\n".repeat(1000), StandardCharsets.UTF_8);
    List<Integer> seen = new ArrayList<>();
    assertThat(
            GoodsRows.read(
                TableFile.of(file),
                mapping(file),
                number -> {
                  seen.add(number);
                  return number < 10;
                }))
        .isEmpty();
    assertThat(seen).hasSize(10);
  }

  private static void assertUnreadable(Path file, String textKey) {
    assertThatThrownBy(() -> rows(file))
        .as(file.toString())
        .isInstanceOfSatisfying(
            UnreadableTable.class, e -> assertThat(e.textKey()).isEqualTo(textKey));
  }

  private static List<GoodsJson.Item> nasty() {
    List<GoodsJson.Item> items = new ArrayList<>();
    String[] names = {
      "=cmd|' /C calc'!A0",
      "'=x",
      "'",
      "+7 (701)",
      "-скидка",
      "@имя",
      "Кавычки \"и\"; точки, запятые",
      "Шұбат Ғ Ң қымыз № 5",
      "4,87E+12",
      "две\nстроки"
    };
    for (int i = 0; i < names.length; i++) {
      items.add(
          new GoodsJson.Item(
              i + 1,
              names[i],
              i == 0 ? "99999999.99" : i + ".0" + i,
              i % 10 + 1,
              i % 2 == 0 ? null : "0487000" + i,
              i % 3 == 0 ? "=А-" + i : null,
              i % 4 == 0 ? i + 1 : null,
              null));
    }
    return items;
  }

  private static GoodsJson.Item item(ImportJson.Row row) {
    return new GoodsJson.Item(
        row.id(),
        row.name(),
        row.price(),
        row.unitId(),
        row.barcode(),
        row.article(),
        row.tile(),
        null);
  }

  private static ImportJson.Row row(
      int number, String name, String price, Integer unit, String barcode, String article) {
    return new ImportJson.Row(number, null, name, price, unit, barcode, article, null);
  }

  private static Mapping mapping(Path file) throws IOException {
    return Mapping.of(TableFile.of(file));
  }

  private static GoodsRows rows(Path file) throws IOException {
    return GoodsRows.read(TableFile.of(file), mapping(file), _ -> true).orElseThrow();
  }

  private Path write(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private static void zip(Path file, String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(file, bytes.toByteArray());
  }
}
