package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.firstrun.FirstRunView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * Every field of the window that can be typed into, found in the sources: a barcode scanner leaves
 * no trace in any of them. A new field wants a line in {@link #places} that leads to it.
 */
class FieldsTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "duken", "desktop");

  /** A field is made; CustomTextField has a glass in it. */
  private static final Pattern MADE =
      Pattern.compile("new (?:TextField|SumField|PasswordField|TextArea|Custom\\w+Field)\\(");

  /** The variables that hold one. */
  static final Pattern VARIABLE =
      Pattern.compile("(?:TextField|SumField|PasswordField|TextArea|Custom\\w+Field) (\\w+)[ ,;)]");

  /** How such a field gets its name, as a whole or with a beginning. */
  static final Pattern NAMED = Pattern.compile("(\\w+)\\.setId\\(\"([\\w-]+)\"( \\+)?");

  private static final Pattern HELPED = Pattern.compile("(?:field|input)\\(\\s*\"([\\w-]+)\"");

  /** Where a scan has a meaning of its own; their own tests look what becomes of it. */
  private static final Set<String> SCANNING = Set.of("the goods", "an item of the goods");

  /** Where the fields are, and how one gets there. */
  static Map<String, Consumer<DeskRig>> places() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("the note of a sale", rig -> rig.type("2500").press(KeyCode.F4));
    all.put("the search for goods", rig -> CartScreensTest.cart(rig).ctrl(KeyCode.F));
    all.put("a line of the cart", rig -> CartScreensTest.cart(rig).ctrl(KeyCode.E));
    all.put("the discount of a cart", rig -> CartScreensTest.cart(rig).ctrl(KeyCode.T));
    all.put("the name of a cart", rig -> CartScreensTest.cart(rig).ctrl(KeyCode.H));
    all.put("the history", rig -> rig.press(KeyCode.F2));
    all.put("a refund", FieldsTest::refund);
    all.put("the goods", GoodsScreensTest::goods);
    all.put("an item of the goods", rig -> GoodsScreensTest.goods(rig).press(KeyCode.ENTER));
    all.put("the orders", OrdersScreensTest::orders);
    all.put("the orders' connection", rig -> OrdersScreensTest.orders(rig).press(KeyCode.F4));
    all.put("an order's cancelling", rig -> OrdersScreensTest.orders(rig).alt(KeyCode.DIGIT2));
    all.put(
        "an order's parcels",
        rig -> OrdersScreensTest.down(OrdersScreensTest.orders(rig), 2).alt(KeyCode.DIGIT1));
    all.put(
        "an order's code",
        rig -> OrdersScreensTest.down(OrdersScreensTest.orders(rig), 2).alt(KeyCode.DIGIT3));
    all.put("what the terminal shows", FieldsTest::terminalLook);
    all.put("the way of a terminal", rig -> way(rig, KeyCode.DIGIT3).press(KeyCode.ENTER));
    for (KeyCode way : new KeyCode[] {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT4}) {
      all.put("the way " + way, rig -> way(rig, way));
    }
    all.put("the city", FieldsTest::city);
    all.put("the shop", rig -> section(rig, KeyCode.DIGIT1));
    all.put("the webhook", rig -> section(rig, KeyCode.DIGIT4));
    all.put("the keys", rig -> section(rig, KeyCode.DIGIT6));
    all.put("the engine", rig -> section(rig, KeyCode.DIGIT7).ctrl(KeyCode.DIGIT2));
    all.put("the shops", rig -> section(rig, KeyCode.DIGIT8));
    all.put("a shop's name", rig -> section(rig, KeyCode.DIGIT8).press(KeyCode.F3));
    all.put("a new till's shop", rig -> asked(rig).press(KeyCode.F4));
    all.put("a new till's city", rig -> asked(rig).press(KeyCode.F4, KeyCode.F4));
    all.put(
        "a shift's account",
        rig -> rig.ctrl(KeyCode.F2).press(KeyCode.ENTER, KeyCode.F10).alt(KeyCode.DIGIT4));
    all.put(
        "why a bank's line is accepted",
        rig -> {
          rig.engine.reconcile.day();
          rig.ctrl(KeyCode.F3).press(KeyCode.F5).ctrl(KeyCode.DIGIT2);
        });
    all.put("the bank's rates", rig -> rig.ctrl(KeyCode.F3).press(KeyCode.F12));
    all.put("the owner's messages", rig -> section(rig, KeyCode.EQUALS));
    all.put("what a customer gave", rig -> CashScreensTest.till(rig).type("2500").ctrl(KeyCode.N));
    all.put("cash in and out", rig -> CashScreensTest.shift(rig).alt(KeyCode.DIGIT2));
    all.put(
        "a count of cash", rig -> CashScreensTest.till(rig).ctrl(KeyCode.F2).press(KeyCode.ENTER));
    all.put(
        "a refund in cash",
        rig -> CashScreensTest.sold(rig).press(KeyCode.F2).ctrl(KeyCode.N).press(KeyCode.F4));
    all.put("the people", rig -> section(rig, KeyCode.DIGIT0));
    all.put("the printer", rig -> section(rig, KeyCode.P).ctrl(KeyCode.DIGIT4));
    return all;
  }

  private static DeskRig asked(DeskRig rig) {
    FirstRunView.open(rig.window.context());
    return rig;
  }

  @Test
  void aScanLeavesNoTraceInAnyFieldThatThereIs() {
    List<String> faults = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    places()
        .forEach(
            (place, lead) ->
                FxRig.run(
                    () -> {
                      try (DeskRig rig = new DeskRig(1366, 768)) {
                        lead.accept(rig);
                        seen.addAll(ScanCheck.names(rig));
                        if (!SCANNING.contains(place)) {
                          ScanCheck.faults(rig).forEach(it -> faults.add(place + ": " + it));
                        }
                      }
                    }));
    assertThat(faults).isEmpty();
    assertThat(seen).as("a field without a name").doesNotContain("null");
    assertThat(unseen(seen)).as("fields that no place of this test shows").isEmpty();
  }

  @Test
  void aFieldThatNoPlaceShowsIsFound() {
    assertThat(unseen(Set.of()))
        .contains("ConnectionSheet: orders-token", "AddressStep: terminal-address");
  }

  /** Each field of the sources that was not seen. */
  private static List<String> unseen(Set<String> seen) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> unseen(file, seen).stream())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> unseen(Path file, Set<String> seen) {
    String source;
    try {
      source = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long made = MADE.matcher(source).results().count();
    if (made == 0 || (made == 1 && source.contains("setEditable(false)"))) {
      return List.of();
    }
    String name = file.getFileName().toString().replace(".java", "");
    Set<String> variables = new TreeSet<>();
    VARIABLE.matcher(source).results().forEach(it -> variables.add(it.group(1)));
    List<String> unseen = new ArrayList<>();
    int named = 0;
    for (Matcher at = NAMED.matcher(source); at.find(); ) {
      if (variables.contains(at.group(1))) {
        named++;
        boolean begins = at.group(3) != null;
        if (seen.stream()
            .noneMatch(id -> begins ? id.startsWith(at.group(2)) : id.equals(at.group(2)))) {
          unseen.add(name + ": " + at.group(2));
        }
      }
    }
    for (Matcher at = HELPED.matcher(source); at.find(); ) {
      if (at.group(1).contains("-")) {
        named++;
        if (!seen.contains(at.group(1))) {
          unseen.add(name + ": " + at.group(1));
        }
      }
    }
    if (named == 0) {
      unseen.add(name + ": a field that this test cannot follow");
    }
    return unseen;
  }

  private static DeskRig section(DeskRig rig, KeyCode section) {
    return rig.press(KeyCode.F9).alt(section).pump();
  }

  private static DeskRig way(DeskRig rig, KeyCode way) {
    return section(rig, KeyCode.DIGIT2).ctrl(way).pump();
  }

  private static void refund(DeskRig rig) {
    rig.type("2500").press(KeyCode.ENTER);
    rig.engine.sales().train(rig.lastSale(), "pay");
    rig.pump().press(KeyCode.ENTER, KeyCode.F2);
    rig.window.showSale(rig.lastSale());
    rig.press(KeyCode.F4);
  }

  private static void terminalLook(DeskRig rig) {
    rig.type("1500").press(KeyCode.ENTER);
    rig.engine.edit(
        rig.lastSale(),
        sale -> {
          sale.type = "terminal";
          sale.errorCode = "start_unknown";
        });
    rig.pump().press(KeyCode.F4);
  }

  private static void city(DeskRig rig) {
    way(rig, KeyCode.DIGIT6).press(KeyCode.ENTER);
    layout(rig);
    ((CheckBox) rig.scene.lookup("#bank-accept")).setSelected(true);
    ((Button) rig.scene.lookup("#bank-notice-next")).fire();
    rig.type("7012345678").press(KeyCode.ENTER).type("1234").press(KeyCode.ENTER).pump();
  }

  private static void layout(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
  }
}
