package duken.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayPickTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 14);
  private static final DayPick PICK = DayPick.from(new Days(TODAY, TODAY), TODAY);

  @Test
  void theSecondDayMayBeBeforeTheFirst() {
    assertThat(PICK.started().step(-7).span()).isEqualTo(new Days(TODAY.minusDays(7), TODAY));
  }

  @Test
  void thereIsNoDayAfterToday() {
    assertThat(PICK.step(1).cursor()).isEqualTo(TODAY);
    assertThat(PICK.lock(1).cursor()).isEqualTo(TODAY);
  }

  @Test
  void aMonthIsShownFromItsMonday() {
    assertThat(PICK.cells().getFirst()).isEqualTo(LocalDate.of(2026, 4, 27));
    assertThat(PICK.cells()).hasSize(42);
    assertThat(PICK.lock(-1).cells().getFirst()).isEqualTo(LocalDate.of(2026, 3, 30));
  }
}
