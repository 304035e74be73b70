package duken.gateway.contract;

import duken.domain.catalog.CartReturn;
import duken.domain.catalog.Unit;
import duken.engine.admin.CatalogItemChange;
import duken.engine.admin.NewCatalogItem;
import duken.engine.invoice.CartLineRequest;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.PlainText;
import java.util.List;

/** Reads wishes about goods (gateway contract, sections 9.1, 10.1 and 11). */
final class CatalogInput {

  private static final int MOST_LINES = 100;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_BARCODE = 50;
  private static final String ITEM_ID = "catalog_item_id";

  private CatalogInput() {}

  /**
   * New items.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static List<NewCatalogItem> items(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    List<NewCatalogItem> wishes =
        bodyFields.requiredObjects("items", MOST_LINES).stream()
            .map(
                item ->
                    new NewCatalogItem(
                        name(item),
                        item.requiredMoney("selling_price"),
                        requiredUnit(item),
                        barcode(item),
                        item.uuid("image_id")))
            .toList();
    bodyFields.check();
    return wishes;
  }

  /**
   * A change of an item: what is absent stays, {@code null} clears the barcode and is wrong
   * elsewhere.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static CatalogItemChange change(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String barcode = barcode(bodyFields);
    CatalogItemChange change =
        new CatalogItemChange(
            bodyFields.names("name") ? name(bodyFields) : null,
            bodyFields.names("selling_price") ? bodyFields.requiredMoney("selling_price") : null,
            bodyFields.names("unit_id") ? requiredUnit(bodyFields) : null,
            barcode,
            bodyFields.names("barcode") && barcode == null,
            bodyFields.names("image_id") ? bodyFields.requiredUuid("image_id") : null,
            Boolean.TRUE.equals(bodyFields.flag("is_image_deleted")));
    bodyFields.check();
    return change;
  }

  /** Lines of a new cart; what is wrong is left in {@code fields}. */
  static List<CartLineRequest> cart(BodyFields bodyFields) {
    return bodyFields.requiredObjects("cart_items", MOST_LINES).stream()
        .map(line -> new CartLineRequest(itemId(line), count(line), line.money("price")))
        .toList();
  }

  /** Returned lines of a cart, empty without; what is wrong is left in {@code fields}. */
  static List<CartReturn.Wish> returned(BodyFields bodyFields) {
    if (!bodyFields.has("return_items")) {
      return List.of();
    }
    return bodyFields.requiredObjects("return_items", MOST_LINES).stream()
        .map(line -> new CartReturn.Wish(itemId(line), count(line)))
        .toList();
  }

  private static String name(BodyFields item) {
    String name = item.requiredText("name", LONGEST_NAME);
    if (name != null && name.isBlank()) {
      item.complain("name", "required");
    }
    return name;
  }

  /** A scanner or a table brings blanks along; null when nothing else is there. */
  private static String barcode(BodyFields item) {
    String barcode = item.text("barcode", LONGEST_BARCODE);
    String visible = barcode == null ? "" : PlainText.visible(barcode);
    return visible.isEmpty() ? null : visible;
  }

  private static Unit requiredUnit(BodyFields item) {
    Long id = item.requiredNumber("unit_id", 0, Integer.MAX_VALUE);
    Unit unit = id == null ? null : Unit.of(id).orElse(null);
    if (id != null && unit == null) {
      item.complain("unit_id", "choice");
    }
    return unit;
  }

  /** 0 when it was wrong: then nothing comes of it. */
  private static long itemId(BodyFields line) {
    Long id = line.requiredNumber(ITEM_ID, 1, Long.MAX_VALUE);
    return id == null ? 0 : id;
  }

  /** 0 when it was wrong: then nothing comes of it. */
  private static int count(BodyFields line) {
    Long count = line.requiredNumber("count", 1, Integer.MAX_VALUE);
    return count == null ? 0 : Math.toIntExact(count);
  }
}
