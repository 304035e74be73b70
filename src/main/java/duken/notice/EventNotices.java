package duken.notice;

import duken.domain.Money;
import duken.store.Scope;
import duken.store.Store.Tx;
import duken.store.event.LoggedEvent;
import duken.store.notice.OwnerNotices.Config;
import duken.store.shift.Shift;
import duken.store.shift.ShiftTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes messages of what the event log says. */
final class EventNotices {

  private static final String PARKED = "delivery_parked";
  private static final String SHIFT = "shift_closed";

  /** What is read of the log. */
  static final Set<String> WORDS =
      Set.of("session_lost", "session_restored", "refund", PARKED, SHIFT);

  private final NoticeTexts texts;

  EventNotices(NoticeTexts texts) {
    this.texts = texts;
  }

  /** The messages of some entries; deliveries that were put off are counted together. */
  List<String> of(Tx tx, Scope scope, Config config, List<LoggedEvent> events) {
    List<String> messages = new ArrayList<>();
    for (LoggedEvent event : events) {
      switch (event.event()) {
        case "session_lost", "session_restored" ->
            messages.add(texts.of(config.language(), event.event()));
        case "refund" -> refund(tx, config, event, messages);
        case SHIFT -> shift(tx, scope, config, event, messages);
        default -> {}
      }
    }
    long parked = events.stream().filter(event -> event.event().equals(PARKED)).count();
    if (parked > 0) {
      messages.add(texts.of(config.language(), "parked", parked));
    }
    return messages;
  }

  private void refund(Tx tx, Config config, LoggedEvent event, List<String> messages) {
    String[] words = event.detail().split(" ", -1);
    if (config.refundAbove() == null || !words[0].equals("completed") || words.length < 2) {
      return;
    }
    Money amount = Money.parse(words[1]);
    if (amount.exceeds(config.refundAbove())) {
      long number = tx.invoices().find(event.invoiceId()).orElseThrow().number();
      messages.add(texts.of(config.language(), "refund", NoticeTexts.sum(amount), number));
    }
  }

  private void shift(Tx tx, Scope scope, Config config, LoggedEvent event, List<String> messages) {
    Shift shift = tx.shifts().find(scope, Long.parseLong(event.detail())).orElseThrow();
    ShiftTotals.Line whole = tx.shifts().totals(shift.id()).whole();
    long net = whole.salesSum().tiyn() - whole.refundsSum().tiyn();
    messages.add(
        texts.of(
            config.language(),
            net < 0 ? "shift.minus" : "shift",
            shift.number(),
            shift.desk(),
            whole.sales(),
            NoticeTexts.sum(whole.salesSum()),
            whole.refunds(),
            NoticeTexts.sum(whole.refundsSum()),
            NoticeTexts.sum(Money.ofTiyn(Math.abs(net)))));
  }
}
