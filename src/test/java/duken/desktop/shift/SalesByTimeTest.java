package duken.desktop.shift;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.ShiftJson;
import duken.domain.Money;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesByTimeTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  @Test
  void salesAreAddedUpByHourAndWayAndReturnsLeftOut() {
    SalesByTime sales =
        SalesByTime.of(
            List.of(
                row("2026-05-14T04:59:59Z", "qr", false, "100.10"),
                row("2026-05-14T05:00:00Z", "qr", false, "200.00"),
                row("2026-05-14T05:30:00Z", "qr", false, "0.50"),
                row("2026-05-14T05:30:00Z", "phone", false, "7.00"),
                row("2026-05-14T07:10:00Z", "qr", true, "100.10"),
                row("2026-05-14T07:00:00Z", "qr", false, "1.00")),
            ALMATY);

    assertThat(sales.steps()).containsExactly("09:00", "10:00", "11:00", "12:00");
    assertThat(sales.ways().get("qr"))
        .containsExactly(
            Money.parse("100.10"), Money.parse("200.50"), Money.ZERO, Money.parse("1.00"));
    assertThat(sales.ways().get("phone"))
        .containsExactly(Money.ZERO, Money.parse("7.00"), Money.ZERO, Money.ZERO);
    assertThat(sales.whole(1)).isEqualTo(Money.parse("207.50"));
  }

  @Test
  void aLongShiftIsShownByDaysAndOneOverMidnightSaysWhichDay() {
    ShiftJson.Money late = row("2026-05-14T18:30:00Z", "qr", false, "1.00");
    assertThat(
            SalesByTime.of(List.of(late, row("2026-05-14T19:30:00Z", "qr", false, "1.00")), ALMATY)
                .steps())
        .containsExactly("14.05 23:00", "15.05 00:00");
    assertThat(
            SalesByTime.of(List.of(late, row("2026-05-17T05:00:00Z", "qr", false, "1.00")), ALMATY)
                .steps())
        .containsExactly("14.05", "15.05", "16.05", "17.05");
    assertThat(SalesByTime.of(List.of(), ALMATY).steps()).isEmpty();
  }

  private static ShiftJson.Money row(String at, String way, boolean refund, String amount) {
    return new ShiftJson.Money(at, 7, 1, way, "Касса 1", refund, amount);
  }
}
