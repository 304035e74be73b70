package duken.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least a JavaFX window can be: one field to type into. */
final class BareWindow {

  private BareWindow() {}

  /** Opens it. */
  public static void main(String[] arguments) {
    FirstKey.watch(scene -> ((TextField) scene.lookup(".text-field")).getText().contains("7"));
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          stage.setScene(new Scene(new StackPane(new TextField()), 1366, 768));
          stage.show();
        });
  }
}
