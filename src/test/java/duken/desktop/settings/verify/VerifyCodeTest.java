package duken.desktop.settings.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that a shop's programmer copies tells a signed message from another. */
class VerifyCodeTest {

  /** As in docs/API.md, 13.2. */
  private static final String BODY =
      "{\"event\":\"webhook.test\",\"source\":\"test\",\"timestamp\":\"2026-05-14T14:00:00Z\"}";

  private static final String SIGNATURE =
      "sha256=31297a4aad99c7441ff27282f7fd43b3f3432a96eafe142c3defff598f6a34c7";

  @TempDir Path folder;

  @Test
  void everyLanguageComparesInConstantTime() {
    for (VerifyCodeSheet.Language language : VerifyCodeSheet.Language.values()) {
      assertThat(language.code())
          .as(language.name())
          .contains("whsec_")
          .containsAnyOf("hash_equals", "timingSafeEqual", "compare_digest", "isEqual");
    }
  }

  @Test
  void javaTellsThemApart() throws Exception {
    Path file = folder.resolve("Try.java");
    Files.writeString(
        file,
        "class Try {\n"
            + VerifyCodeSheet.Language.JAVA.code()
            + "  public static void main(String[] it) throws Exception {\n"
            + "    byte[] body = it[1].getBytes();\n"
            + "    System.out.print(isGenuine(it[0], body, it[2]) + \" \""
            + " + isGenuine(it[0], body, \"sha256=0\"));\n  }\n}\n");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(run(java, file.toString(), "whsec_test_0123456789", BODY, SIGNATURE))
        .isEqualTo("true false");
  }

  @Test
  void pythonTellsThemApart() throws Exception {
    Path file = folder.resolve("try.py");
    Files.writeString(
        file,
        VerifyCodeSheet.Language.PYTHON.code()
            + "import sys\n"
            + "for given in (sys.argv[3], 'sha256=0'):\n"
            + "    print(is_genuine(sys.argv[1], sys.argv[2].encode(),"
            + " {'X-Webhook-Signature': given}), end=' ')\n");
    Assumptions.assumeTrue(
        Files.exists(Path.of("/usr/bin/python3")), "install python3 to try the Python code");
    assertThat(run("/usr/bin/python3", file.toString(), "whsec_test_0123456789", BODY, SIGNATURE))
        .isEqualTo("True False ");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    File out = File.createTempFile("verify", ".txt");
    Process process =
        new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(out).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(out.toPath());
    Files.delete(out.toPath());
    return said;
  }
}
