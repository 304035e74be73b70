package duken.desktop.print;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.cash.CashJson;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import duken.paper.Slip;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CashSlipTest {

  @Test
  void theGoodsOfACartStandAboveTheSum() {
    List<String> pairs =
        pairs(
            new CashJson.Line("Хлеб", "180.50", 2, "36.10"),
            new CashJson.Line("Чай", "1200.00", 1, null));
    assertThat(pairs)
        .containsSubsequence(
            "Хлеб  2 × 180,50|361 ₸",
            "Скидка|−36,10 ₸",
            "Чай  1 × 1 200|1 200 ₸",
            "Итого|1 524,90 ₸");
  }

  @Test
  void aBareSumHasNoGoods() {
    assertThat(pairs()).noneMatch(pair -> pair.contains("×"));
  }

  private static List<String> pairs(CashJson.Line... lines) {
    CashJson.Operation sale =
        new CashJson.Operation(
            1,
            "sale",
            "2026-05-14T07:00:00Z",
            "Касса 1",
            "Касса 1",
            "1524.90",
            1L,
            "2000.00",
            "475.10",
            null,
            null,
            null,
            null,
            null,
            null,
            "1524.90",
            List.of(lines));
    Moments moments =
        new Moments(Clock.fixed(Instant.parse("2026-05-14T07:00:00Z"), ZoneOffset.UTC));
    return new SlipWords(new Texts(Language.RU), moments, "Лавка")
        .cash(sale, false).lines().stream()
            .filter(Slip.Pair.class::isInstance)
            .map(Slip.Pair.class::cast)
            .map(pair -> (pair.left() + "|" + pair.right()).replace('\u00a0', ' '))
            .toList();
  }
}
