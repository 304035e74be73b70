package duken.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import duken.app.folder.DataFolder;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.desktop.FxRig;
import duken.desktop.kit.Theme;
import duken.desktop.text.Language;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who starts the window by a click sees why it does not open. */
class StartFailureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "RU; Duken не может начать работу; Закрыть; В папку данных нельзя писать: D:/касса",
        "KK; Duken жұмысты бастай алмайды; Жабу; Деректер қалтасына жазу мүмкін емес: D:/касса",
        "EN; Duken cannot start; Close; The data folder cannot be written to: D:/касса"
      })
  void theWindowSpeaksItsOwnLanguage(
      Language language, String header, String button, String sentence) {
    FxRig.run(
        () -> {
          UserError problem = UserError.notNow(Said.of("folder.readonly", "D:/касса"));
          Alert alert = StartFailure.window(problem, language, Theme.LIGHT);
          alert.show();
          try {
            assertThat(alert.getHeaderText()).isEqualTo(header);
            assertThat(
                    alert.getDialogPane().lookupAll(".label").stream()
                        .map(node -> ((Label) node).getText()))
                .contains(sentence);
            Button close =
                (Button) alert.getDialogPane().lookupButton(alert.getButtonTypes().getFirst());
            assertThat(close.getText()).isEqualTo(button);
            close.fire();
            assertThat(alert.isShowing()).isFalse();
          } finally {
            alert.close();
          }
        });
  }

  @Test
  void aFolderThatCannotBeIsToldInRussian() {
    UserError problem =
        catchThrowableOfType(
            UserError.class, () -> DataFolder.choose("\0", Map.of(), "Linux", "/"));

    assertThat(problem.in(Locale.of("ru"))).startsWith("Папку данных нельзя назвать так");
    assertThat(problem.getMessage()).isNotEmpty();
    assertThat(problem.exitCode()).isEqualTo(UserError.BAD_INPUT);
  }
}
