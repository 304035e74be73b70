package duken.desktop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.orders.OrderJson;
import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.print.PaperPages;
import duken.desktop.kit.print.PaperPrinter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** What leaves the window of orders: paper and sound, with and without a device for it. */
class SlipAndSoundTest {

  private static final double WIDE = 539;
  private static final double HIGH = 785;

  @Test
  void everyLineOfALongOrderStandsOnSomePageAndNoneIsCut() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            PickingSlip slip = new PickingSlip(rig.window.context(), _ -> true);
            VBox paper = slip.paper(order(60));
            List<String> lines = paper.getChildren().stream().map(SlipAndSoundTest::text).toList();
            List<VBox> pages = PaperPages.of(paper, WIDE, HIGH);

            assertThat(pages).hasSizeGreaterThan(2);
            assertThat(pages.stream().flatMap(page -> page.getChildren().stream()))
                .extracting(SlipAndSoundTest::text)
                .containsExactlyElementsOf(lines);
            for (VBox page : pages) {
              assertThat(page.getBoundsInParent().getHeight()).isLessThanOrEqualTo(HIGH);
              assertThat(page.getBoundsInParent().getWidth()).isLessThanOrEqualTo(WIDE);
              assertThat(page.getChildren()).allMatch(SlipAndSoundTest::isWhole);
              assertThat(ink(page)).isGreaterThan(page.getChildren().size() * 20);
            }
          }
        });
  }

  @Test
  void aNarrowPrinterGetsTheSameMadeSmaller() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            PickingSlip slip = new PickingSlip(rig.window.context(), _ -> true);
            List<VBox> pages = PaperPages.of(slip.paper(order(2)), 204, HIGH);

            assertThat(pages).hasSize(1);
            assertThat(pages.getFirst().getBoundsInParent().getWidth()).isLessThanOrEqualTo(204.5);
            assertThat(pages.getFirst().getChildren()).allMatch(SlipAndSoundTest::isWhole);
          }
        });
  }

  @Test
  void aPrinterThatIsMissingOrBreaksIsSaidInASentence() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            assertThat(printed(rig, _ -> true)).contains("отправлен на принтер");
            assertThat(printed(rig, _ -> false)).contains("Принтера нет, или он не принял лист");
            assertThat(
                    printed(
                        rig,
                        _ -> {
                          throw new IllegalStateException("out of paper");
                        }))
                .contains("Принтера нет, или он не принял лист");
          }
        });
  }

  @Test
  void soundTurnedOnIsHeardAtOnceOrSaidToBeMissing() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            List<Boolean> heard = new ArrayList<>();
            KeyButton silent = sound(rig, heard, false);
            silent.fire();
            assertThat(rig.window.context().preferences().orderSound()).isTrue();
            assertThat(seen(rig)).contains("У этого компьютера нет звука");
            silent.fire();
            assertThat(rig.window.context().preferences().orderSound()).isFalse();
            assertThat(heard).containsExactly(false);
          }
          try (DeskRig rig = new DeskRig(1366, 768)) {
            List<Boolean> heard = new ArrayList<>();
            sound(rig, heard, true).fire();
            assertThat(heard).containsExactly(true);
            assertThat(seen(rig)).doesNotContain("нет звука");
          }
        });
  }

  @Test
  void aTonesWaveRisesAndFadesAndNeverJumps() {
    byte[] wave = OrderChime.wave();
    int[] samples =
        IntStream.range(0, wave.length / 2)
            .map(i -> wave[2 * i + 1] << 8 | (wave[2 * i] & 0xff))
            .toArray();

    assertThat(IntStream.of(samples).map(Math::abs).max().orElse(0)).isGreaterThan(10_000);
    assertThat(samples[samples.length - 1]).isBetween(-100, 100);
    assertThat(IntStream.range(1, samples.length).map(i -> Math.abs(samples[i] - samples[i - 1])))
        .allMatch(step -> step < 4_000);
  }

  private static KeyButton sound(DeskRig rig, List<Boolean> heard, boolean can) {
    return new SoundButton(
            rig.window.context(),
            new Hotkeys(),
            () -> {
              heard.add(can);
              return can;
            })
        .button();
  }

  private static String printed(DeskRig rig, PaperPrinter printer) {
    new PickingSlip(rig.window.context(), printer).open(order(2));
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    rig.press(KeyCode.ENTER);
    return seen(rig);
  }

  private static String seen(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    return String.join("\n", words(rig.scene.getRoot()));
  }

  private static List<String> words(Parent parent) {
    List<String> found = new ArrayList<>();
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node instanceof Text text) {
        found.add(text.getText());
      } else if (node instanceof Parent inner && node.isVisible()) {
        found.addAll(words(inner));
      }
    }
    return found;
  }

  private static String text(Node line) {
    return ((Label) line).getText();
  }

  /** Whether what is drawn is what the label says, without an ellipsis. */
  private static boolean isWhole(Node line) {
    return ((Label) line)
        .getChildrenUnmodifiable().stream()
            .anyMatch(it -> it instanceof Text text && text.getText().equals(text(line)));
  }

  private static long ink(Node page) {
    WritableImage image = page.snapshot(null, null);
    int width = (int) image.getWidth();
    return IntStream.range(0, width * (int) image.getHeight())
        .filter(i -> isDark(image.getPixelReader().getColor(i % width, i / width)))
        .count();
  }

  private static boolean isDark(Color color) {
    return color.getOpacity() > 0.9 && color.getBrightness() < 0.3;
  }

  private static OrderJson order(int lines) {
    return new OrderJson(
        "id-1",
        "100000001",
        new OrderJson.Stage("NEW", "APPROVED_BY_BANK", "pending"),
        "118500.00",
        "2026-05-14T08:00:00Z",
        new OrderJson.Delivery("PREPAID", "DELIVERY_PICKUP", false),
        IntStream.range(0, lines)
            .mapToObj(
                i ->
                    new OrderJson.Line(
                        "SKU-" + i,
                        "Кофемолка Bosch TSM6A013B, чёрная, қуаттылығы 180 Вт, мөлшері " + i,
                        BigDecimal.ONE,
                        "18500.00",
                        "18500.00",
                        null,
                        null))
            .toList(),
        Map.of(),
        new OrderJson.Next(List.of(), null, null));
  }
}
