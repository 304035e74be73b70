package duken.store.jdbc.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.Invoice;
import duken.store.InvoiceQuery;
import duken.store.Scope;
import duken.store.jdbc.OnBothDatabases;
import duken.store.jdbc.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JdbcOperationsTest extends OnBothDatabases {

  @Test
  void anOperationIsReadBackAsItWasWritten() {
    Invoice invoice = shop.sells();

    BankOperation intended = opens(invoice, 1, State.INTENDED);
    BankOperation open =
        new BankOperation(
            intended.id(),
            invoice.id(),
            1,
            intended.mark(),
            "900100",
            "https://qr",
            "https://pay",
            State.OPEN,
            "Wait",
            NOON,
            NOON.plusSeconds(180));
    store.write(
        tx -> {
          tx.operations().update(open);
          return null;
        });

    assertThat(intended.id()).isPositive();
    assertThat(of(invoice)).containsExactly(open);
  }

  @Test
  void anInvoiceIsFoundByAnyOfItsBanksNumbers() {
    Invoice invoice = shop.sells();
    for (int number = 1; number <= 2; number++) {
      BankOperation intended = opens(invoice, number, State.INTENDED);
      BankOperation open =
          new BankOperation(
              intended.id(),
              invoice.id(),
              number,
              intended.mark(),
              "71234567" + number,
              null,
              null,
              State.OPEN,
              null,
              NOON,
              null);
      store.write(
          tx -> {
            tx.operations().update(open);
            return null;
          });
    }
    shop.sells();
    assertThat(found(invoice, "712345671")).containsExactly(invoice.id());
    assertThat(found(invoice, " 712345672 ")).containsExactly(invoice.id());
    assertThat(found(invoice, "712345673")).isEmpty();
  }

  private List<Long> found(Invoice invoice, String text) {
    Scope scope = new Scope(invoice.tenantId(), invoice.mode());
    return store.read(
        tx ->
            tx
                .invoices()
                .list(scope, new Wish(InvoiceQuery.newest(10)).searching(text).query())
                .rows()
                .stream()
                .map(Invoice::id)
                .toList());
  }

  @Test
  void theNewestIsTheOneWithTheHighestNumber() {
    Invoice invoice = shop.sells();
    BankOperation first = opens(invoice, 1, State.ENDED);
    BankOperation second = opens(invoice, 2, State.OPEN);
    Invoice other = shop.sells();

    assertThat(of(invoice)).containsExactly(first, second);
    assertThat(newestOf(invoice)).containsExactly(second);
    assertThat(newestOf(other)).isEmpty();
  }

  @Test
  void aMarkAndANumberAreGivenOnce() {
    Invoice invoice = shop.sells();
    BankOperation first = opens(invoice, 1, State.OPEN);
    BankOperation sameMark =
        new BankOperation(
            0, invoice.id(), 2, first.mark(), null, null, null, State.INTENDED, null, NOON, null);

    assertThatThrownBy(() -> opens(invoice, 1, State.INTENDED)).hasMessageContaining("23505");
    assertThatThrownBy(() -> store.write(tx -> tx.operations().insert(sameMark)))
        .hasMessageContaining("23505");
  }

  private BankOperation opens(Invoice invoice, int number, State state) {
    BankOperation operation =
        new BankOperation(
            0,
            invoice.id(),
            number,
            "m" + invoice.id() + "-" + number,
            null,
            null,
            null,
            state,
            null,
            NOON,
            null);
    return store.write(tx -> tx.operations().insert(operation));
  }

  private List<BankOperation> of(Invoice invoice) {
    return store.read(tx -> tx.operations().of(invoice.id()));
  }

  private List<BankOperation> newestOf(Invoice invoice) {
    return store.read(tx -> tx.operations().newestOf(invoice.id()).stream().toList());
  }
}
