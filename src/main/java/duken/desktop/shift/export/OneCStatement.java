package duken.desktop.shift.export;

import duken.api.ShiftJson;
import duken.desktop.kit.format.Sums;
import duken.domain.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * The money of a shift as a bank's statement for 1C: {@code 1CClientBankExchange}, version 2.00 as
 * banks in Kazakhstan write it, in Windows-1251. Letters which that has not (Kazakh ones, the
 * tenge) become the nearest it has.
 *
 * @param shop whose money it is
 * @param account the shop's account (IIK, 20 signs)
 * @param zone of the shop's clock
 * @param now when the file is made
 */
public record OneCStatement(String shop, String account, ZoneId zone, Instant now) {

  private static final Charset CP1251 = Charset.forName("windows-1251");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final String KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";
  private static final String NEAREST = "АаГгКкНнОоУуУуХхІі";

  /**
   * Writes the whole statement; the stream stays open.
   *
   * @param purpose what a line says of its money
   */
  public void write(
      ShiftJson.Report report, List<ShiftJson.Money> money, Purpose purpose, OutputStream out)
      throws IOException {
    StringBuilder text = new StringBuilder();
    LocalDateTime made = LocalDateTime.ofInstant(now, zone);
    String from = day(money.isEmpty() ? report.openedAt() : money.getFirst().at());
    String to = day(money.isEmpty() ? report.openedAt() : money.getLast().at());
    line(text, "1CClientBankExchange");
    line(text, "ВерсияФормата", "2.00");
    line(text, "Кодировка", "Windows");
    line(text, "Отправитель", "Duken");
    line(text, "Получатель", "");
    line(text, "ДатаСоздания", DAY.format(made));
    line(text, "ВремяСоздания", TIME.format(made));
    line(text, "ДатаНачала", from);
    line(text, "ДатаКонца", to);
    line(text, "РасчСчет", account);
    line(text, "СекцияРасчСчет");
    line(text, "ДатаНачала", from);
    line(text, "ДатаКонца", to);
    line(text, "РасчСчет", account);
    line(text, "ВсегоПоступило", sum(money, false));
    line(text, "ВсегоСписано", sum(money, true));
    line(text, "КонецРасчСчет");
    for (ShiftJson.Money row : money) {
      document(text, report, row, purpose.of(row));
    }
    line(text, "КонецФайла");
    out.write(encoded(text.toString()));
  }

  private static String sum(List<ShiftJson.Money> money, boolean refund) {
    return money.stream()
        .filter(row -> row.refund() == refund)
        .map(row -> Sums.ofWire(row.amount()))
        .reduce(Money.ZERO, Money::plus)
        .toWire();
  }

  /** What a line of the statement says of its money. */
  @FunctionalInterface
  public interface Purpose {

    /** Which sale, paid how. */
    String of(ShiftJson.Money row);
  }

  /** Whether this is an account of a bank in Kazakhstan: an IBAN whose check digits are right. */
  public static boolean isAccount(String text) {
    if (!text.matches("KZ[0-9]{2}[0-9A-Z]{16}")) {
      return false;
    }
    int rest = 0;
    for (char sign : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
      int value = Character.digit(sign, 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  private void document(
      StringBuilder text, ShiftJson.Report report, ShiftJson.Money row, String purpose) {
    String amount = Sums.ofWire(row.amount()).toWire();
    String day = day(row.at());
    line(text, "СекцияДокумент", "Выписка");
    line(text, "ВидДокумента", "ПлатежноеПоручение");
    line(text, "ДатаОперации", day);
    line(text, row.refund() ? "СуммаРасход" : "СуммаПриход", amount);
    line(text, "НомерДокумента", row.invoiceNumber() + (row.refund() ? "-" + report.number() : ""));
    line(text, "ДатаДокумента", day);
    if (row.refund()) {
      line(text, "ПлательщикНаименование", shop);
      line(text, "ПлательщикИИК", account);
    } else {
      line(text, "ПолучательНаименование", shop);
      line(text, "ПолучательИИК", account);
    }
    line(text, "НазначениеПлатежа", purpose);
    line(text, "ДатаВалютирования", day);
    line(text, "Сумма", amount);
    line(text, "Валюта", "KZT");
    line(text, "КонецДокумента");
  }

  private String day(String wire) {
    return DAY.format(LocalDateTime.ofInstant(Instant.parse(wire), zone));
  }

  private static void line(StringBuilder text, String... nameAndValue) {
    String joined =
        String.join(
            "=", Stream.of(nameAndValue).map(it -> it.replaceAll("\\p{Cntrl}", " ")).toList());
    text.append(joined).append("\r\n");
  }

  private static byte[] encoded(String text) throws IOException {
    StringBuilder nearest = new StringBuilder();
    for (char letter : text.toCharArray()) {
      int at = KAZAKH.indexOf(letter);
      nearest.append(at < 0 ? letter : NEAREST.charAt(at));
    }
    String plain = nearest.toString().replace('\u00a0', ' ').replace("₸", "KZT");
    CharsetEncoder encoder =
        CP1251
            .newEncoder()
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .onMalformedInput(CodingErrorAction.REPLACE);
    ByteBuffer bytes = encoder.encode(CharBuffer.wrap(plain));
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    return all;
  }
}
