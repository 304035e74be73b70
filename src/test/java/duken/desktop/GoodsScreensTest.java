package duken.desktop;

import duken.api.goods.GoodsJson;
import duken.api.goods.ImportJson;
import duken.desktop.goods.ImportSheetDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

  private static final String GOOD =
      "Прайс;;;;\n№;Наименование;Ед. изм.;Цена, тенге;Штрих-код\n1;Айран;шт;650;4870206410103\n";

  private static final String BAD =
      "Наименование;Цена;Штрих-код\n;-5;4,87E+12\nАйран;дорого;\nЧай;12,345;\n";

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
    all.put("goods-export", rig -> goods(rig).ctrl(KeyCode.S));
    all.put("goods-import-columns", rig -> ImportSheetDoor.open(goods(rig), list(GOOD)));
    all.put(
        "goods-import-faults",
        rig -> {
          ImportSheetDoor.open(goods(rig), list(BAD));
          rig.press(KeyCode.ENTER);
        });
    all.put(
        "goods-import-shown",
        rig -> {
          goods(rig).engine.goods.result =
              new ImportJson.Result(
                  false,
                  1,
                  2,
                  14_000,
                  List.of(),
                  List.of(
                      new ImportJson.Line(2, "changed", "Айран «Шұбат» 1 л", "650.00", "675.50"),
                      new ImportJson.Line(3, "changed", "Сыр весовой", "4500.50", "4500.50"),
                      new ImportJson.Line(4, "created", "Чай «Пиала» 250 г", null, "1890.00")));
          ImportSheetDoor.open(rig, list(GOOD));
          rig.press(KeyCode.ENTER);
        });
    return GALLERY.ofScanners(all);
  }

  private static Path list(String content) {
    try {
      Path file = Files.createTempDirectory("goods").resolve("Прайс-лист на 14.05.2026.csv");
      file.toFile().deleteOnExit();
      file.getParent().toFile().deleteOnExit();
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
