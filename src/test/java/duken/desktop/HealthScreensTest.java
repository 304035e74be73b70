package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.HealthJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of health in the window, see {@link Gallery}. */
class HealthScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 720));

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("health", rig -> rig.ctrl(KeyCode.F9));
    all.put(
        "health-trouble",
        rig -> {
          rig.engine.health = ill();
          rig.ctrl(KeyCode.F9);
        });
    return GALLERY.of(all);
  }

  private static HealthJson ill() {
    return new HealthJson(
        "2026-05-14T12:00:00Z",
        "0.1.0",
        30L << 20,
        new HealthJson.Database(true, 2_400),
        new HealthJson.Backup(true, null),
        new HealthJson.Receiver(true, true, 12, 3, "timeout", "2026-05-14T11:58:00Z"),
        List.of());
  }

  @Test
  void theButtonAboveLeadsToThePageAndThePageToTheTroubleAndBack() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.health = ill();
            ((Button) rig.scene.lookup("#health")).fire();
            assertThat(rig.window.here()).isEqualTo("health");
            rig.scene.getRoot().applyCss();
            rig.scene.getRoot().layout();
            ((Button) rig.scene.lookup("#health-step-receiver")).fire();
            assertThat(rig.window.here()).isEqualTo("settings");
            assertThat(rig.scene.lookup("#deliveries")).isNotNull();
            rig.ctrl(KeyCode.F9).press(KeyCode.ESCAPE);
            assertThat(rig.window.here()).isEqualTo("till");
          }
        });
  }

  @Test
  void thePageAsksTheEngineEveryTenSecondsAndOnlyWhileItShows() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.ctrl(KeyCode.F9);
            assertThat(asked(rig)).isEqualTo(1);
            beats(rig, 40);
            assertThat(asked(rig)).isEqualTo(2);
            rig.press(KeyCode.ESCAPE);
            beats(rig, 80);
            assertThat(asked(rig)).isEqualTo(2);
          }
        });
  }

  @Test
  void whatIsCopiedHoldsEveryLineAndNobodysName() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.health = ill();
            rig.ctrl(KeyCode.F9).press(KeyCode.F3);
            String text = Clipboard.getSystemClipboard().getString();
            assertThat(text.lines()).hasSize(10);
            assertThat(text).contains("Диск: Беда.", "отложено сообщений 12");
            assertThat(text).doesNotContain("Кофейня", "http", "+7");
          }
        });
  }

  private static long asked(DeskRig rig) {
    return rig.calls.stream().filter("EngineApi.health"::equals).count();
  }

  private static void beats(DeskRig rig, int many) {
    for (int i = 0; i < many; i++) {
      rig.pass(Duration.ofMillis(250));
    }
  }
}
