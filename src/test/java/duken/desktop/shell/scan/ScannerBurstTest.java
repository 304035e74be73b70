package duken.desktop.shell.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerBurstTest {

  private static final long MILLI = 1_000_000;

  private final ScannerBurst burst = new ScannerBurst();
  private final List<Integer> undone = new ArrayList<>();
  private long now = 1_000 * MILLI;
  private int typed;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 15, 20})
  void anEanTypedByAMachineIsAScan(int millis) {
    type("4870001234567", millis);
    assertThat(enter(millis)).isEqualTo("4870001234567");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 50, 100, 250})
  void theSameDigitsTypedByAHandAreNone(int millis) {
    type("4870001234567", millis);
    assertThat(enter(millis)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"12345, 5, true", "1234, 5, true", "123, 5, false", "15000, 12, false"})
  void aShortCodeIsAScanOnlyWhenNoHandCouldBeSoQuick(String code, int millis, boolean scan) {
    type(code, millis);
    assertThat(enter(millis)).isEqualTo(scan ? code : null);
  }

  @Test
  void fewKeysThatWaitedForABusyWindowAreAHand() {
    type("2500", 0);
    assertThat(enter(0)).isNull();
  }

  @Test
  void aPauseOfTheWindowDoesNotCutAScanInTwo() {
    type("48700012", 5);
    type("3", 80);
    type("4567", 5);
    assertThat(enter(5)).isEqualTo("4870001234567");
    undo();
    assertThat(undone).containsExactly(0);
  }

  @Test
  void theFirstKeyOfAScanMayComeAloneWhileTheWindowDraws() {
    type("4", 500);
    type("8", 60);
    type("70001234567", 5);
    assertThat(enter(5)).isEqualTo("4870001234567");
    undo();
    assertThat(undone).containsExactly(0);
  }

  @Test
  void whatAHandTypedBeforeAScanStays() {
    type("2500", 50);
    type("4", 60);
    type("870001234567", 5);
    assertThat(enter(5)).isEqualTo("4870001234567");
    undo();
    assertThat(undone).containsExactly(4);
  }

  @Test
  void anEnterThatComesLaterIsAHands() {
    type("4870001234567", 5);
    assertThat(enter(300)).isNull();
  }

  @Test
  void theSecondEnterOfAScannerBelongsToTheScan() {
    type("4870001234567", 5);
    enter(5);
    now += 5 * MILLI;
    assertThat(burst.isTail(now)).isTrue();
    now += 40 * MILLI;
    assertThat(burst.isTail(now)).isTrue();
    now += 200 * MILLI;
    assertThat(burst.isTail(now)).isFalse();
  }

  @Test
  void aMachineThatTypesGivesNoCommands() {
    type("010487", 5);
    assertThat(burst.isRunning(now + 5 * MILLI)).isTrue();
    assertThat(burst.isRunning(now + 60 * MILLI)).isFalse();
  }

  private ScannerBurst.Scan last;

  private void type(String text, int millis) {
    for (char c : text.toCharArray()) {
      now += millis * MILLI;
      int at = typed++;
      burst.typed(c, now, () -> () -> undone.add(at));
    }
  }

  private String enter(int millis) {
    now += millis * MILLI;
    last = burst.ended(now).orElse(null);
    return last == null ? null : last.code();
  }

  private void undo() {
    last.undo().run();
  }
}
