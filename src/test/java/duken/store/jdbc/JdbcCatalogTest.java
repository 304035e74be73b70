package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.catalog.CatalogImage;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.ImageType;
import duken.domain.catalog.Unit;
import duken.store.Catalog;
import duken.store.Page;
import duken.store.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class JdbcCatalogTest extends OnBothDatabases {

  @Test
  void anItemIsReadBackAsItWasWritten() {
    CatalogImage image = keepsImage(training, "a");
    CatalogItem wanted =
        new CatalogItem(
            0,
            shop.id(),
            Mode.TEST,
            "Капучино",
            Money.ofTiyn(99_050),
            Unit.PACK,
            "487",
            image.id(),
            NOON,
            NOON.plusSeconds(1));

    CatalogItem stored = inserts(wanted).getFirst();

    assertThat(stored.id()).isPositive();
    assertThat(stored).usingRecursiveComparison().ignoringFields("id").isEqualTo(wanted);
    assertThat(finds(training, stored.id())).containsExactly(stored);
  }

  @Test
  void anotherShopAndTheOtherModeFindNothing() {
    CatalogItem own = inserts(item("Самса", "1")).getFirst();
    CatalogImage image = keepsImage(training, "b");
    Shop other = Shop.called("Другая", store);

    for (Scope foreign : List.of(shop.scope(Mode.LIVE), other.scope(Mode.TEST))) {
      assertThat(finds(foreign, own.id())).isEmpty();
      assertThat(list(foreign, null, null, null).total()).isZero();
      assertThat(store.<Boolean>write(r -> r.catalog().remove(foreign, own.id(), NOON))).isFalse();
      assertThat(images(foreign, image)).isEmpty();
    }
    assertThat(images(training, image)).containsExactly(image, image);
  }

  @Test
  void aChangeIsKept() {
    CatalogItem before = inserts(item("Самса", "1")).getFirst();
    CatalogItem after =
        new CatalogItem(
            before.id(),
            shop.id(),
            Mode.TEST,
            "Пирожок",
            Money.ofTenge(7),
            Unit.GRAM,
            null,
            null,
            NOON,
            NOON.plusSeconds(9));
    does(catalog -> catalog.update(after));

    assertThat(finds(training, before.id())).containsExactly(after);
    assertThat(list(training, "ПИРОЖ", null, null).rows()).containsExactly(after);
    assertThat(list(training, "самса", null, null).rows()).isEmpty();
  }

  @Test
  void aRemovedItemIsGoneAndItsBarcodeIsFree() {
    CatalogItem gone = inserts(item("Самса", "1")).getFirst();

    assertThat(store.<Boolean>write(r -> r.catalog().remove(training, gone.id(), NOON))).isTrue();
    assertThat(store.<Boolean>write(r -> r.catalog().remove(training, gone.id(), NOON))).isFalse();
    does(catalog -> catalog.update(gone));

    assertThat(finds(training, gone.id())).isEmpty();
    assertThat(list(training, null, null, null).total()).isZero();
    assertThat(inserts(item("Самса", "1"))).hasSize(1);
  }

  @Test
  void aBarcodeIsOneItemsOnly() {
    inserts(item("Самса", "1"), item("Без кода", null), item("Тоже без кода", null));
    Shop other = Shop.called("Другая", store);
    store.write(tx -> tx.catalog().insert(List.of(item(other.scope(Mode.TEST), "Чужая", "1"))));

    assertThatThrownBy(() -> inserts(item("Вторая", "1"))).hasMessageContaining("23505");
    assertThat(
            store.<List<CatalogItem>>read(
                tx -> tx.catalog().withBarcodes(training, List.of("1", "2"))))
        .extracting(CatalogItem::name)
        .containsExactly("Самса");
  }

  @Test
  void aListIsFilteredPagedAndCountedNewestFirst() {
    List<CatalogItem> made =
        inserts(item("Чай чёрный", "11"), item("чай 100%", "12"), item("Кофе_латте", "13"));

    assertThat(list(training, null, null, null).rows()).containsExactlyElementsOf(made.reversed());
    assertThat(list(training, "ЧАЙ", null, null).total()).isEqualTo(2);
    assertThat(list(training, "100%", null, null).rows()).containsExactly(made.get(1));
    assertThat(list(training, "%", null, null).total()).isEqualTo(1);
    assertThat(list(training, "_", null, null).rows()).containsExactly(made.get(2));
    assertThat(list(training, null, "11", null).rows()).containsExactly(made.getFirst());
    assertThat(list(training, null, "1", null).rows()).isEmpty();
    assertThat(list(training, null, null, "ч").total()).isEqualTo(2);
    assertThat(list(training, null, null, "К").rows()).containsExactly(made.get(2));
    Page<CatalogItem> second =
        store.read(
            tx ->
                tx.catalog()
                    .list(training, new Catalog.ItemQuery(null, null, null, false, true, 1, 1)));
    assertThat(second.rows()).containsExactly(made.get(1));
    assertThat(second.total()).isEqualTo(3);
  }

  @Test
  void aListIsSortedByTimeOrByIdAndTiesBreakOnId() {
    CatalogItem first = inserts(item("Чай", "11")).getFirst();
    CatalogItem twin = inserts(item("чай с молоком", null)).getFirst();
    CatalogItem late = inserts(at(item("Самса", "13"), NOON.plusSeconds(1))).getFirst();
    CatalogItem early = inserts(at(item("Чайник", null), NOON.minusSeconds(1))).getFirst();

    assertThat(ordered(null, false, true)).containsExactly(late, twin, first, early);
    assertThat(ordered(null, false, false)).containsExactly(early, first, twin, late);
    assertThat(ordered(null, true, true)).containsExactly(early, late, twin, first);
    assertThat(ordered(null, true, false)).containsExactly(first, twin, late, early);
    assertThat(ordered("чай", false, false)).containsExactly(early, first, twin);
    assertThat(ordered("чай", true, true)).containsExactly(early, twin, first);
  }

  @Test
  void itemsOfOneCallAreFoundTogether() {
    inserts(item("Раньше", null));
    List<CatalogItem> together = inserts(item("Чай", null), item("Кофе", null));
    does(catalog -> catalog.bindTogether(together));

    assertThat(
            store.<List<CatalogItem>>read(
                tx -> tx.catalog().madeWith(training, together.getFirst().id())))
        .isEqualTo(together);
  }

  @Test
  void aLineOfAnInvoiceForgetsTheNumberOfARemovedItemButNotWhatWasSold() {
    CatalogItem samsa = inserts(item("Самса", null)).getFirst();
    Invoice sold =
        shop.sells(
            sale ->
                sale.cart(
                    new Invoice.CartLine(
                        0, samsa.id(), "Самса", samsa.price(), samsa.price(), 2, 1, null)));
    long line = sold.terms().items().getFirst().id();
    assertThat(shop.find(sold.id()).terms().items().getFirst().catalogItemId())
        .isEqualTo(samsa.id());

    store.write(tx -> tx.catalog().remove(training, samsa.id(), NOON));

    Invoice.CartLine after = shop.find(sold.id()).terms().items().getFirst();
    assertThat(after.catalogItemId()).isNull();
    assertThat(after.name()).isEqualTo("Самса");
    assertThat(store.<Map<Long, Long>>read(tx -> tx.catalog().soldAs(sold.id())))
        .containsExactly(Map.entry(line, samsa.id()));
  }

  @Test
  void theSameBytesAreKeptOnceInAShopAndMode() {
    keepsImage(training, "c");

    assertThatThrownBy(() -> keepsImage(training, "c")).hasMessageContaining("23505");
    keepsImage(shop.scope(Mode.LIVE), "c");
  }

  @Test
  void changesOfACatalogTakeTurns() throws Exception {
    assertThat(
            Race.of(
                4,
                () ->
                    store.<Boolean>write(
                        tx -> {
                          tx.catalog().lock(training);
                          boolean free =
                              tx.catalog().withBarcodes(training, List.of("77")).isEmpty();
                          if (free) {
                            tx.catalog().insert(List.of(item("Самса", "77")));
                          }
                          return free;
                        })))
        .containsOnlyOnce(true);
  }

  private CatalogItem item(String name, String barcode) {
    return item(training, name, barcode);
  }

  private static CatalogItem item(Scope scope, String name, String barcode) {
    return new CatalogItem(
        0,
        scope.tenantId(),
        scope.mode(),
        name,
        Money.ofTenge(500),
        Unit.PIECE,
        barcode,
        null,
        NOON,
        NOON);
  }

  private static CatalogItem at(CatalogItem item, Instant time) {
    return new CatalogItem(
        item.id(),
        item.tenantId(),
        item.mode(),
        item.name(),
        item.price(),
        item.unit(),
        item.barcode(),
        item.imageId(),
        time,
        time);
  }

  private List<CatalogItem> ordered(String search, boolean byId, boolean descending) {
    Catalog.ItemQuery query = new Catalog.ItemQuery(search, null, null, byId, descending, 50, 0);
    return store.<Page<CatalogItem>>read(tx -> tx.catalog().list(training, query)).rows();
  }

  private List<CatalogItem> inserts(CatalogItem... items) {
    return store.write(tx -> tx.catalog().insert(List.of(items)));
  }

  private void does(java.util.function.Consumer<Catalog> work) {
    store.write(
        tx -> {
          work.accept(tx.catalog());
          return null;
        });
  }

  private CatalogImage keepsImage(Scope scope, String digit) {
    CatalogImage image =
        new CatalogImage(
            UUID.randomUUID(),
            scope.tenantId(),
            scope.mode(),
            digit.repeat(64),
            ImageType.PNG,
            48_213,
            NOON);
    does(catalog -> catalog.insert(image));
    return image;
  }

  private List<CatalogItem> finds(Scope scope, long id) {
    return store.read(tx -> tx.catalog().find(scope, id).stream().toList());
  }

  private List<CatalogImage> images(Scope scope, CatalogImage image) {
    return store.read(
        tx ->
            java.util.stream.Stream.concat(
                    tx.catalog().findImage(scope, image.id()).stream(),
                    tx.catalog().findImage(scope, image.sha256()).stream())
                .toList());
  }

  private Page<CatalogItem> list(Scope scope, String search, String barcode, String first) {
    return store.read(
        tx ->
            tx.catalog()
                .list(scope, new Catalog.ItemQuery(search, barcode, first, false, true, 50, 0)));
  }
}
