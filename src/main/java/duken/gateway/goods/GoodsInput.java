package duken.gateway.goods;

import duken.domain.catalog.Unit;
import duken.engine.goods.GoodsImport;
import duken.engine.goods.GoodsWish;
import duken.engine.goods.ImportRow;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import java.util.List;

/** Reads wishes about goods. */
final class GoodsInput {

  private static final int MOST_ROWS = 1000;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_CODE = 50;
  private static final int LAST_TILE = 999;

  private GoodsInput() {}

  /**
   * How an item is to be.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static GoodsWish wish(RoutedRequest routedRequest) {
    BodyFields fields = JsonBody.required(routedRequest.httpRequest());
    GoodsWish wish =
        new GoodsWish(
            name(fields),
            fields.requiredMoney("price"),
            fields.has("unit_id") ? unit(fields) : missing(fields),
            code(fields, "barcode"),
            code(fields, "article"),
            tile(fields),
            fields.uuid("image_id"));
    fields.check();
    return wish;
  }

  /**
   * A part of a list.
   *
   * @param from how many rows came before
   */
  record Part(int from, List<ImportRow> rows) {}

  /**
   * A part of a list.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static Part part(RoutedRequest routedRequest) {
    BodyFields body = JsonBody.required(routedRequest.httpRequest());
    List<ImportRow> rows =
        body.requiredObjects("rows", MOST_ROWS).stream()
            .map(
                fields ->
                    new ImportRow(
                        number(fields),
                        fields.has("id") ? fields.requiredNumber("id", 1, Long.MAX_VALUE) : null,
                        name(fields),
                        fields.requiredMoney("price"),
                        fields.has("unit_id") ? unit(fields) : null,
                        code(fields, "barcode"),
                        code(fields, "article"),
                        tile(fields)))
            .toList();
    Long from = body.requiredNumber("from", 0, GoodsImport.MOST_ROWS);
    body.check();
    return new Part(Math.toIntExact(from), rows);
  }

  private static int number(BodyFields fields) {
    Long number = fields.requiredNumber("row", 1, Integer.MAX_VALUE);
    return number == null ? 0 : Math.toIntExact(number);
  }

  private static String name(BodyFields fields) {
    String name = fields.requiredText("name", LONGEST_NAME);
    if (name != null && name.isBlank()) {
      fields.complain("name", "required");
    }
    return name == null ? null : name.strip();
  }

  private static Unit unit(BodyFields fields) {
    Long id = fields.requiredNumber("unit_id", 0, Integer.MAX_VALUE);
    Unit unit = id == null ? null : Unit.of(id).orElse(null);
    if (id != null && unit == null) {
      fields.complain("unit_id", "choice");
    }
    return unit;
  }

  private static Unit missing(BodyFields fields) {
    fields.complain("unit_id", "required");
    return null;
  }

  private static String code(BodyFields fields, String name) {
    String code = fields.text(name, LONGEST_CODE);
    return code == null || code.isBlank() ? null : code.strip();
  }

  private static Integer tile(BodyFields fields) {
    Long tile = fields.has("tile") ? fields.requiredNumber("tile", 1, LAST_TILE) : null;
    return tile == null ? null : Math.toIntExact(tile);
  }
}
