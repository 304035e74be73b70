package duken.store.jdbc.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.Money;
import duken.store.Scope;
import duken.store.Store;
import duken.store.jdbc.OnBothDatabases;
import duken.store.jdbc.Race;
import duken.store.reconcile.BankDecision;
import duken.store.reconcile.BankLine;
import duken.store.reconcile.BankLines;
import duken.store.reconcile.Reconciliation;
import duken.store.reconcile.Reconciliation.Progress;
import duken.store.reconcile.Reconciliation.Span;
import duken.store.reconcile.Reconciliation.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The bank's list in both databases. */
final class JdbcBankLinesTest extends OnBothDatabases {

  private static final Instant AT = Instant.parse("2026-05-14T09:15:30Z");
  private static final Instant FROM = Instant.parse("2026-05-13T19:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-05-14T19:00:00Z");

  private Scope scope() {
    return shop.scope(Mode.TEST);
  }

  private static BankLine.Told told(String key, Money amount) {
    return new BankLine.Told(key, key, "QR" + key, false, amount, AT, "Асель Т.", null, "GOLD");
  }

  private int add(BankLine.Told... told) {
    return store.write(tx -> tx.bankLines().add(scope(), "sandbox", List.of(told), AT));
  }

  private <T> T read(Function<Store.Tx, T> work) {
    return store.read(work);
  }

  private List<BankLine> unassigned() {
    return store.read(tx -> tx.bankLines().unassigned(scope(), "sandbox", FROM, 10));
  }

  private int wiped(Instant before, int most) {
    return store.write(tx -> tx.bankLines().wipePayers(before, most));
  }

  private boolean advanced(long id, Progress to) {
    return store.write(tx -> tx.reconciliations().advance(id, State.RUNNING, to));
  }

  private List<BankLine> all() {
    return store.read(tx -> tx.bankLines().between(scope(), "sandbox", FROM, UNTIL));
  }

  @Test
  void aLineIsKeptOnceAsItWasTold() throws Exception {
    BankLine.Told unreadable = told("8", null);
    assertThat(add(told("7", Money.ofTenge(15_000)), unreadable)).isEqualTo(2);
    assertThat(add(told("7", Money.ofTenge(15_000)), unreadable)).isZero();
    Race.of(4, () -> add(told("9", Money.ofTenge(1))));

    assertThat(all())
        .extracting(BankLine::told)
        .containsExactly(told("7", Money.ofTenge(15_000)), unreadable, told("9", Money.ofTenge(1)));
  }

  @Test
  void oneOfManyIsAssignedALine() throws Exception {
    add(told("7", Money.ofTenge(15_000)));
    long line = all().getFirst().id();
    Invoice one = shop.sells();
    Invoice other = shop.sells();

    assertThat(
            Race.of(
                4,
                () ->
                    store.write(
                        tx ->
                            tx.bankLines()
                                .assign(line, one.id() % 2 == 0 ? one.id() : other.id()))))
        .containsOnlyOnce(true);
    assertThat(unassigned()).isEmpty();
  }

  @Test
  void whatWasDecidedIsNotAskedAgain() {
    add(told("7", Money.ofTenge(15_000)), told("8", Money.ofTenge(300)));
    List<BankLine> both = unassigned();
    assertThat(both).hasSize(2);
    BankDecision said =
        new BankDecision(
            scope(),
            both.getFirst().id(),
            null,
            null,
            BankDecision.What.ACCEPTED,
            "аренда",
            "Айгуль (Касса 1)",
            AT);

    store.write(
        tx -> {
          tx.bankLines().decide(said);
          return null;
        });

    assertThat(unassigned()).containsExactly(both.getLast());
    List<BankDecision> decisions = read(tx -> tx.bankLines().decisions(scope(), FROM, UNTIL));
    assertThat(decisions).containsExactly(said);
    Optional<BankDecision> last = read(tx -> tx.bankLines().decision(both.getFirst().id()));
    assertThat(last).contains(said);
  }

  @Test
  void payersGoAndLinesStay() {
    add(told("7", Money.ofTenge(15_000)), told("8", Money.ofTenge(300)));

    assertThat(wiped(AT, 10)).isZero();
    assertThat(wiped(UNTIL, 1)).isOne();
    assertThat(wiped(UNTIL, 10)).isOne();

    assertThat(all()).hasSize(2).allMatch(it -> it.told().payer() == null);
  }

  @Test
  void ourSideIsReadOverAnEmptyDay() {
    Scope scope = scope();
    store.read(
        tx -> {
          BankLines lines = tx.bankLines();
          assertThat(lines.paid(scope, "sandbox", FROM, UNTIL)).isEmpty();
          assertThat(lines.refunded(scope, "sandbox", FROM, UNTIL)).isEmpty();
          assertThat(lines.named(scope, "sandbox", FROM, UNTIL)).isEmpty();
          assertThat(lines.odd(scope, FROM)).isEmpty();
          assertThat(lines.isAwaited("x")).isFalse();
          assertThat(lines.candidates(scope, "sandbox", Money.ofTenge(1), FROM, UNTIL, true))
              .isEmpty();
          assertThat(lines.ownDecision(1, null)).isEmpty();
          return null;
        });
  }

  @Test
  void aReadingAdvancesOnlyFromWhereItStood() {
    Reconciliation run =
        store.write(
            tx ->
                tx.reconciliations()
                    .insert(
                        new Reconciliation(
                            0,
                            scope(),
                            "sandbox",
                            new Span("2026-05-14", null, FROM, UNTIL),
                            Progress.fresh(AT),
                            "Касса 1",
                            AT)));
    Progress page = run.progress().page("2026-05-14|0|false|x", 20);

    assertThat(
            store.<Boolean>write(tx -> tx.reconciliations().advance(run.id(), State.RUNNING, page)))
        .isTrue();
    List<Reconciliation> running = read(tx -> tx.reconciliations().running());
    assertThat(running).extracting(Reconciliation::progress).containsExactly(page);
    Progress stopped = page.ended(State.STOPPED, AT, null);
    assertThat(advanced(run.id(), stopped)).isTrue();
    assertThat(
            store.<Boolean>write(tx -> tx.reconciliations().advance(run.id(), State.RUNNING, page)))
        .isFalse();
    List<Reconciliation> all = read(tx -> tx.reconciliations().list(scope(), 5));
    assertThat(all).extracting(Reconciliation::progress).containsExactly(stopped);
  }
}
