package duken.store.cash;

import duken.domain.Money;
import duken.domain.cash.CashKind;
import duken.store.Scope;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to the cash of a desk. Never changed, never deleted.
 *
 * @param id 0 before it is stored
 * @param event id of the event log's entry that tells of it; 0 before it is stored
 * @param made where, by whom and when
 * @param amount what came, went or was counted
 * @param detail what only some kinds have
 * @param callKey the same wish has the same one, so that it is carried out once
 */
public record CashRow(
    long id,
    long event,
    Scope scope,
    Made made,
    CashKind kind,
    Money amount,
    Detail detail,
    String callKey) {

  /**
   * Where, by whom and when.
   *
   * @param desk name of the window's key
   * @param who the person whose PIN was entered, or the desk
   * @param at UTC
   */
  public record Made(String desk, String who, Instant at) {}

  /**
   * What only some kinds have; null where it has no meaning.
   *
   * @param number of a sale, counted by the shop from 1
   * @param tendered what the customer gave for a sale or part
   * @param saleId the sale or part of which something is returned
   * @param invoiceId the invoice that asks for the rest of a part
   * @param expectedTiyn what a count should have found, in tiyn, negative when more went than came
   * @param banknotes how a count was counted, see {@link duken.domain.cash.Banknotes#inWords}
   * @param reason in the words of whoever did it
   */
  public record Detail(
      Long number,
      Money tendered,
      Long saleId,
      Long invoiceId,
      Long expectedTiyn,
      String banknotes,
      String reason) {

    public static Detail because(String reason) {
      return new Detail(null, null, null, null, null, null, reason);
    }

    public static Detail sold(Money tendered, String comment) {
      return new Detail(null, tendered, null, null, null, null, comment);
    }

    public static Detail part(Money tendered, long invoiceId) {
      return new Detail(null, tendered, null, invoiceId, null, null, null);
    }

    public static Detail returned(CashRow of, String reason) {
      return new Detail(null, null, of.id(), of.detail().invoiceId(), null, null, reason);
    }

    public static Detail counted(String banknotes) {
      return new Detail(null, null, null, null, null, banknotes, null);
    }

    public Detail numbered(long it) {
      return new Detail(it, tendered, saleId, invoiceId, expectedTiyn, banknotes, reason);
    }

    public Detail expecting(long tiyn) {
      return new Detail(number, tendered, saleId, invoiceId, tiyn, banknotes, reason);
    }
  }

  /** A row that is not stored yet. */
  public static CashRow fresh(
      Scope scope, Made made, CashKind kind, Money amount, Detail detail, String callKey) {
    return new CashRow(0, 0, scope, made, kind, amount, detail, callKey);
  }

  public CashRow with(Detail other) {
    return new CashRow(id, event, scope, made, kind, amount, other, callKey);
  }

  /** What the drawer has more afterwards, in tiyn; of a count how much it was off. */
  public long changeTiyn() {
    return kind.isCounted() ? differenceTiyn() : kind.direction() * amount.tiyn();
  }

  /** How much more was counted than expected, in tiyn; 0 for what is no count. */
  public long differenceTiyn() {
    return detail.expectedTiyn() == null ? 0 : amount.tiyn() - detail.expectedTiyn();
  }

  /** Whether a wish under the same key is the same wish. */
  public boolean isSameWish(CashRow other) {
    return kind == other.kind
        && amount.equals(other.amount)
        && made.desk().equals(other.made.desk())
        && Objects.equals(detail.tendered(), other.detail.tendered())
        && Objects.equals(detail.saleId(), other.detail.saleId())
        && Objects.equals(detail.reason(), other.detail.reason());
  }
}
