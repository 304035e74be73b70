package duken.app.folder;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {

  @TempDir private Path folder;

  @BeforeEach
  void begin() {
    reset();
    Logging.keepIn(folder, "INFO");
  }

  @AfterEach
  void reset() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Logging.begin(context);
  }

  @Test
  void ourRoomsInformAndLibrariesOnlyWarn() throws IOException {
    LoggerFactory.getLogger("duken.engine.Something").info("the engine is up");
    LoggerFactory.getLogger("org.example.Something").info("a library is chatty");
    LoggerFactory.getLogger("org.example.Something").warn("a library warns");

    assertThat(log()).contains("the engine is up", "a library warns").doesNotContain("chatty");
  }

  @Test
  void whatMustNotBeInALogIsTakenOutAtTheEdge() throws IOException {
    Logger logger = LoggerFactory.getLogger("duken.engine.Careless");
    logger.info("paid by {}", "+7 (701) 234-56-78");
    logger.info("key {}", "kpa_test_0123456789abcdefghijABCDEFGHIJ0123");
    logger.warn("failed", new IllegalStateException("secret whsec_Xn0abcdefghijklmnop", null));

    assertThat(log())
        .contains("paid by", "kpa_test_0123…", "IllegalStateException", "LoggingTest")
        .doesNotContain("234-56", "0123456789abc", "Xn0abc");
  }

  @Test
  void whatIsLoggedThroughTheJdkComesHereToo() throws IOException {
    System.getLogger("some.library").log(System.Logger.Level.WARNING, "said to the JDK");

    assertThat(log()).contains("said to the JDK");
  }

  @Test
  void aFolderMayBeCalledAnythingAndADayBeginsANewFile() throws IOException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    Path odd = Files.createDirectories(folder.resolve("Дүкен 50% ) {x} %d %i"));
    Files.writeString(odd.resolve("duken.log"), "yesterday\n");
    Files.setLastModifiedTime(odd.resolve("duken.log"), FileTime.from(yesterday));
    reset();
    Logging.keepIn(odd, "INFO");
    LoggerFactory.getLogger("duken.engine.Something").info("today");

    assertThat(Files.readString(odd.resolve("duken.log"))).contains("today").doesNotContain("yest");
    try (InputStream old =
        new GZIPInputStream(
            Files.newInputStream(
                odd.resolve("duken." + yesterday.toString().substring(0, 10) + ".0.log.gz")))) {
      assertThat(new String(old.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("yesterday\n");
    }
    try (Stream<Path> files = Files.list(odd)) {
      assertThat(files).hasSize(2);
    }
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("duken.log"));
  }
}
