package duken.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One request for money. What was asked for never changes; what became of it is moved by settlement
 * only.
 *
 * @param id unique in the gateway, positive; 0 before it is stored
 * @param number counted by the shop, training apart from real money; 0 before it is stored
 * @param tenantId the shop
 * @param mode play or real money
 * @param kind QR or bill by phone
 * @param terms what was asked for
 * @param state what became of it
 * @param bank the bank's side of it, as of its newest operation
 */
public record Invoice(
    long id,
    long number,
    long tenantId,
    Mode mode,
    PaymentKind kind,
    Terms terms,
    State state,
    BankSide bank,
    Revision revision) {

  /**
   * When it was made and changed.
   *
   * @param createdAt UTC
   * @param updatedAt UTC, of the last change of anything here
   * @param version grows by one with each change; guards updates
   */
  public record Revision(Instant createdAt, Instant updatedAt, long version) {

    public Revision {
      Objects.requireNonNull(createdAt);
      Objects.requireNonNull(updatedAt);
    }
  }

  public Invoice {
    Objects.requireNonNull(mode);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(terms);
    Objects.requireNonNull(state);
    Objects.requireNonNull(bank);
    Objects.requireNonNull(revision);
  }

  public enum Origin {
    /** The shop's own program, through an API key. */
    API,
    /** A cashier at the window. */
    DESK
  }

  /**
   * What was asked for.
   *
   * @param amount the payable sum
   * @param discount how it came about, or null
   * @param phone the customer's, or null
   * @param items the cart as it was, empty without one
   * @param payToken unguessable, URL-safe: the pay page's and the QR picture's name
   * @param expiresAt end of payability
   * @param settlesInvoiceId the invoice whose late payment this one books, or null
   */
  public record Terms(
      Money amount,
      Discount discount,
      Order order,
      Phone phone,
      List<CartLine> items,
      String payToken,
      Instant expiresAt,
      Channel channel,
      Long settlesInvoiceId) {

    public Terms {
      Objects.requireNonNull(amount);
      Objects.requireNonNull(payToken);
      Objects.requireNonNull(expiresAt);
      Objects.requireNonNull(order);
      Objects.requireNonNull(channel);
      items = List.copyOf(items);
    }
  }

  /**
   * What the shop calls it.
   *
   * @param description for the customer, or null; at most 500 characters
   * @param externalOrderId the shop's order, or null; not unique; at most 255 characters
   * @param idempotencyId {@code external_order_id_idempotency}, or null; at most 191 characters
   */
  public record Order(String description, String externalOrderId, String idempotencyId) {}

  /**
   * Who asked for it.
   *
   * @param origin where it came from
   * @param source name of the API key that made it, or null
   */
  public record Channel(Origin origin, String source) {

    public Channel {
      Objects.requireNonNull(origin);
    }
  }

  /**
   * @param subtotal before the discount
   * @param sum what was taken off
   * @param percentage 1 to 99, or null when it was not one part of everything
   */
  public record Discount(Money subtotal, Money sum, BigDecimal percentage) {}

  /**
   * One line of a cart, a snapshot taken at creation.
   *
   * @param id unique in the gateway; 0 before it is stored
   * @param catalogItemId null once the item was deleted
   * @param price unit price charged
   * @param originalPrice unit price of the catalog then
   * @param discount what was taken off this line, or null
   */
  public record CartLine(
      long id,
      Long catalogItemId,
      String name,
      Money price,
      Money originalPrice,
      int count,
      int unitId,
      Money discount) {

    public CartLine of(Long itemId) {
      return new CartLine(id, itemId, name, price, originalPrice, count, unitId, discount);
    }

    public CartLine less(Money takenOff) {
      return new CartLine(id, catalogItemId, name, price, originalPrice, count, unitId, takenOff);
    }
  }

  /**
   * What became of it. Only {@code engine.Settlement} makes a new one from an old one.
   *
   * @param status one of the seven
   * @param reason why it ended, or null
   * @param payerProgress how far the customer has come
   * @param held the bank holds the money without having captured it: local expiry is suspended
   * @param payerName from the bank after payment, or null
   */
  public record State(
      InvoiceStatus status,
      StatusReason reason,
      PayerProgress payerProgress,
      boolean held,
      String payerName,
      Times times,
      Refunds refunds) {

    public State {
      Objects.requireNonNull(status);
      Objects.requireNonNull(payerProgress);
      Objects.requireNonNull(times);
      Objects.requireNonNull(refunds);
    }

    public static State fresh() {
      return new State(
          InvoiceStatus.PENDING,
          null,
          PayerProgress.NOT_SENT,
          false,
          null,
          new Invoice.Times(null, null, null),
          new Invoice.Refunds(Money.ZERO, Money.ZERO));
    }
  }

  /**
   * When it was paid and ended, UTC.
   *
   * @param paidAt kept through refunds, or null
   * @param cancelledAt or null
   * @param expiredAt or null
   */
  public record Times(Instant paidAt, Instant cancelledAt, Instant expiredAt) {}

  /**
   * What went back and what is on its way back.
   *
   * @param refunded sum of completed refunds
   * @param refunding sum of pending and processing refunds
   */
  public record Refunds(Money refunded, Money refunding) {

    public Refunds {
      Objects.requireNonNull(refunded);
      Objects.requireNonNull(refunding);
    }
  }

  /**
   * The bank's side as of the newest operation.
   *
   * @param provider name of the provider, {@code sandbox}
   * @param operationId the bank's identifier as text, or null before it is known
   * @param qrText text to draw as QR, or null: then the gateway's own pay link is drawn
   * @param payUrl link that opens the bank's app, or null: then the gateway's own pay page serves
   * @param errorCode last provider problem, or null
   * @param errorMessage the same in words, or null
   * @param details what else the provider told of the payment
   */
  public record BankSide(
      String provider,
      String operationId,
      String qrText,
      String payUrl,
      String errorCode,
      String errorMessage,
      PaymentDetails details) {

    public BankSide {
      Objects.requireNonNull(provider);
      Objects.requireNonNull(details);
    }

    /** A side of which nothing else was told. */
    public BankSide(
        String provider,
        String operationId,
        String qrText,
        String payUrl,
        String errorCode,
        String errorMessage) {
      this(provider, operationId, qrText, payUrl, errorCode, errorMessage, PaymentDetails.NONE);
    }

    /** The same with the last provider problem, or none. */
    public BankSide troubled(String newErrorCode, String newErrorMessage) {
      return new BankSide(
          provider, operationId, qrText, payUrl, newErrorCode, newErrorMessage, details);
    }

    /** The same with what else the provider told; unchanged when it told nothing. */
    public BankSide told(PaymentDetails newDetails) {
      return PaymentDetails.NONE.equals(newDetails)
          ? this
          : new BankSide(
              provider, operationId, qrText, payUrl, errorCode, errorMessage, newDetails);
    }

    /** Before the bank was spoken to. */
    public static BankSide unspoken(String provider) {
      return new BankSide(provider, null, null, null, null, null);
    }
  }

  /** What can still be asked back: 0 until paid. */
  public Money availableForRefund() {
    return state.status().isRefundable()
        ? terms.amount().minus(state.refunds().refunded()).minus(state.refunds().refunding())
        : Money.ZERO;
  }

  /** Whether every tiyn was returned. */
  public boolean isFullyRefunded() {
    return state.status() == InvoiceStatus.REFUNDED;
  }

  /** The same invoice with another state, one version later. */
  public Invoice with(State newState, Instant at) {
    return with(newState, bank, at);
  }

  /** The same invoice with another bank side, one version later. */
  public Invoice with(BankSide newBank, Instant at) {
    return with(state, newBank, at);
  }

  private Invoice with(State newState, BankSide newBank, Instant at) {
    Revision next = new Revision(revision.createdAt(), at, revision.version() + 1);
    return new Invoice(id, number, tenantId, mode, kind, terms, newState, newBank, next);
  }
}
