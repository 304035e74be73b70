package duken.desktop.health;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.HealthJson;
import duken.desktop.kit.Tone;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import duken.paper.PrinterTrouble;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HealthReportTest {

  private static final HealthFacts.Printer READY = new HealthFacts.Printer(true, null);

  private static HealthJson engine(long free, String copied, HealthJson.Receiver receiver) {
    return new HealthJson(
        "2026-05-14T12:00:00Z",
        "0.1.0",
        free,
        new HealthJson.Database(true, 1),
        new HealthJson.Backup(true, copied),
        receiver,
        List.of());
  }

  private static HealthJson well() {
    return engine(9L << 30, "2026-05-13T12:00:00Z", receiver(0, null));
  }

  private static HealthJson.Receiver receiver(int parked, String error) {
    return new HealthJson.Receiver(true, true, parked, 0, error, "2026-05-14T11:00:00Z");
  }

  private static HealthItem item(String id, HealthFacts facts) {
    return HealthReport.of(facts).stream().filter(it -> it.id().equals(id)).findFirst().get();
  }

  private static HealthItem item(String id, HealthJson engine) {
    return item(id, new HealthFacts(engine, true, null, true, Duration.ZERO, READY));
  }

  @ParameterizedTest
  @CsvSource({"10000,GOOD", "400,CAREFUL", "49,BAD"})
  void aDiskIsJudgedByWhatIsLeft(long mebibytes, Tone tone) {
    HealthJson engine = engine(mebibytes << 20, null, receiver(0, null));
    assertThat(item("disk", engine).says().tone()).isEqualTo(tone);
  }

  @Test
  void freeSpaceIsToldInGigabytes() {
    assertThat(HealthReport.gigabytes((3L << 30) / 2)).isEqualTo("1,5");
    assertThat(HealthReport.gigabytes(0)).isEqualTo("0,0");
  }

  @Test
  void parkedMessagesLeadToThem() {
    HealthItem item = item("receiver", engine(9L << 30, null, receiver(3, "HTTP 500")));
    assertThat(item.says().tone()).isEqualTo(Tone.BAD);
    assertThat(item.says().text(new Texts(Language.EN))).contains("3 messages");
    assertThat(item.next()).isEqualTo(new HealthItem.Step("settings", "deliveries"));
  }

  @ParameterizedTest
  @CsvSource({"2026-05-14T11:00:00Z,GOOD", "2026-04-01T12:00:00Z,CAREFUL", ",CAREFUL"})
  void anOldCopyAndNoneAreWorthAWord(String newest, Tone tone) {
    assertThat(item("backup", engine(9L << 30, newest, receiver(0, null))).says().tone())
        .isEqualTo(tone);
  }

  @ParameterizedTest
  @CsvSource({"0,GOOD,clock.right", "120,BAD,clock.ahead", "-120,BAD,clock.behind"})
  void theClockIsComparedWithTheWorldOutside(long seconds, Tone tone, String key) {
    HealthItem item =
        item(
            "clock", new HealthFacts(well(), true, null, true, Duration.ofSeconds(seconds), READY));
    assertThat(item.says().tone()).isEqualTo(tone);
    assertThat(item.says().key()).isEqualTo("health.says." + key);
  }

  @Test
  void anEngineThatDoesNotAnswerIsTroubleAndWhatItSaidBeforeIsNoNews() {
    HealthFacts facts = new HealthFacts(well(), false, null, false, null, READY);
    assertThat(item("database", facts).says().tone()).isEqualTo(Tone.BAD);
    assertThat(item("network", facts).says().tone()).isEqualTo(Tone.CAREFUL);
  }

  @Test
  void whatIsNotKnownIsNotJudged() {
    HealthFacts nothing =
        new HealthFacts(null, true, null, null, null, new HealthFacts.Printer(false, null));
    assertThat(HealthReport.of(nothing))
        .extracting(it -> it.says().tone())
        .containsOnly(Tone.QUIET);
  }

  @ParameterizedTest
  @EnumSource
  void everyTroubleOfAPrinterHasWords(PrinterTrouble trouble) {
    HealthFacts facts =
        new HealthFacts(
            well(), true, null, true, Duration.ZERO, new HealthFacts.Printer(true, trouble));
    HealthItem item = item("printer", facts);
    Stream.of(Language.values())
        .forEach(language -> assertThat(item.says().text(new Texts(language))).doesNotContain("⟨"));
  }
}
