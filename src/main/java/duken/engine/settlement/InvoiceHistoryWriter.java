package duken.engine.settlement;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Refund;
import duken.engine.staff.Actor;
import duken.store.Store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the lines of an invoice's life, inside the transaction that changes it. */
public final class InvoiceHistoryWriter {

  private InvoiceHistoryWriter() {}

  public static void created(Tx tx, Invoice invoice) {
    write(tx, invoice.id(), "created", null, invoice, null, invoice.revision().createdAt());
  }

  /** Somebody chose other prices than the catalog's. */
  public static void priced(Tx tx, Invoice invoice, String note) {
    write(tx, invoice.id(), "priced", null, invoice, note, invoice.revision().createdAt());
  }

  static void moved(Tx tx, InvoiceStatus from, Invoice after, SettledBy by) {
    String detail =
        after.state().reason() == null || after.state().status().hasMoney()
            ? null
            : after.state().reason().wire();
    write(tx, after.id(), "moved", from, after, detail, after.revision().updatedAt(), by.wire());
  }

  public static void progressed(Tx tx, Invoice after) {
    String word = after.state().held() ? "held" : after.state().payerProgress().wire();
    write(
        tx,
        after.id(),
        "progressed",
        after.state().status(),
        after,
        word,
        after.revision().updatedAt());
  }

  public static void renewed(Tx tx, Invoice invoice, int number, Instant at) {
    String detail = Integer.toString(number);
    write(tx, invoice.id(), "renewed", invoice.state().status(), invoice, detail, at);
  }

  public static void sentLate(Tx tx, Invoice invoice, Instant at) {
    write(tx, invoice.id(), "sent_late", invoice.state().status(), invoice, null, at);
  }

  public static void refund(Tx tx, Invoice after, Refund refund, Instant at) {
    String detail = refund.state().status().wire() + " " + refund.terms().amount().toWire();
    write(tx, after.id(), "refund", after.state().status(), after, detail, at);
  }

  public static void decided(Tx tx, Invoice invoice, String answer, Instant at) {
    String detail = answer.substring(0, Math.min(250, answer.length()));
    write(tx, invoice.id(), "decided", invoice.state().status(), invoice, detail, at);
  }

  /** The bank has spoken about what a person had booked. */
  static void bankSpoke(Tx tx, Invoice after) {
    String detail = after.bank().details().metadata().get("bank_said_later");
    write(
        tx,
        after.id(),
        "bank_spoke",
        after.state().status(),
        after,
        detail,
        after.revision().updatedAt());
  }

  public static void anomaly(Tx tx, Invoice invoice, String detail, Instant at) {
    write(tx, invoice.id(), "anomaly", invoice.state().status(), invoice, detail, at);
  }

  /**
   * Writes a forbidden move once, however often it is repeated.
   *
   * @return whether it was new
   */
  static boolean forbidden(Tx tx, Invoice invoice, String detail, Instant at) {
    List<HistoryEntry> life = tx.invoices().history(invoice.id());
    boolean known =
        !life.isEmpty()
            && "forbidden".equals(life.getLast().event())
            && detail.equals(life.getLast().detail());
    if (!known) {
      write(tx, invoice.id(), "forbidden", invoice.state().status(), invoice, detail, at);
    }
    return !known;
  }

  private static void write(
      Tx tx,
      long invoiceId,
      String event,
      InvoiceStatus from,
      Invoice after,
      String detail,
      Instant at) {
    write(tx, invoiceId, event, from, after, detail, at, null);
  }

  private static void write(
      Tx tx,
      long invoiceId,
      String event,
      InvoiceStatus from,
      Invoice after,
      String detail,
      Instant at,
      String caller) {
    Optional<Actor> actor = Actor.current();
    tx.invoices()
        .addHistory(
            new HistoryEntry(
                0,
                invoiceId,
                event,
                from,
                after.state().status(),
                detail,
                at,
                new HistoryEntry.By(
                    caller,
                    actor.map(Actor::desk).orElse(null),
                    actor.map(Actor::member).orElse(null))));
  }
}
