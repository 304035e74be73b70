package duken.desktop.shift;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.cash.CashJson;
import duken.desktop.shift.export.CellWords;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawerTableTest {

  @Test
  void aCountStandsBesideWhatShouldHaveBeenThere() {
    CashJson.Drawer drawer =
        new CashJson.Drawer(
            "10000.00",
            "2500.50",
            "0.00",
            "0.00",
            "0.00",
            "-49.50",
            "12451.00",
            "0.00",
            "12451.00",
            "-49.50",
            "Айгуль",
            "10000x1 2000x1 coins 451.00");
    List<String> rows =
        new DrawerTable(new Texts(Language.RU))
            .of(drawer).rows().stream()
                .map(row -> CellWords.of(row.getFirst()) + "|" + CellWords.of(row.getLast()))
                .map(row -> row.replace('\u00a0', ' '))
                .toList();
    assertThat(rows)
        .contains(
            "Насчитано (Айгуль)|12 451 ₸",
            "Должно быть|12 500,50 ₸",
            "Разница|−49,50 ₸",
            "|10 000 × 1, 2 000 × 1, монеты 451 ₸");
  }
}
