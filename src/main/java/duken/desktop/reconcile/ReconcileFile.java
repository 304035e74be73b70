package duken.desktop.reconcile;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import duken.desktop.shift.export.CsvFile;
import duken.desktop.shift.export.ReportFile;
import duken.desktop.shift.export.ShiftDocument;
import duken.desktop.shift.export.XlsxFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Saves a reconciliation as CSV, or as a workbook where the name ends so. */
final class ReconcileFile {

  private final DeskContext context;
  private final Function<String, Optional<Path>> place;

  /**
   * @param place asks where a file of a proposed name goes; empty when nobody wants it after all
   */
  ReconcileFile(DeskContext context, Function<String, Optional<Path>> place) {
    this.context = context;
    this.place = place;
  }

  /** The system's own dialog. */
  static ReconcileFile asked(DeskContext context) {
    return new ReconcileFile(
        context,
        name -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(context.texts().get("reconcile.action.save"));
          chooser.setInitialFileName(name);
          chooser
              .getExtensionFilters()
              .addAll(
                  new FileChooser.ExtensionFilter("CSV", "*.csv"),
                  new FileChooser.ExtensionFilter("Excel", "*.xlsx"));
          Window window =
              Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
          return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
        });
  }

  void save(String name, ShiftDocument document) {
    Optional<Path> chosen = place.apply(name.replaceAll("[^\\p{L}\\p{N} ._-]", "_") + ".csv");
    chosen.ifPresent(
        path ->
            context
                .background()
                .tell(
                    () -> written(path, document),
                    () -> say(Tone.GOOD, "shift.saved", path),
                    _ -> say(Tone.BAD, "shift.not_saved", path)));
  }

  private static void written(Path path, ShiftDocument document) {
    ReportFile file = path.toString().endsWith(".xlsx") ? new XlsxFile() : new CsvFile();
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        file.write(document, out);
      }
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(Tone tone, String key, Path path) {
    context.navigator().say(Message.of(tone, key, path.getFileName()));
  }
}
