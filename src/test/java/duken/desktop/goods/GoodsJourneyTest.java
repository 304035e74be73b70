package duken.desktop.goods;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.EngineApi;
import duken.api.goods.GoodsJson;
import duken.app.TestShop;
import duken.desktop.DeskRig;
import duken.desktop.DeskScreens;
import duken.desktop.FxRig;
import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Goods in a window over a real engine, by keyboard, scanner and mouse. */
class GoodsJourneyTest {

  /** A PNG of one pixel. */
  private static final byte[] PIXEL =
      java.util.Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");

  @TempDir static Path folder;

  private static TestShop shop;
  private static EngineApi engine;

  /** What a person would choose in the system's dialog. */
  private static Path chosen;

  @BeforeAll
  static void open() throws Exception {
    shop = new TestShop(folder).start();
    engine = shop.connect(() -> "ru");
  }

  @AfterAll
  static void close() {
    engine.close();
    shop.close();
  }

  @BeforeEach
  void empty() {
    all().forEach(it -> engine.goods().remove(it.id()));
    engine.goods().changeScales(new GoodsJson.Scales(List.of(), 5, "grams"));
    chosen = null;
  }

  @Test
  void anItemIsMadeFoundChangedAndRemovedByKeysAlone() {
    at(
        rig -> {
          assertThat(words(rig)).contains("Товаров пока нет").contains("0 товаров");
          rig.press(KeyCode.INSERT, KeyCode.ENTER);
          assertThat(words(rig)).contains("Введите название");
          rig.type("Айран 1 л");
          assertThat(words(rig)).doesNotContain("Введите название");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Введите цену");
          rig.type("1 650,5").press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Добавлено: Айран 1 л").contains("1 товар");
          assertThat(only().price()).isEqualTo("1650.50");

          rig.press(KeyCode.ENTER);
          field(rig, "goods-article").setText("А-17");
          field(rig, "goods-tile").setText("3");
          rig.press(KeyCode.ENTER);
          assertThat(only().article()).isEqualTo("А-17");
          assertThat(engine.goods().tiles()).containsExactly(only());

          rig.ctrl(KeyCode.F).type("а-1").press(KeyCode.ENTER);
          assertThat(field(rig, "goods-name").getText()).isEqualTo("Айран 1 л");
          rig.press(KeyCode.ESCAPE, KeyCode.DELETE);
          assertThat(words(rig)).contains("Удалить «Айран 1 л»?");
          rig.press(KeyCode.ESCAPE);
          assertThat(engine.goods().list(null, 1, 0).total()).isOne();
          rig.press(KeyCode.DELETE, KeyCode.ENTER);
          assertThat(words(rig)).contains("Удалено: Айран 1 л");
          assertThat(engine.goods().list(null, 1, 0).total()).isZero();
          rig.press(KeyCode.ESCAPE);
          rig.press(KeyCode.ESCAPE);
          assertThat(rig.window.here()).isEqualTo("till");
        });
  }

  @Test
  void aScannerFindsAnItemInTheListAndFillsTheBarcodeOfAnOpenOne() {
    make("Вода", "4870206410103");
    make("Соль", null);
    at(
        rig -> {
          rig.scan("4870206410103", KeyCode.ENTER);
          assertThat(words(rig)).contains("Вода").doesNotContain("Соль");
          rig.press(KeyCode.ESCAPE).scan("4870001234567", KeyCode.TAB);
          assertThat(words(rig)).contains("Товара с кодом 4870001234567 нет");
          rig.press(KeyCode.INSERT);
          assertThat(field(rig, "goods-barcode").getText()).isEqualTo("4870001234567");
          assertThat(words(rig)).contains("Контрольная цифра штрихкода не сходится");
          field(rig, "goods-price").requestFocus();
          rig.scan("4870206410103", KeyCode.ENTER);
          assertThat(field(rig, "goods-barcode").getText()).isEqualTo("4870206410103");
          assertThat(field(rig, "goods-price").getText()).isEmpty();
          assertThat(engine.goods().list(null, 1, 0).total())
              .as("a scan saves nothing")
              .isEqualTo(2);
          field(rig, "goods-name").setText("Ещё вода");
          field(rig, "goods-price").setText("100");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).as("what was typed stays").contains("уже").contains("Новый товар");
          field(rig, "goods-barcode").setText("4,87E+12");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Excel отрезал последние цифры");
          rig.press(KeyCode.ESCAPE).scan("4870206410103", KeyCode.ENTER);
          assertThat(words(rig)).as("scans find again").doesNotContain("Соль");
        });
  }

  @Test
  void aPictureIsChosenShownAndTakenAwayByTheMouse() throws IOException {
    make("Вода", null);
    chosen = folder.resolve("water.png");
    Files.write(chosen, PIXEL);
    at(
        rig -> {
          press(rig, "goods-edit");
          press(rig, "goods-picture");
          press(rig, "goods-save");
          assertThat(engine.goods().picture(only().imageId())).isEqualTo(PIXEL);
          press(rig, "goods-edit");
          press(rig, "goods-picture-drop");
          press(rig, "goods-save");
          assertThat(only().imageId()).isNull();
          write("no picture");
          press(rig, "goods-edit");
          press(rig, "goods-picture");
          assertThat(words(rig)).contains("Такой тип файла не поддерживается");
          write("");
          press(rig, "goods-picture");
          assertThat(words(rig)).contains("Файл не прочитан");
        });
  }

  @Test
  void theScalesAreSetUpAndTheirLabelsFindTheirItems() {
    make("Сыр", "2200042");
    at(
        rig -> {
          rig.ctrl(KeyCode.W).ctrl(KeyCode.DIGIT2).press(KeyCode.ENTER);
          assertThat(engine.goods().scales())
              .isEqualTo(new GoodsJson.Scales(List.of("22"), 5, "grams"));
          press(rig, "goods-scales");
          press(rig, "goods-prefix-27");
          press(rig, "goods-digits-6");
          press(rig, "goods-content-tenge");
          press(rig, "goods-scales-save");
          assertThat(engine.goods().scales())
              .isEqualTo(new GoodsJson.Scales(List.of("22", "27"), 6, "tenge"));
        });
  }

  @Test
  void aLongListComesPageByPage() {
    for (int i = 0; i < 250; i++) {
      make("Товар %03d".formatted(i), null);
    }
    at(
        rig -> {
          rig.calls.clear();
          ListView<?> list = (ListView<?>) node(rig, "goods-list");
          for (int i = 0; i < 249; i++) {
            list.getSelectionModel().selectNext();
          }
          rig.press(KeyCode.ENTER);
          assertThat(field(rig, "goods-name").getText()).isEqualTo("Товар 249");
          assertThat(rig.calls).filteredOn("GoodsApi.list"::equals).hasSize(2);
        });
  }

  @Test
  void aListIsLookedAtAndTakenOverByKeysAloneAndTwiceChangesNothing() throws IOException {
    make("Вода", "4870206410103");
    chosen = folder.resolve("список.csv");
    String list =
        """
        Прайс;;;
        Наименование;Цена;Штрихкод;Ед
        Вода;275,50;4870206410103;шт
        "Сыр; весовой";4 500;;кг
        """;
    Files.write(chosen, list.getBytes(java.nio.charset.Charset.forName("windows-1251")));
    at(
        rig -> {
          rig.ctrl(KeyCode.I);
          assertThat(words(rig)).contains("Названия столбцов найдены в строке 2", "B · Цена");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig))
              .contains("Новых: 1 · изменится: 1 · без изменений: 0")
              .contains("Строка 3: «Вода», 100 ₸ → 275,50 ₸")
              .contains("Строка 4: новый товар «Сыр; весовой», 4 500 ₸");
          assertThat(only().price()).as("only looked at").isEqualTo("100.00");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Загружено. Новых: 1, изменено: 1, без изменений: 0");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Сыр; весовой", "275,50 ₸", "2 товара");
          rig.ctrl(KeyCode.I).press(KeyCode.ENTER);
          assertThat(words(rig)).contains("без изменений: 2. Загружать нечего.");
        });
  }

  @Test
  void mistakesKeepAListOutAndAPersonSaysWhichColumnIsWhich() throws IOException {
    chosen = folder.resolve("плохой.csv");
    Files.writeString(chosen, "Вода;x;5\nЧай;y;-1\n;z;5\nСоль;w;4,87E+12\n");
    at(
        rig -> {
          press(rig, "goods-import");
          assertThat(words(rig)).contains("Названий столбцов в файле не нашлось");
          press(rig, "goods-import-next");
          assertThat(words(rig)).contains("Укажите, в каких столбцах название и цена");
          choose(rig, "goods-column-name", 1);
          choose(rig, "goods-column-price", 3);
          choose(rig, "goods-column-barcode", 3);
          press(rig, "goods-import-next");
          assertThat(words(rig))
              .contains("4 ошибки. Ничего не загружено")
              .contains("Строка 2, Цена: цена меньше нуля («-1»)")
              .contains("Строка 3, Название: нет названия")
              .contains("Строка 4, Штрихкод: Excel отрезал последние цифры");
          rig.press(KeyCode.ENTER);
          assertThat(engine.goods().list(null, 1, 0).total()).isZero();
          rig.press(KeyCode.ESCAPE);
          write("Название;Цена;Штрихкод\nВода;1;12\nЧай;2;12\n");
          rig.ctrl(KeyCode.I).press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Строка 3, Штрихкод: тот же товар уже есть в строке 2");
          rig.press(KeyCode.ESCAPE);
          write("\n");
          rig.ctrl(KeyCode.I);
          assertThat(words(rig)).contains("В файле нет товаров");
        });
  }

  @Test
  void whatIsSavedIsTheSameWhenItIsTakenOverAgain() throws IOException {
    for (int i = 0; i < 230; i++) {
      make("=Товар %03d".formatted(i % 120), i % 3 == 0 ? "0487%04d".formatted(i) : null);
    }
    List<GoodsJson.Item> before = all();
    for (String ending : List.of("xlsx", "csv")) {
      chosen = folder.resolve("товары." + ending);
      at(
          rig -> {
            rig.ctrl(KeyCode.S);
            press(rig, "goods-export-" + ending);
            assertThat(words(rig)).contains("Сохранено в товары." + ending + ", товаров: 230");
            rig.ctrl(KeyCode.I).press(KeyCode.ENTER);
            assertThat(words(rig)).contains("без изменений: 230. Загружать нечего.");
          });
    }
    empty();
    chosen = folder.resolve("товары.csv");
    at(
        rig -> {
          rig.ctrl(KeyCode.I).press(KeyCode.ENTER, KeyCode.ENTER);
          assertThat(words(rig)).contains("Загружено. Новых: 230");
        });
    assertThat(all())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .containsExactlyInAnyOrderElementsOf(before);
  }

  private static List<GoodsJson.Item> all() {
    List<GoodsJson.Item> all = new ArrayList<>(engine.goods().list(null, 200, 0).data());
    all.addAll(engine.goods().list(null, 200, 200).data());
    return all;
  }

  private static void choose(DeskRig rig, String id, int at) {
    ((ComboBox<?>) node(rig, id)).getSelectionModel().select(at);
  }

  private static void write(String content) {
    try {
      Files.writeString(chosen, content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void make(String name, String barcode) {
    engine
        .goods()
        .add(
            new GoodsJson.Wish(name, "100.00", 1, barcode, null, null, null),
            java.util.UUID.randomUUID().toString());
  }

  private static GoodsJson.Item only() {
    List<GoodsJson.Item> all = engine.goods().list(null, 10, 0).data();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  /** Somebody at the goods. */
  private static void at(Consumer<DeskRig> work) {
    List<Destination> places = new ArrayList<>();
    for (Destination place : DeskScreens.all()) {
      places.add(
          place.id().equals(GoodsScreen.ID)
              ? new Destination(
                  GoodsScreen.ID,
                  place.textKey(),
                  Material2RoundAL.LOCAL_OFFER,
                  Hotkeys.ctrl(KeyCode.G),
                  context -> new GoodsScreen(context, new Chosen()))
              : place);
    }
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768, engine, places)) {
            rig.ctrl(KeyCode.G);
            work.accept(rig);
          }
        });
  }

  private static final class Chosen implements FileChoice {
    @Override
    public Optional<Path> open(String titleKey, List<String> endings) {
      return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> save(String titleKey, String name) {
      return Optional.ofNullable(chosen);
    }
  }

  private static TextField field(DeskRig rig, String id) {
    return (TextField) node(rig, id);
  }

  private static void press(DeskRig rig, String id) {
    ((Button) node(rig, id)).fire();
  }

  private static Node node(DeskRig rig, String id) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    Node node = rig.scene.lookup("#" + id);
    assertThat(node).as(id).isNotNull();
    return node;
  }

  private static String words(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    List<String> words = new ArrayList<>();
    read(rig.scene.getRoot(), words);
    return words.stream().collect(Collectors.joining("\n"));
  }

  private static void read(Node node, List<String> words) {
    if (node.isVisible()) {
      if (node instanceof Text text) {
        words.add(text.getText().replace('\u00a0', ' '));
      } else if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> read(child, words));
      }
    }
  }
}
