package duken.desktop.goods;

import duken.desktop.shell.DeskContext;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Which files a person means. */
interface FileChoice {

  /**
   * A file that is there.
   *
   * @param endings without the dot
   * @return empty when nobody wants one after all
   */
  Optional<Path> open(String titleKey, List<String> endings);

  /**
   * A file to be written.
   *
   * @param name proposed, with its ending
   * @return empty when nobody wants one after all
   */
  Optional<Path> save(String titleKey, String name);

  /** The system's own dialogs. */
  static FileChoice asked(DeskContext context) {
    return new FileChoice() {
      @Override
      public Optional<Path> open(String titleKey, List<String> endings) {
        FileChooser chooser = chooser(titleKey);
        chooser
            .getExtensionFilters()
            .add(
                new FileChooser.ExtensionFilter(
                    String.join(", ", endings),
                    endings.stream().map(ending -> "*." + ending).toList()));
        return Optional.ofNullable(chooser.showOpenDialog(window())).map(File::toPath);
      }

      @Override
      public Optional<Path> save(String titleKey, String name) {
        FileChooser chooser = chooser(titleKey);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(window())).map(File::toPath);
      }

      private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().get(titleKey));
        return chooser;
      }

      private Window window() {
        return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
      }
    };
  }
}
