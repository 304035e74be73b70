package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.Mode;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Outbox.State;
import duken.store.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class JdbcOutboxTest extends OnBothDatabases {

  private static final String URL = "https://shop.example.kz/hook";

  @Test
  void aDeliveryIsReadBackAsItWasWritten() {
    Delivery queued = queues(shop.sells(), NOON);
    Delivery parked =
        new Delivery(
            queued.id(),
            queued.sequence(),
            new Outbox.Message(
                training,
                queued.message().invoiceId(),
                queued.message().event(),
                queued.message().body(),
                NOON),
            "https://new.example.kz",
            new Outbox.Progress(
                State.PARKED, 3, NOON.plusSeconds(60), NOON.plusSeconds(36), NOON.plusSeconds(99)),
            new Outbox.LastAttempt(500, "HTTP 500", NOON.plusSeconds(35)));

    updates(parked);

    assertThat(queued.sequence()).isPositive();
    assertThat(queued.message().body()).isEqualTo("{\"имя\":\"Асель\"}");
    assertThat(find(queued.id())).isEqualTo(parked);
  }

  @Test
  void dueAreThoseWhoseTimeHasComeOldestFirst() {
    Delivery later = queues(shop.sells(), NOON.plusSeconds(5));
    Delivery sooner = queues(shop.sells(), NOON);
    Delivery twin = queues(shop.sells(), NOON);
    queues(shop.sells(), NOON.plusSeconds(6));

    assertThat(due(NOON.plusSeconds(5))).containsExactly(sooner, twin, later);
    assertThat(due(NOON.minusMillis(1))).isEmpty();
    assertThat(due(NOON.plusSeconds(5), List.of(), List.of(), 2)).containsExactly(sooner, twin);
  }

  @Test
  void anEventOvertakesAnEarlierOneOfItsInvoiceOnlyWhenThatIsParked() {
    Invoice invoice = shop.sells();
    Delivery paid = queues(invoice, NOON);
    Delivery refunded = queues(invoice, NOON);

    assertThat(due(NOON)).containsExactly(paid);

    updates(retried(paid, State.QUEUED, NOON.plusSeconds(5)));
    assertThat(due(NOON.plusSeconds(1))).as("the first waits for its retry").isEmpty();

    updates(retried(paid, State.PARKED, NOON.plusSeconds(3600)));
    assertThat(due(NOON.plusSeconds(60))).as("the first is parked").containsExactly(refunded);
    assertThat(due(NOON.plusSeconds(3600)))
        .extracting(Delivery::id)
        .containsExactly(refunded.id(), paid.id());

    updates(retried(paid, State.DELIVERED, null));
    assertThat(due(NOON)).containsExactly(refunded);
  }

  @Test
  void whatIsLeftForManualResendHoldsUpNobody() {
    Invoice invoice = shop.sells();
    Delivery paid = queues(invoice, NOON);
    Delivery refunded = queues(invoice, NOON);

    updates(retried(paid, State.PARKED, null));
    assertThat(due(NOON)).containsExactly(refunded);

    updates(find(paid.id()).askedFor(NOON));
    assertThat(due(NOON)).extracting(Delivery::id).containsExactly(paid.id(), refunded.id());
  }

  @Test
  void busyInvoicesAndFullShopsAreLeftAlone() {
    Shop other = Shop.called("Другая", store);
    Delivery one = queues(shop.sells(), NOON);
    Delivery two = queues(shop.sells(), NOON);
    Delivery live = queues(shop.sells(sale -> sale.live()), NOON);
    Delivery foreign = queues(other.sells(), NOON);

    assertThat(
            due(NOON, List.of(one.message().invoiceId(), two.message().invoiceId()), List.of(), 10))
        .containsExactly(live, foreign);
    assertThat(due(NOON, List.of(), List.of(training), 10)).containsExactly(live, foreign);
    assertThat(
            due(
                NOON,
                List.of(live.message().invoiceId()),
                List.of(training, other.scope(Mode.TEST)),
                10))
        .isEmpty();
  }

  @Test
  void theNextDueTimeIsTheEarliestAfterNow() {
    assertThat(nextDue(NOON)).isEmpty();

    queues(shop.sells(), NOON);
    queues(shop.sells(), NOON.plusSeconds(9));
    queues(shop.sells(), NOON.plusSeconds(7));

    assertThat(nextDue(NOON.minusSeconds(1))).contains(NOON);
    assertThat(nextDue(NOON)).contains(NOON.plusSeconds(7));
    assertThat(nextDue(NOON.plusSeconds(9))).isEmpty();
  }

  @Test
  void aSuccessWakesTheShopsParkedOnesExceptThoseGivenUp() {
    Delivery waiting = parks(shop.sells(), NOON.plusSeconds(60));
    Delivery givenUp = parks(shop.sells(), null);
    Delivery live = parks(shop.sells(sale -> sale.live()), NOON.plusSeconds(60));
    Delivery queued = queues(shop.sells(), NOON.plusSeconds(60));

    int woken = store.write(tx -> tx.outbox().wakeParked(training, NOON));

    assertThat(woken).isEqualTo(1);
    assertThat(due(NOON)).extracting(Delivery::id).containsExactly(waiting.id());
    assertThat(find(givenUp.id()).progress().dueAt()).isNull();
    assertThat(find(live.id())).isEqualTo(live);
    assertThat(find(queued.id())).isEqualTo(queued);
  }

  @Test
  void theNewestOfAShopComeFirst() {
    Delivery one = queues(shop.sells(), NOON);
    Delivery two = queues(shop.sells(), NOON);
    queues(Shop.called("Другая", store).sells(), NOON);

    assertThat(store.<List<Delivery>>read(tx -> tx.outbox().newest(training, 10)))
        .containsExactly(two, one);
    assertThat(store.<List<Delivery>>read(tx -> tx.outbox().newest(training, 1)))
        .containsExactly(two);
  }

  @Test
  void unfinishedAreAllThatAreNotDelivered() {
    queues(shop.sells(), NOON);
    parks(shop.sells(), null);
    updates(retried(queues(shop.sells(), NOON), State.DELIVERED, null));

    assertThat(store.<Long>read(tx -> tx.outbox().countUnfinished())).isEqualTo(2);
  }

  private Delivery queues(Invoice invoice, Instant dueAt) {
    Scope scope = new Scope(invoice.tenantId(), invoice.mode());
    Delivery delivery =
        new Delivery(
            UUID.randomUUID(),
            0,
            new Outbox.Message(
                scope, invoice.id(), "invoice.status_changed", "{\"имя\":\"Асель\"}", NOON),
            URL,
            new Outbox.Progress(State.QUEUED, 0, dueAt, null, null),
            new Outbox.LastAttempt(null, null, null));
    store.write(
        tx -> {
          tx.outbox().insert(delivery);
          return null;
        });
    return find(delivery.id());
  }

  private Delivery parks(Invoice invoice, Instant dueAt) {
    Delivery parked = retried(queues(invoice, NOON), State.PARKED, dueAt);
    updates(parked);
    return parked;
  }

  private static Delivery retried(Delivery delivery, State state, Instant dueAt) {
    return new Delivery(
        delivery.id(),
        delivery.sequence(),
        delivery.message(),
        delivery.url(),
        new Outbox.Progress(state, delivery.progress().attempts() + 1, dueAt, null, null),
        new Outbox.LastAttempt(null, null, null));
  }

  private void updates(Delivery delivery) {
    store.write(
        tx -> {
          tx.outbox().update(delivery);
          return null;
        });
  }

  private Delivery find(UUID id) {
    return store.<Delivery>read(tx -> tx.outbox().find(id).orElseThrow());
  }

  private List<Delivery> due(Instant now) {
    return due(now, List.of(), List.of(), 10);
  }

  private List<Delivery> due(Instant now, List<Long> busy, List<Scope> full, int limit) {
    return store.read(tx -> tx.outbox().due(now, busy, full, limit));
  }

  private Optional<Instant> nextDue(Instant after) {
    return store.<Optional<Instant>>read(tx -> tx.outbox().nextDue(after));
  }
}
