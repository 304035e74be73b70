package duken.provider.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a shop can do with an order (sheet, section 3). */
public sealed interface OrderAction {

  /** The word of the action, {@code send-code}. */
  String word();

  /** Takes the order. */
  record Accept() implements OrderAction {
    @Override
    public String word() {
      return "accept";
    }
  }

  /**
   * Packed for Kaspi's courier.
   *
   * @param parcels how many
   */
  record Assemble(int parcels) implements OrderAction {
    @Override
    public String word() {
      return "assemble";
    }
  }

  /** The goods of a pre-order have come. */
  record Arrived() implements OrderAction {
    @Override
    public String word() {
      return "arrived";
    }
  }

  /** Kaspi sends the buyer a code. */
  record SendCode() implements OrderAction {
    @Override
    public String word() {
      return "send-code";
    }
  }

  /**
   * Handed over.
   *
   * @param code the buyer's
   */
  record Complete(String code) implements OrderAction {
    @Override
    public String word() {
      return "complete";
    }
  }

  /**
   * Cancels it.
   *
   * @param reason one of {@link #CANCEL_REASONS}
   * @param comment or null
   */
  record Cancel(String reason, String comment) implements OrderAction {
    @Override
    public String word() {
      return "cancel";
    }
  }

  /** Returned goods are back. */
  record Returned() implements OrderAction {
    @Override
    public String word() {
      return "returned";
    }
  }

  /** Why a shop may cancel. */
  Set<String> CANCEL_REASONS =
      Set.of("BUYER_CANCELLATION_BY_MERCHANT", "BUYER_NOT_REACHABLE", "MERCHANT_OUT_OF_STOCK");

  /** The words of all that can be done with an order now, in the order people do them. */
  static List<String> allowed(MarketplaceOrder order) {
    return Stream.of(
            new Accept(),
            new Assemble(1),
            new Arrived(),
            new SendCode(),
            new Complete(""),
            new Returned(),
            new Cancel("", null))
        .filter(action -> action.isAllowed(order))
        .map(OrderAction::word)
        .toList();
  }

  /** Whether an order lets it be done now. */
  default boolean isAllowed(MarketplaceOrder order) {
    KaspiOrderStatus status = KaspiOrderStatus.of(order.status());
    boolean accepted = status == KaspiOrderStatus.ACCEPTED_BY_MERCHANT;
    return switch (this) {
      case Accept _ -> status == KaspiOrderStatus.APPROVED_BY_BANK;
      case Assemble _ ->
          accepted && (order.facts().isKaspiDelivery() || order.state().equals("KASPI_DELIVERY"));
      case Arrived _ -> accepted && "true".equals(order.detail("pre_order"));
      case SendCode _, Complete _ -> accepted;
      case Cancel _ -> accepted || status == KaspiOrderStatus.APPROVED_BY_BANK;
      case Returned _ ->
          status == KaspiOrderStatus.CANCELLING
              || status == KaspiOrderStatus.KASPI_DELIVERY_RETURN_REQUESTED;
    };
  }

  /** Whether an order that was read shows that it was done. */
  default boolean isDone(MarketplaceOrder order) {
    KaspiOrderStatus status = KaspiOrderStatus.of(order.status());
    return switch (this) {
      case Accept _ -> status == KaspiOrderStatus.ACCEPTED_BY_MERCHANT;
      case Assemble _ ->
          status == KaspiOrderStatus.ASSEMBLE || "true".equals(order.detail("assembled"));
      case Arrived _ -> status == KaspiOrderStatus.ARRIVED;
      case SendCode _ -> false;
      case Complete _ -> status == KaspiOrderStatus.COMPLETED;
      case Cancel _ ->
          status == KaspiOrderStatus.CANCELLED || status == KaspiOrderStatus.CANCELLING;
      case Returned _ ->
          status == KaspiOrderStatus.ARRIVED_BACKWARD
              || status == KaspiOrderStatus.CANCELLED
              || status == KaspiOrderStatus.RETURN_ACCEPTED_BY_MERCHANT
              || status == KaspiOrderStatus.RETURNED;
    };
  }

  /** The attributes Kaspi wants. */
  default Map<String, Object> attributes(String code) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("code", code);
    all.put(
        "status",
        switch (this) {
          case Accept _ -> "ACCEPTED_BY_MERCHANT";
          case Assemble _ -> "ASSEMBLE";
          case Arrived _ -> "ARRIVED";
          case SendCode _, Complete _ -> "COMPLETED";
          case Cancel _ -> "CANCELLED";
          case Returned _ -> "ARRIVED_BACKWARD";
        });
    switch (this) {
      case Assemble(int parcels) -> all.put("numberOfSpace", parcels);
      case Cancel(String reason, String comment) -> {
        all.put("cancellationReason", reason);
        if (comment != null) {
          all.put("cancellationComment", comment);
        }
      }
      case Accept _, Arrived _, SendCode _, Complete _, Returned _ -> {}
    }
    return all;
  }

  /** The headers Kaspi wants. */
  default Map<String, String> headers() {
    return switch (this) {
      case SendCode _ -> Map.of("X-Send-Code", "true", "X-Security-Code", "");
      case Complete(String code) -> Map.of("X-Send-Code", "true", "X-Security-Code", code);
      case Accept _, Assemble _, Arrived _, Cancel _, Returned _ -> Map.of();
    };
  }
}
