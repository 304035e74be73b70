package duken.desktop.contract;

import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import java.io.File;
import java.nio.file.Path;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** A file chosen by the system's dialog; its name is shown, its content goes into the form. */
public final class FileField extends VBox {

  private final DeskContext context;
  private final ProviderForm.Kind kind;
  private final StringProperty value;
  private final Label chosen = new WrappedLabel("section-words");
  private final Label fault = new WrappedLabel("fault", "small-word");
  private String name = "";

  /**
   * A field named {@code settings.textKey}.
   *
   * @param value gets the content
   * @param wrong a text key or null
   */
  public FileField(
      DeskContext context,
      String textKey,
      ProviderForm.Kind kind,
      StringProperty value,
      ObservableValue<String> wrong) {
    this.context = context;
    this.kind = kind;
    this.value = value;
    Label label = new Label();
    label.getStyleClass().add("field-label");
    context.texts().bind(label.textProperty(), "settings." + textKey);
    Button choose = new Button();
    choose.getStyleClass().add("choice-button");
    choose.setMinWidth(USE_PREF_SIZE);
    context.texts().bind(choose.textProperty(), "settings.contract.file.choose");
    choose.setOnAction(_ -> choose());
    HBox row = new HBox(12, choose, chosen);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    setSpacing(4);
    managedProperty().bind(visibleProperty());
    getChildren().addAll(label, row, fault);
    wrong.subscribe(key -> fault.setText(key == null ? "" : context.texts().get(key)));
    value.subscribe(_ -> show());
    context.texts().languageProperty().addListener(_ -> show());
  }

  /** Takes a file, as if it had been chosen. */
  public void take(Path file) {
    context
        .background()
        .ask(
            () -> PickedFile.content(file, kind),
            content -> {
              name = content.isEmpty() ? "" : String.valueOf(file.getFileName());
              value.set(content.orElse(""));
              if (content.isEmpty()) {
                fault.setText(context.texts().get("settings.contract.file.unreadable"));
              }
            },
            _ -> fault.setText(context.texts().get("settings.contract.file.unreadable")));
  }

  private void choose() {
    File file = new FileChooser().showOpenDialog(getScene().getWindow());
    if (file != null) {
      take(file.toPath());
    }
  }

  private void show() {
    chosen.setText(
        value.get().isEmpty() ? context.texts().get("settings.contract.file.none") : name);
  }
}
