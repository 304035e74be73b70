package duken.store.jdbc.goods;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.barcode.ScaleLayout;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.GoodsItem;
import duken.domain.catalog.Unit;
import duken.store.Page;
import duken.store.Scope;
import duken.store.goods.Goods;
import duken.store.jdbc.OnBothDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JdbcGoodsTest extends OnBothDatabases {

  @Test
  void goodsAreListedByNameAndFoundByWhatPeopleRemember() {
    long samsa = keeps("Самса", "4870001", "СМ-1", 2);
    long cheese = keeps("сыр 100%", null, "a_7", null);
    long coffee = keeps("Капучино", "4870002", null, 1);

    assertThat(ids(list(null))).containsExactly(coffee, samsa, cheese);
    assertThat(ids(list("САМ"))).containsExactly(samsa);
    assertThat(ids(list("487000"))).containsExactly(coffee, samsa);
    assertThat(ids(list("см-"))).containsExactly(samsa);
    assertThat(ids(list("A_"))).containsExactly(cheese);
    assertThat(ids(list("0%"))).containsExactly(cheese);
    assertThat(ids(list("70001"))).as("a barcode is found by its beginning").isEmpty();
    Page<GoodsItem> second =
        store.read(tx -> tx.goods().list(training, new Goods.GoodsQuery(null, 1, 1)));
    assertThat(ids(second)).containsExactly(samsa);
    assertThat(second.total()).isEqualTo(3);
    assertThat(tiles(training)).containsExactly(coffee, samsa);
  }

  @Test
  void aCodeIsABarcodeBeforeItIsAnArticle() {
    long samsa = keeps("Самса", null, "Аб-12", null);
    long cheese = keeps("Сыр", "12345", null, null);
    long other = keeps("Другой", null, "12345", null);

    assertThat(keptAs("аБ-12")).containsExactly(samsa);
    assertThat(keptAs("12345", "Аб-12")).containsExactly(cheese);
    assertThat(keptAs("12346")).isEmpty();
    store.<Boolean>write(tx -> tx.catalog().remove(training, cheese, NOON));
    assertThat(keptAs("12345")).containsExactly(other);
  }

  @Test
  void anotherShopAndTheOtherModeSeeNothing() {
    long samsa = keeps("Самса", "4870001", "7", 1);
    Scope live = shop.scope(Mode.LIVE);

    assertThat(store.<Integer>read(tx -> tx.goods().keptAs(live, List.of("7")).size())).isZero();
    assertThat(tiles(live)).isEmpty();
    assertThat(store.<Boolean>read(tx -> tx.goods().find(live, samsa).isPresent())).isFalse();
    assertThat(tiles(training)).containsExactly(samsa);
  }

  @Test
  void theLayoutOfTheScalesIsKept() {
    ScaleLayout layout = new ScaleLayout(List.of(22, 27), 6, ScaleLayout.Content.TENGE);
    assertThat(scales()).isNull();
    for (ScaleLayout each :
        List.of(layout, new ScaleLayout(List.of(20), 5, ScaleLayout.Content.GRAMS))) {
      change(each);
      assertThat(scales()).isEqualTo(each);
    }
    change(null);
    assertThat(scales()).isNull();
  }

  private ScaleLayout scales() {
    return store.read(tx -> tx.goods().scales(shop.id()).orElse(null));
  }

  private void change(ScaleLayout layout) {
    store.write(
        tx -> {
          tx.goods().scales(shop.id(), layout);
          return 0;
        });
  }

  private long keeps(String name, String barcode, String article, Integer tile) {
    return store.write(
        tx -> {
          CatalogItem item =
              new CatalogItem(
                  0,
                  shop.id(),
                  Mode.TEST,
                  name,
                  Money.ofTenge(5),
                  Unit.PIECE,
                  barcode,
                  null,
                  NOON,
                  NOON);
          long id = tx.catalog().insert(List.of(item)).getFirst().id();
          tx.goods().describe(id, article, tile);
          return id;
        });
  }

  private Page<GoodsItem> list(String search) {
    return store.read(tx -> tx.goods().list(training, new Goods.GoodsQuery(search, 50, 0)));
  }

  private List<Long> keptAs(String... keys) {
    return store.read(
        tx ->
            tx.goods().keptAs(training, List.of(keys)).stream().map(it -> it.item().id()).toList());
  }

  private List<Long> tiles(Scope scope) {
    return store.read(tx -> tx.goods().tiles(scope).stream().map(it -> it.item().id()).toList());
  }

  private static List<Long> ids(Page<GoodsItem> page) {
    return page.rows().stream().map(it -> it.item().id()).toList();
  }
}
