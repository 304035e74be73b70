package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.SumAndPhoneInputs.How;
import duken.desktop.kit.KeyButton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every place of the window where a sum or a phone is typed, found in the sources: what has one
 * meaning reaches the engine as that, and anything else is refused with a sentence. Nothing becomes
 * another number, and nothing is swallowed in silence.
 */
class SumAndPhoneFieldsTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "duken", "desktop");

  /** How a class reads a number that a person wrote. */
  private static final Pattern READS =
      Pattern.compile(
          "Sums\\.(?:read|append)\\(|TypedPhone\\.(?:pasted|NONE)|Phone\\.parse\\("
              + "|new BigDecimal\\(|\\.replace\\(',', ?'\\.'\\)");

  /** Names of fields that hold money or a phone. */
  private static final Pattern OF_SUMS =
      Pattern.compile(
          "[a-z-]*\\b(?:sum|amount|price|money|given|coins|cost|discount|phone)\\b[a-z-]*");

  /** Fields that keep their own number and draw it. */
  private static final Pattern BOXES = Pattern.compile("new DigitBox\\(.*, \"([a-z-]+)\"\\)");

  private static final Set<String> QUESTIONS =
      Set.of("EngineApi.changes", "SalesApi.get", "SalesApi.list", "TillApi.payerName");

  @TestFactory
  Stream<DynamicTest> whatHasOneMeaningIsTakenAndAnythingElseRefusedInWords() {
    return SumAndPhonePlaces.all().entrySet().stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.getKey(), () -> assertThat(faults(it.getValue())).isEmpty()));
  }

  @Test
  void everyPlaceOfTheSourcesIsTried() throws IOException {
    Set<String> unknown = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        // What comes in files is looked at line by line before it is taken over.
        if (!file.toString().contains("format") && !file.toString().contains("exchange")) {
          unknown.addAll(found(file));
        }
      }
    }
    unknown.removeAll(SumAndPhonePlaces.COVERED.keySet());
    unknown.removeAll(SumAndPhonePlaces.OTHERS);
    assertThat(unknown)
        .as(
            "reads a sum or a phone: lead to it in SumAndPhonePlaces.all() and name it in COVERED"
                + " there")
        .isEmpty();
    assertThat(SumAndPhonePlaces.all().keySet()).containsAll(SumAndPhonePlaces.COVERED.values());
  }

  private static List<String> found(Path file) throws IOException {
    String source = Files.readString(file);
    List<String> found = new ArrayList<>();
    if (READS.matcher(source).find()) {
      found.add(file.getFileName().toString().replace(".java", ""));
    }
    Set<String> variables = new TreeSet<>();
    FieldsTest.VARIABLE.matcher(source).results().forEach(it -> variables.add(it.group(1)));
    Stream.concat(
            FieldsTest.NAMED
                .matcher(source)
                .results()
                .filter(it -> variables.contains(it.group(1)))
                .map(it -> it.group(2)),
            BOXES.matcher(source).results().map(it -> it.group(1)))
        .filter(name -> OF_SUMS.matcher(name).matches())
        .forEach(found::add);
    return found;
  }

  private static List<String> faults(SumAndPhonePlaces.Place place) {
    List<String> faults = new ArrayList<>();
    List<SumAndPhoneInputs> left = new ArrayList<>(place.inputs());
    while (!left.isEmpty()) {
      // One window at a time, so that a slow machine is given time for each.
      faults.addAll(FxRig.get(() -> faultsOfOneWindow(place, left)));
    }
    return faults;
  }

  /** Goes on until the window cannot be led back to where nothing is typed. */
  private static List<String> faultsOfOneWindow(
      SumAndPhonePlaces.Place place, List<SumAndPhoneInputs> left) {
    List<String> faults = new ArrayList<>();
    try (DeskRig rig = new DeskRig(1366, 768)) {
      place.open().accept(rig);
      Set<String> empty = sentences(rig);
      do {
        SumAndPhoneInputs input = left.removeFirst();
        String fault = fault(rig, place, input);
        if (fault != null) {
          faults.add(input + ": " + fault);
        }
        place.again().accept(rig);
      } while (!left.isEmpty() && (place.opensAnew() || sentences(rig).equals(empty)));
    }
    return faults;
  }

  /** What is wrong with how the window took it, or null. */
  private static String fault(DeskRig rig, SumAndPhonePlaces.Place place, SumAndPhoneInputs input) {
    Set<String> before = sentences(rig);
    rig.told.clear();
    enter(rig, place.field(), input);
    Set<String> said = sentences(rig);
    place.confirm().accept(rig);
    said.addAll(sentences(rig));
    said.removeAll(before);
    List<String> told = rig.told.stream().filter(SumAndPhoneFieldsTest::isNumber).toList();
    if (input.means() == null) {
      return !told.isEmpty() ? "told " + told : said.isEmpty() ? "said nothing" : null;
    }
    Pattern value = Pattern.compile("(?<![0-9.])" + Pattern.quote(input.means()) + "(?![0-9])");
    return told.stream().anyMatch(it -> value.matcher(it).find())
        ? null
        : "told " + told + ", said " + said;
  }

  /** Something with a number, and more than a question. */
  private static boolean isNumber(String told) {
    return told.chars().anyMatch(Character::isDigit)
        && QUESTIONS.stream().noneMatch(told::startsWith);
  }

  private static void enter(DeskRig rig, String field, SumAndPhoneInputs input) {
    TextInputControl control = field == null ? null : SumAndPhonePlaces.field(rig, field);
    if (input.how() == How.TYPED) {
      if (control != null) {
        control.requestFocus();
        control.clear();
      }
      rig.type(input.text());
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(input.text());
    Clipboard.getSystemClipboard().setContent(content);
    if (control == null) {
      rig.ctrl(KeyCode.V);
    } else {
      control.clear();
      control.paste();
    }
  }

  private static Set<String> sentences(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    Set<String> sentences = new TreeSet<>();
    read(rig.scene.getRoot(), sentences);
    return sentences;
  }

  private static void read(Node node, Set<String> sentences) {
    if (!node.isVisible() || node instanceof TextInputControl || node instanceof KeyButton) {
      return;
    }
    if (node instanceof Text text
        && text.getText().matches("(?s).*\\p{L}{3,}.*\\s.*\\p{L}{3,}.*")) {
      sentences.add(text.getText());
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> read(child, sentences));
    }
  }
}
