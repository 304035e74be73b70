package duken.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private String log() throws IOException {
    return Files.readString(folder.resolve("duken.log"));
  }
}
