package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.firstrun.FirstRunView;
import duken.desktop.kit.format.Moments;
import duken.desktop.shell.EngineSwitch;
import duken.desktop.text.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The first questions, by keys. */
class FirstRunTest {

  @Test
  void everyQuestionIsAnsweredByKeysAndTheTillFollows() {
    FxRig.run(
        () -> {
          try (DeskRig rig = open()) {
            rig.ctrl(KeyCode.DIGIT3);
            assertThat(rig.texts.language()).isEqualTo(Language.EN);
            rig.ctrl(KeyCode.DIGIT1).press(KeyCode.ENTER);

            ((TextField) rig.scene.lookup("#first-run-shop")).setText("Бакалея у дома");
            rig.press(KeyCode.ENTER);
            assertThat(rig.engine.state().shop()).isEqualTo("Бакалея у дома");

            ((TextField) rig.scene.lookup("#first-run-city")).setText("Шым");
            rig.press(KeyCode.ENTER);
            assertThat(rig.engine.state().bank().place().latitude()).isEqualTo("42.3155");

            assertThat(title(rig)).isEqualTo("Как начнём?");
            rig.press(KeyCode.ENTER);
            assertThat(found(rig)).contains("1366×768, 1024×768");
            rig.press(KeyCode.ENTER);
            rig.scan("4870001234567", KeyCode.ENTER);
            assertThat(found(rig)).isEqualTo("Прочитано: 4870001234567");
            rig.press(KeyCode.ENTER, KeyCode.F5);
            assertThat(found(rig)).contains("Сыграно");
            rig.press(KeyCode.ENTER);
            assertThat(found(rig)).contains("XPrinter XP-80");
            rig.press(KeyCode.ENTER);
            assertThat(found(rig)).contains("Сверить не с чем");
            rig.computer.outside = new Moments(rig.time).now().minus(Duration.ofMinutes(7));
            rig.press(KeyCode.F5);
            assertThat(found(rig)).contains("в минутах: 7");
            rig.press(KeyCode.ENTER);
            assertThat(found(rig)).isEqualTo("Интернет есть.");
            rig.press(KeyCode.ENTER);

            assertThat(isOver(rig)).isTrue();
            assertThat(rig.window.here()).isEqualTo("till");
          }
        });
  }

  @Test
  void escLeadsToTheTillAtOnceAndTheNextKeySells() {
    FxRig.run(
        () -> {
          try (DeskRig rig = open()) {
            rig.press(KeyCode.ESCAPE);
            assertThat(isOver(rig)).isTrue();

            rig.type("15000").press(KeyCode.ENTER);
            assertThat(rig.lastSale()).isPositive();
          }
        });
  }

  @Test
  void whatIsSkippedStaysAsItWasAndBackLeadsBack() {
    FxRig.run(
        () -> {
          try (DeskRig rig = open()) {
            String shop = rig.engine.state().shop();
            rig.press(KeyCode.F4);
            ((TextField) rig.scene.lookup("#first-run-shop")).setText("Другое");
            rig.press(KeyCode.F4);
            assertThat(rig.engine.state().shop()).isEqualTo(shop);
            assertThat(title(rig)).isEqualTo("В каком городе магазин?");

            rig.press(KeyCode.F3);
            assertThat(title(rig)).isEqualTo("Как называется магазин?");
          }
        });
  }

  @Test
  void whoWantsTheBankIsLedToTheChoiceOfWaysAfterTheLastQuestion() {
    FxRig.run(
        () -> {
          try (DeskRig rig = open()) {
            rig.press(KeyCode.F4, KeyCode.F4, KeyCode.F4).ctrl(KeyCode.DIGIT2);
            for (int i = 0; i < 7; i++) {
              rig.press(KeyCode.F4);
            }

            assertThat(isOver(rig)).isTrue();
            assertThat(rig.window.here()).isEqualTo("settings");
          }
        });
  }

  @Test
  void goingElsewhereByAKeyOfTheWindowLeavesTheQuestions() {
    FxRig.run(
        () -> {
          try (DeskRig rig = open()) {
            rig.press(KeyCode.F2);

            assertThat(isOver(rig)).isTrue();
            assertThat(rig.window.here()).isEqualTo("history");
          }
        });
  }

  @Test
  void theSettingsAskThemAgain() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.press(KeyCode.F9).alt(KeyCode.DIGIT9).ctrl(KeyCode.DIGIT5);
            assertThat(title(rig)).isEqualTo("На каком языке работать?");

            rig.press(KeyCode.ESCAPE);
            assertThat(rig.window.here()).isEqualTo("till");
          }
        });
  }

  @Test
  void aWindowAsksThemAtItsFirstStartOnly() {
    SampleComputer computer = new SampleComputer();
    computer.firstStart = true;
    Clock clock = Clock.system(ZoneId.of("Asia/Almaty"));
    PracticeEngine engine = new PracticeEngine(clock);
    try (Cashier cashier =
        new Cashier(engine, new MemoryPreferences(), EngineSwitch.SHUT, computer, clock)) {
      cashier.sees("На каком языке работать?");
      cashier.press(KeyCode.ESCAPE);
      cashier.seesNoMore("На каком языке работать?");
      assertThat(computer.firstStart).isFalse();
    }
  }

  private static DeskRig open() {
    DeskRig rig = new DeskRig(1366, 768);
    rig.computer.firstStart = true;
    FirstRunView.open(rig.window.context());
    return rig;
  }

  private static boolean isOver(DeskRig rig) {
    return rig.scene.lookup(".first-run") == null && !rig.computer.firstStart;
  }

  private static String title(DeskRig rig) {
    return ((Label) rig.scene.lookup("#first-run-title")).getText();
  }

  private static String found(DeskRig rig) {
    return ((Label) rig.scene.lookup("#first-run-found")).getText();
  }
}
