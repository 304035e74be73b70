package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.goods.GoodsJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A barcode scanner is a keyboard: wherever it types, nothing is changed and nothing confirmed. */
class TillEdgesTest {

  private static final KeyCode[] SECTIONS = {
    KeyCode.DIGIT1,
    KeyCode.DIGIT2,
    KeyCode.DIGIT3,
    KeyCode.DIGIT4,
    KeyCode.DIGIT5,
    KeyCode.DIGIT6,
    KeyCode.DIGIT7,
    KeyCode.DIGIT8,
    KeyCode.DIGIT9
  };

  private static final String EAN = "4870001234567";

  private static Map<String, Consumer<DeskRig>> places() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("an empty till", _ -> {});
    all.put("an amount", rig -> rig.type("2500"));
    all.put("the phone step", rig -> rig.type("2500").press(KeyCode.F3).type("701"));
    all.put("a whole phone", rig -> rig.type("2500").press(KeyCode.F3).type("7011234567"));
    all.put("the note", rig -> rig.type("2500").press(KeyCode.F4));
    all.put("a payment", rig -> rig.type("2500").press(KeyCode.ENTER));
    all.put("a payment that ended", rig -> ended(rig, "expire"));
    all.put("the green screen", rig -> ended(rig, "pay"));
    all.put("the history", rig -> rig.press(KeyCode.F2));
    all.put("the refund sheet", TillEdgesTest::refund);
    all.put(
        "the anomalies",
        rig -> {
          rig.press(KeyCode.F8);
          // A window that draws takes the focus from what it does not show any more.
          rig.scene.getRoot().requestFocus();
        });
    all.put("the settings", rig -> rig.press(KeyCode.F9));
    for (KeyCode section : SECTIONS) {
      all.put("section " + section, rig -> rig.press(KeyCode.F9).alt(section));
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> aScanChangesNothing() {
    return places().entrySet().stream()
        .flatMap(
            place ->
                Stream.of(KeyCode.ENTER, KeyCode.TAB)
                    .map(
                        end ->
                            DynamicTest.dynamicTest(
                                place.getKey() + ", " + end, () -> unchanged(place, end))));
  }

  private static void unchanged(Map.Entry<String, Consumer<DeskRig>> place, KeyCode end) {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            place.getValue().accept(rig);
            String before = look(rig);
            int sales = rig.engine.count();
            rig.scan(EAN, end);
            assertThat(rig.scene.getRoot().lookupAll(".toast")).isNotEmpty();
            rig.scene.getRoot().lookupAll(".toast").forEach(toast -> toast.setVisible(false));
            assertThat(look(rig)).isEqualTo(before);
            assertThat(rig.engine.count()).isEqualTo(sales);
          }
        });
  }

  /** Each field of each section and of each way to the bank gets the keys of a scanner. */
  @TestFactory
  Stream<DynamicTest> aScanIntoAFieldLeavesNoTrace() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    for (KeyCode section : SECTIONS) {
      all.put("section " + section, rig -> rig.press(KeyCode.F9).alt(section).pump());
    }
    for (KeyCode way : List.of(SECTIONS).subList(0, 6)) {
      all.put(
          "way " + way, rig -> rig.press(KeyCode.F9).alt(KeyCode.DIGIT2).pump().ctrl(way).pump());
    }
    return all.entrySet().stream()
        .map(place -> DynamicTest.dynamicTest(place.getKey(), () -> fieldsKeep(place.getValue())));
  }

  private static void fieldsKeep(Consumer<DeskRig> place) {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            place.accept(rig);
            List<TextInputControl> fields =
                rig.scene.getRoot().lookupAll(".text-input").stream()
                    .map(TextInputControl.class::cast)
                    .filter(field -> field.isFocusTraversable() && !field.isDisabled())
                    .toList();
            for (TextInputControl field : fields) {
              for (KeyCode end : new KeyCode[] {KeyCode.ENTER, KeyCode.TAB}) {
                String before = field.getText();
                field.requestFocus();
                rig.scan(EAN, end);
                assertThat(field.getText()).as(field.getId()).isEqualTo(before);
              }
            }
            assertThat(rig.engine.wishes).isEmpty();
            assertThat(rig.engine.count()).isZero();
          }
        });
  }

  @Test
  void anItemOfTheCatalogIsAddedToTheAmountAndNotSold() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.goods.items.add(item("Кофе", "800.00"));
            rig.type("200").scan(EAN, KeyCode.ENTER).scan(EAN, KeyCode.ENTER);
            assertThat(look(rig)).contains("1 800");
            assertThat(rig.engine.count()).isZero();
            rig.press(KeyCode.ENTER);
            assertThat(rig.engine.count()).isEqualTo(1);
          }
        });
  }

  @Test
  void anItemScannedIntoARefundIsNeitherRefundedNorSold() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.goods.items.add(item("Кофе", "800.00"));
            refund(rig);
            String before = look(rig);
            rig.scan(EAN, KeyCode.ENTER).scan(EAN, KeyCode.ENTER);
            rig.scene.getRoot().lookupAll(".toast").forEach(toast -> toast.setVisible(false));
            assertThat(look(rig)).isEqualTo(before);
          }
        });
  }

  @Test
  void anAmountThatOverflowedIsSoldByNoKeyUntilItIsTouched() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.type(EAN).press(KeyCode.ENTER, KeyCode.F3);
            assertThat(rig.engine.count()).isZero();
            assertThat(look(rig)).contains("48 700 012").doesNotContain("Отправить счёт");
            rig.press(KeyCode.BACK_SPACE, KeyCode.ENTER);
            assertThat(rig.engine.count()).isEqualTo(1);
          }
        });
  }

  @Test
  void fifteenThousandWithACommaIsNotSoldAsFifteen() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.type("15,000").press(KeyCode.ENTER);
            assertThat(rig.engine.count()).isZero();
            assertThat(look(rig)).contains("Три цифры после запятой");
          }
        });
  }

  @Test
  void theKeysOfTheRailWorkOnTheGreenScreen() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            ended(rig, "pay");
            assertThat(rig.scene.lookup(".paid-word")).isNotNull();
            rig.press(KeyCode.F6);
            assertThat(look(rig)).contains("Төленді");
            rig.press(KeyCode.F2);
            assertThat(rig.window.here()).isEqualTo("history");
            assertThat(rig.scene.lookup(".paid-word")).isNull();
            rig.press(KeyCode.F1);
            assertThat(rig.window.here()).isEqualTo("till");
            assertThat(rig.scene.lookup(".paid-word")).isNull();
          }
        });
  }

  private static void ended(DeskRig rig, String how) {
    rig.type("2500").press(KeyCode.ENTER);
    rig.engine.sales().train(rig.lastSale(), how);
    rig.pump();
  }

  private static void refund(DeskRig rig) {
    ended(rig, "pay");
    rig.press(KeyCode.ENTER, KeyCode.F2);
    rig.window.showSale(rig.lastSale());
    rig.press(KeyCode.F4);
    assertThat(rig.scene.lookup("#refund-sum")).isNotNull();
  }

  private static GoodsJson.Item item(String name, String price) {
    return new GoodsJson.Item(7, name, price, 1, EAN, null, null, null);
  }

  /** All that can be read in the window. */
  private static String look(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    StringBuilder all = new StringBuilder();
    read(rig.scene.getRoot(), all);
    return all.toString().replace('\u00a0', ' ');
  }

  private static void read(javafx.scene.Node node, StringBuilder all) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case TextInputControl field -> all.append('[').append(field.getText()).append("]\n");
      case Text text -> all.append(text.getText()).append('\n');
      case Labeled labeled when labeled.getChildrenUnmodifiable().isEmpty() ->
          all.append(labeled.getText()).append('\n');
      case javafx.scene.Parent parent ->
          parent.getChildrenUnmodifiable().forEach(child -> read(child, all));
      default -> {}
    }
  }
}
