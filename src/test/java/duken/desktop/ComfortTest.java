package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.kit.Theme;
import duken.desktop.shell.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Who sees badly, or not at all, works here too. */
class ComfortTest {

  private static final Path SHEETS = Path.of("src/main/resources/duken/desktop");
  private static final Pattern COLOUR =
      Pattern.compile("(-[a-z0-9-]+): (#[0-9a-f]{6}|rgba\\([^)]*\\));");

  /** Words and what they stand on, and how much they must differ by WCAG 2.2. */
  private static final String[][] PAIRS = {
    {"-color-fg-default", "-duken-card"},
    {"-color-fg-default", "-duken-ground"},
    {"-color-fg-default", "-color-bg-default"},
    {"-color-fg-default", "-color-bg-subtle"},
    {"-color-fg-default", "-duken-key-bg"},
    {"-color-fg-muted", "-duken-card"},
    {"-color-fg-muted", "-duken-ground"},
    {"-color-accent-fg", "-duken-card"},
    {"-color-accent-fg", "-color-accent-subtle"},
    {"-color-success-fg", "-duken-card"},
    {"-color-success-fg", "-color-success-subtle"},
    {"-color-warning-fg", "-duken-card"},
    {"-color-warning-fg", "-color-warning-subtle"},
    {"-color-danger-fg", "-duken-card"},
    {"-color-danger-fg", "-color-danger-subtle"},
    {"-duken-rail-fg", "-duken-rail"},
    {"-duken-rail-here-fg", "-duken-rail-here"},
    {"-duken-training-fg", "-duken-training-bg"},
    {"-duken-live-fg", "-duken-card"},
    {"white", "-duken-paid"},
    {"white", "-duken-paid-deep"},
    {"white", "-color-accent-emphasis"},
    {"white", "-color-danger-emphasis"},
  };

  private static final double ENOUGH = 4.5;
  private static final double MUCH = 7;

  @Test
  void wordsDifferEnoughFromWhatTheyStandOn() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      Map<String, double[]> colours = colours(theme);
      double least = theme == Theme.CONTRAST ? 6 : ENOUGH;
      for (String[] pair : PAIRS) {
        double[] ground = over(colours.get(pair[1]), colours.get("-duken-card"));
        double ratio = ratio(over(colours.get(pair[0]), ground), ground);
        if (ratio < least) {
          faults.add("%s: %s on %s is %.2f".formatted(theme, pair[0], pair[1], ratio));
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(ratio(colour("#ffffff"), colour("#000000"))).isGreaterThan(20.9);
    assertThat(ratio(colour("#777777"), colour("#ffffff"))).isLessThan(ENOUGH);
    Map<String, double[]> strong = colours(Theme.CONTRAST);
    assertThat(ratio(strong.get("-color-fg-muted"), strong.get("-duken-card"))).isGreaterThan(MUCH);
  }

  @Test
  void everyControlSaysWhatItIs() {
    List<String> mute = new ArrayList<>();
    places()
        .forEach(
            (place, lead) ->
                FxRig.run(
                    () -> {
                      try (DeskRig rig = new DeskRig(1366, 768)) {
                        lead.accept(rig);
                        layout(rig);
                        look(rig.scene.getRoot(), place, mute);
                      }
                    }));
    assertThat(mute).isEmpty();
  }

  private static Map<String, Consumer<DeskRig>> places() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("till", rig -> rig.type("2500"));
    all.put("phone", rig -> rig.type("2500").press(KeyCode.F3).type("7012345678"));
    all.put("note", rig -> rig.type("2500").press(KeyCode.F4));
    all.put("payment", rig -> rig.type("2500").press(KeyCode.ENTER));
    all.put(
        "green",
        rig -> {
          rig.type("2500").press(KeyCode.ENTER);
          rig.engine.sales().train(rig.lastSale(), "pay");
          rig.pump();
        });
    all.put("history", rig -> rig.press(KeyCode.F2));
    all.put("anomalies", rig -> rig.press(KeyCode.F8));
    all.put("shift", rig -> rig.ctrl(KeyCode.F2));
    all.put("orders", rig -> rig.press(KeyCode.F11));
    KeyCode[] sections = {
      KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5,
      KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9, KeyCode.DIGIT0,
      KeyCode.MINUS, KeyCode.EQUALS, KeyCode.C
    };
    for (KeyCode section : sections) {
      all.put("section " + section, rig -> rig.press(KeyCode.F9).alt(section).pump());
    }
    return all;
  }

  private static void look(Node node, String place, List<String> mute) {
    if (!node.isVisible()) {
      return;
    }
    boolean control =
        !node.getClass().isAnonymousClass()
            && (node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ListView);
    if (control && !speaks(node)) {
      mute.add(place + ": " + node.getClass().getSimpleName() + " " + node.getId());
    }
    if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, place, mute));
    }
  }

  /** By its own accessible text, its words, or the label before it. */
  private static boolean speaks(Node node) {
    String own = node.getAccessibleText();
    if (own != null && !own.isBlank()) {
      return true;
    }
    if (node instanceof ButtonBase button
        && button.getText() != null
        && !button.getText().isBlank()) {
      return true;
    }
    Parent parent = node.getParent();
    int at = parent.getChildrenUnmodifiable().indexOf(node);
    return at > 0 && parent.getChildrenUnmodifiable().get(at - 1) instanceof Label;
  }

  @Test
  void whoWantsItTwiceAsLargeGetsItTwiceAsLargeAndScrolls() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            double plain = high(rig);
            assertThat(rig.scene.getRoot().getChildrenUnmodifiable().getFirst())
                .isNotInstanceOf(ScrollPane.class);
            for (int percent : new int[] {125, 150, 200}) {
              rig.counter.set(Counter.FIRST.sized(percent));
              assertThat(high(rig) / plain)
                  .isCloseTo(percent / 100.0, org.assertj.core.data.Offset.offset(0.02));
            }
            assertThat(rig.scene.getRoot().getChildrenUnmodifiable().getFirst())
                .isInstanceOf(ScrollPane.class);
            rig.type("15000").press(KeyCode.ENTER);
            assertThat(rig.engine.count()).isEqualTo(1);
            Picture.write(rig.scene, Path.of("target", "screens", "till-200-percent.png"));
            rig.counter.set(Counter.FIRST);
            layout(rig);
            assertThat(rig.scene.getRoot().getChildrenUnmodifiable().getFirst())
                .isNotInstanceOf(ScrollPane.class);
            rig.press(KeyCode.ESCAPE);
            assertThat(high(rig)).isEqualTo(plain);
          }
          try (DeskRig rig = new DeskRig(1920, 1080)) {
            rig.counter.set(Counter.FIRST.sized(150));
            layout(rig);
            rig.type("15000");
            assertThat(Picture.cutOff(rig.scene)).isEmpty();
            Picture.write(rig.scene, Path.of("target", "screens", "till-150-percent.png"));
          }
        });
  }

  private static double high(DeskRig rig) {
    layout(rig);
    layout(rig);
    Bounds box =
        rig.scene
            .lookup(".rail-caption")
            .localToScene(rig.scene.lookup(".rail-caption").getBoundsInLocal());
    return box.getHeight();
  }

  private static void layout(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
  }

  private static Map<String, double[]> colours(Theme theme) throws IOException {
    Map<String, double[]> all = new HashMap<>();
    String sheet = Files.readString(SHEETS.resolve("duken-" + theme.word() + ".css"));
    for (Matcher at = COLOUR.matcher(sheet); at.find(); ) {
      all.put(at.group(1), colour(at.group(2)));
    }
    all.put("white", colour("#ffffff"));
    return all;
  }

  /** Red, green, blue and how much of it covers. */
  private static double[] colour(String css) {
    if (css.startsWith("#")) {
      int rgb = Integer.parseInt(css.substring(1), 16);
      return new double[] {rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF, 1};
    }
    String[] parts = css.substring(5, css.length() - 1).split(", *");
    return new double[] {
      Double.parseDouble(parts[0]),
      Double.parseDouble(parts[1]),
      Double.parseDouble(parts[2]),
      Double.parseDouble(parts[3])
    };
  }

  private static double[] over(double[] colour, double[] ground) {
    double[] mixed = new double[4];
    for (int i = 0; i < 3; i++) {
      mixed[i] = colour[i] * colour[3] + ground[i] * (1 - colour[3]);
    }
    mixed[3] = 1;
    return mixed;
  }

  private static double ratio(double[] one, double[] other) {
    double a = light(one) + 0.05;
    double b = light(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double light(double[] colour) {
    double[] part = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = colour[i] / 255;
      part[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  }
}
