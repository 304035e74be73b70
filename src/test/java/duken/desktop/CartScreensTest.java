package duken.desktop;

import duken.api.goods.GoodsJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The till of a shop with goods, in pictures. */
class CartScreensTest {

  private static final String MILK = "4870001234564";
  private static final String BREAD = "4870000000013";

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("cart-tiles", CartScreensTest::tiles);
    all.put("cart-full", CartScreensTest::full);
    all.put("cart-typed", rig -> full(rig).type("250"));
    all.put("cart-search", rig -> cart(rig).ctrl(KeyCode.F));
    all.put("cart-line", rig -> cart(rig).ctrl(KeyCode.E));
    all.put("cart-discount", rig -> cart(rig).ctrl(KeyCode.T));
    all.put("cart-hold", rig -> cart(rig).ctrl(KeyCode.H));
    all.put("cart-clear", rig -> cart(rig).press(KeyCode.ESCAPE));
    all.put("cart-held", rig -> held(rig).ctrl(KeyCode.O));
    return new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 720)).of(all);
  }

  /** Two items in the cart of a shop with goods. */
  static DeskRig cart(DeskRig rig) {
    return tiles(rig).scan(MILK, KeyCode.ENTER).scan(BREAD, KeyCode.ENTER);
  }

  /** One dear item in the cart: every sum of the tests is less. */
  static DeskRig dear(DeskRig rig) {
    rig.engine.goods.items.add(item(9, "Холодильник", 400_000, 1, MILK));
    return rig.scan(MILK, KeyCode.ENTER);
  }

  private static DeskRig full(DeskRig rig) {
    cart(rig).scan(MILK, KeyCode.ENTER);
    for (int i = 0; i < 4; i++) {
      rig.engine.goods.items.add(item(20 + i, "Шоколад «Казахстан» молочный " + i, 650, 1, null));
    }
    for (String part : new String[] {"ябл", "шоко"}) {
      rig.ctrl(KeyCode.F);
      field(rig, "goods-search-field").setText(part);
      rig.press(KeyCode.ENTER);
      if (part.equals("ябл")) {
        field(rig, "cart-quantity").setText("0,355");
        field(rig, "cart-discount").setText("10%");
        rig.press(KeyCode.ENTER);
      }
    }
    rig.ctrl(KeyCode.T);
    field(rig, "cart-whole-discount").setText("5%");
    return rig.press(KeyCode.ENTER);
  }

  private static DeskRig held(DeskRig rig) {
    cart(rig).ctrl(KeyCode.H);
    field(rig, "cart-name").setText("Столик у окна");
    rig.press(KeyCode.ENTER).scan(MILK, KeyCode.ENTER).ctrl(KeyCode.H).press(KeyCode.ENTER);
    return rig.scan(BREAD, KeyCode.ENTER);
  }

  private static DeskRig tiles(DeskRig rig) {
    var items = rig.engine.goods.items;
    UUID picture = UUID.fromString("00000000-0000-0000-0000-000000000001");
    rig.engine.goods.pictures.put(picture, png());
    items.add(item(1, "Молоко 3,2 % 1 л", 500, 1, MILK));
    items.add(item(2, "Хлеб бородинский нарезной", 180, 1, BREAD));
    items.add(new GoodsJson.Item(3, "Яблоки апорт", "990.00", 2, null, null, 1, picture));
    items.add(new GoodsJson.Item(4, "Пакет-майка", "30.00", 1, null, null, 2, null));
    items.add(new GoodsJson.Item(5, "Самса с мясом", "450.00", 1, null, null, 3, picture));
    items.add(
        new GoodsJson.Item(6, "Кофе капучино большой 400 мл", "990.00", 1, null, null, 4, null));
    items.add(new GoodsJson.Item(7, "Чай чёрный", "300.00", 1, null, null, 5, picture));
    return rig.press(KeyCode.F2, KeyCode.F1);
  }

  private static GoodsJson.Item item(long id, String name, int price, int unit, String barcode) {
    return new GoodsJson.Item(id, name, price + ".00", unit, barcode, null, null, null);
  }

  private static TextField field(DeskRig rig, String id) {
    return (TextField) rig.scene.lookup("#" + id);
  }

  private static byte[] png() {
    BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 120; x++) {
      for (int y = 0; y < 120; y++) {
        image.setRGB(x, y, 0x3a7d2c + x * 0x10000 + y * 0x100);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
