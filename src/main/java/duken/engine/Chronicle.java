package duken.engine;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Refund;
import duken.engine.staff.Actor;
import duken.store.Store.Rooms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the lines of an invoice's life, inside the transaction that changes it. */
final class Chronicle {

  private Chronicle() {}

  static void created(Rooms rooms, Invoice invoice) {
    write(rooms, invoice.id(), "created", null, invoice, null, invoice.createdAt());
  }

  static void moved(Rooms rooms, InvoiceStatus from, Invoice after, SettledBy by) {
    String detail =
        after.state().reason() == null || after.state().status().hasMoney()
            ? null
            : after.state().reason().wire();
    write(rooms, after.id(), "moved", from, after, detail, after.updatedAt(), by.wire());
  }

  static void progressed(Rooms rooms, Invoice after) {
    String word = after.state().held() ? "held" : after.state().progress().wire();
    write(rooms, after.id(), "progressed", after.state().status(), after, word, after.updatedAt());
  }

  static void renewed(Rooms rooms, Invoice invoice, int number, Instant at) {
    String detail = Integer.toString(number);
    write(rooms, invoice.id(), "renewed", invoice.state().status(), invoice, detail, at);
  }

  static void sentLate(Rooms rooms, Invoice invoice, Instant at) {
    write(rooms, invoice.id(), "sent_late", invoice.state().status(), invoice, null, at);
  }

  static void refund(Rooms rooms, Invoice after, Refund refund, Instant at) {
    String detail = refund.status().wire() + " " + refund.amount().toWire();
    write(rooms, after.id(), "refund", after.state().status(), after, detail, at);
  }

  static void decided(Rooms rooms, Invoice invoice, String answer, Instant at) {
    String detail = answer.substring(0, Math.min(250, answer.length()));
    write(rooms, invoice.id(), "decided", invoice.state().status(), invoice, detail, at);
  }

  static void anomaly(Rooms rooms, Invoice invoice, String detail, Instant at) {
    write(rooms, invoice.id(), "anomaly", invoice.state().status(), invoice, detail, at);
  }

  /**
   * Writes a forbidden move once, however often it is repeated.
   *
   * @return whether it was new
   */
  static boolean forbidden(Rooms rooms, Invoice invoice, String detail, Instant at) {
    List<HistoryEntry> life = rooms.invoices().history(invoice.id());
    boolean known =
        !life.isEmpty()
            && "forbidden".equals(life.getLast().event())
            && detail.equals(life.getLast().detail());
    if (!known) {
      write(rooms, invoice.id(), "forbidden", invoice.state().status(), invoice, detail, at);
    }
    return !known;
  }

  private static void write(
      Rooms rooms,
      long invoiceId,
      String event,
      InvoiceStatus from,
      Invoice after,
      String detail,
      Instant at) {
    write(rooms, invoiceId, event, from, after, detail, at, null);
  }

  private static void write(
      Rooms rooms,
      long invoiceId,
      String event,
      InvoiceStatus from,
      Invoice after,
      String detail,
      Instant at,
      String caller) {
    Optional<Actor> actor = Actor.current();
    rooms
        .invoices()
        .addHistory(
            new HistoryEntry(
                0,
                invoiceId,
                event,
                from,
                after.state().status(),
                detail,
                at,
                caller,
                actor.map(Actor::desk).orElse(null),
                actor.map(Actor::member).orElse(null)));
  }
}
