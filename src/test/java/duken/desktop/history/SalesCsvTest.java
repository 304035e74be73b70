package duken.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson.Sale;
import duken.api.SalesFilter;
import duken.desktop.SampleEngine;
import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesCsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+7", "-1", "@SUM(A1)", "\t=1", " =1"})
  void whatASpreadsheetWouldCountIsText(String text) {
    assertThat(SalesCsv.cell(text)).startsWith("'");
  }

  @Test
  void everySaleIsARowAndNobodysNameOrNumberIsInIt() {
    List<Sale> sales =
        new SampleEngine(false)
            .sales()
            .list(new SalesFilter(List.of(), null, null, null, 50, 0))
            .sales();

    String table = SalesCsv.of(new Texts(Language.RU), sales);

    assertThat(table).startsWith("\ufeffНомер;Создан (UTC);").endsWith("\r\n");
    assertThat(table.split("\r\n")).hasSize(sales.size() + 1);
    for (Sale sale : sales) {
      assertThat(table).contains(sale.invoice().terms().amount().replace('.', ','));
      if (sale.invoice().customer().clientPhone() != null) {
        assertThat(table).doesNotContain(sale.invoice().customer().clientPhone());
      }
      if (sale.invoice().customer().clientName() != null) {
        assertThat(table).doesNotContain(sale.invoice().customer().clientName());
      }
    }
  }

  @Test
  void separatorsQuotesAndLinesStayInTheirCell() {
    assertThat(SalesCsv.cell("a;b")).isEqualTo("\"a;b\"");
    assertThat(SalesCsv.cell("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(SalesCsv.cell("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(SalesCsv.cell("2500,00")).isEqualTo("2500,00");
  }
}
