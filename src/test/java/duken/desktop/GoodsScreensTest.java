package duken.desktop;

import duken.api.goods.GoodsJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shop's goods in the window. */
class GoodsScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 700));

  private static final UUID PICTURE = new UUID(7, 7);

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("goods", GoodsScreensTest::goods);
    all.put("goods-empty", rig -> rig.ctrl(KeyCode.G));
    all.put("goods-unfound", rig -> goods(rig).scan("4870000000017", KeyCode.ENTER));
    all.put("goods-new", rig -> goods(rig).press(KeyCode.INSERT, KeyCode.ENTER));
    all.put("goods-edit", rig -> goods(rig).press(KeyCode.ENTER));
    all.put("goods-remove", rig -> goods(rig).press(KeyCode.DELETE));
    all.put("goods-scales", rig -> goods(rig).ctrl(KeyCode.W).ctrl(KeyCode.DIGIT2));
    return GALLERY.ofScanners(all);
  }

  /** A list with everything an item can have. */
  static DeskRig goods(DeskRig rig) {
    PracticeGoods goods = rig.engine.goods;
    goods.pictures.put(PICTURE, rig.engine.orders.picture);
    goods.items.add(
        new GoodsJson.Item(
            1, "Айран «Шұбат» 2,5 % 1 л", "650.00", 1, "4870206410103", "А-17", 1, PICTURE));
    goods.items.add(new GoodsJson.Item(2, "Сыр весовой", "4500.50", 2, null, "00042", null, null));
    goods.items.add(
        new GoodsJson.Item(
            3,
            "Кофе в зёрнах «Очень длинное название сорта, которое не помещается ни в одну строку"
                + " списка, сколько её ни растягивай», 1000 г",
            "99999999.99",
            8,
            "4870001234560",
            null,
            12,
            null));
    for (int i = 4; i < 30; i++) {
      goods.items.add(
          new GoodsJson.Item(i, "Пирожок №" + i, i + "0.00", 1, null, "П-" + i, null, null));
    }
    return rig.ctrl(KeyCode.G);
  }
}
