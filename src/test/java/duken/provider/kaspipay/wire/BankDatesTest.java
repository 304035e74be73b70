package duken.provider.kaspipay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a date that the bank was seen to write (Kaspi Pay sheet, section 3). */
class BankDatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-16T10:30:00+05,           2026-01-16T05:30:00Z",
    "2026-01-16T10:30:00+06,           2026-01-16T04:30:00Z",
    "2026-01-16T10:30:00.717+05:00,    2026-01-16T05:30:00.717Z",
    "2026-01-08T11:35:48.1566667,      2026-01-08T06:35:48.156666700Z",
    "2026-01-3T11:55:14.166+06:00,     2026-01-03T05:55:14.166Z",
    "2023-07-01T12:00:00,              2023-07-01T06:00:00Z",
    "2026-01-16T05:30:00Z,             2026-01-16T05:30:00Z"
  })
  void everyFormThatWasSeenIsRead(String text, Instant instant) {
    assertThat(BankDates.read(text)).contains(instant);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "tomorrow", "2026-13-01T00:00:00", "16.01.2026 10:30", "0"})
  void whatCannotBeReadIsNoError(String text) {
    assertThat(BankDates.read(text)).isEmpty();
  }
}
