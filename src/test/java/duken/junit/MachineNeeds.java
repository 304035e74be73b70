package duken.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * What a machine may lack without the program being at fault. Its tests are skipped with a sentence
 * that says how to get it; where {@code DUKEN_NO_SKIP} is set, as in {@code .ci/run}, they fail.
 */
public final class MachineNeeds {

  private MachineNeeds() {}

  /**
   * Goes on only where there is such a file.
   *
   * @param howToGet the command that brings it
   */
  public static void file(Path file, String howToGet) {
    file(file, howToGet, System.getenv("DUKEN_NO_SKIP") != null);
  }

  static void file(Path file, String howToGet, boolean demanded) {
    if (!Files.exists(file)) {
      missing(file.toString(), howToGet, demanded);
    }
  }

  /** Goes on no further: there is none of this here. */
  public static void missing(String thing, String howToGet) {
    missing(thing, howToGet, System.getenv("DUKEN_NO_SKIP") != null);
  }

  private static void missing(String thing, String howToGet, boolean demanded) {
    String sentence = "There is no %s on this machine; get it by: %s".formatted(thing, howToGet);
    if (demanded) {
      throw new AssertionError(sentence);
    }
    throw new TestAbortedException(sentence);
  }
}
