package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.kit.Theme;
import duken.desktop.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Draws screens in three languages and two themes, in Russian in high contrast too, into {@code
 * target/screens/} and finds words that are cut off. In each of them a scanner types, and nothing
 * may come of it.
 */
final class Gallery {

  private static final Path FOLDER = Path.of("target", "screens");

  private final List<Size> sizes;

  /**
   * @param sizes of screens found on counters; pictures in every language and theme are of the
   *     first
   */
  Gallery(Size... sizes) {
    this.sizes = List.of(sizes);
  }

  /** A screen's, in pixels. */
  record Size(int width, int height) {}

  /**
   * A test for each screen.
   *
   * @param screens each one's name and what leads there from an empty till
   */
  Stream<DynamicTest> of(Map<String, Consumer<DeskRig>> screens) {
    return tests(screens, true);
  }

  /** The same for screens that are made to show what is scanned. */
  Stream<DynamicTest> ofScanners(Map<String, Consumer<DeskRig>> screens) {
    return tests(screens, false);
  }

  private Stream<DynamicTest> tests(Map<String, Consumer<DeskRig>> screens, boolean scanned) {
    return screens.entrySet().stream()
        .map(
            screen ->
                DynamicTest.dynamicTest(
                    screen.getKey(), () -> check(screen.getKey(), screen.getValue(), scanned)));
  }

  private void check(String name, Consumer<DeskRig> lead, boolean scanned) {
    List<String> faults = new ArrayList<>();
    for (Size size : sizes) {
      FxRig.run(() -> check(name, lead, size, scanned, faults));
    }
    assertThat(faults).isEmpty();
  }

  private void check(
      String name, Consumer<DeskRig> lead, Size size, boolean scanned, List<String> faults) {
    try (DeskRig rig = new DeskRig(size.width(), size.height())) {
      lead.accept(rig);
      List<Theme> themes = new ArrayList<>(List.of(Theme.LIGHT, Theme.CONTRAST, Theme.DARK));
      for (Language language : Language.values()) {
        rig.texts.speak(language);
        String at =
            name + "-" + language.tag() + " at " + size.width() + "×" + size.height() + ": ";
        Picture.cutOff(rig.scene).forEach(fault -> faults.add(at + fault));
        if (size.equals(sizes.getFirst())) {
          for (Theme theme : themes) {
            rig.theme.set(theme);
            String file = name + "-" + language.tag() + "-" + theme.word();
            Picture.write(rig.scene, FOLDER.resolve(file + ".png"));
          }
          // The next language begins with the theme that is on: a change of it styles every node.
          themes.remove(Theme.CONTRAST);
          Collections.reverse(themes);
        }
      }
      if (!size.equals(sizes.getFirst())) {
        Picture.write(
            rig.scene, FOLDER.resolve("sizes").resolve(name + "-" + size.width() + ".png"));
      }
      if (scanned && size.equals(sizes.getLast())) {
        ScanCheck.faults(rig).forEach(fault -> faults.add(name + ": " + fault));
      }
    }
  }
}
