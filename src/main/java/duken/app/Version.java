package duken.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Properties;

/** Which Duken this is; the build writes it. */
public final class Version {

  private Version() {}

  /** For example {@code 0.1.0}. */
  public static String text() {
    return written().getProperty("version");
  }

  /** For example {@code d4b66ec}: the commit. */
  public static String build() {
    return written().getProperty("build");
  }

  /** The version of JavaFX it was built with. */
  public static String javafx() {
    return written().getProperty("javafx");
  }

  public static String database() {
    Properties written = written();
    return "H2 %s, PostgreSQL driver %s"
        .formatted(written.getProperty("h2"), written.getProperty("postgresql"));
  }

  /** What support asks first: the build, and what it stands on. */
  static List<String> lines() {
    return List.of(
        "duken %s, build %s".formatted(text(), build()),
        "Java %s, %s, %s"
            .formatted(
                System.getProperty("java.runtime.version"),
                System.getProperty("java.vendor"),
                preparedClasses()),
        "JavaFX " + javafx(),
        database());
  }

  /** Java drops every shared archive when the one it was told of does not fit. */
  private static String preparedClasses() {
    boolean told =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
    if (!told) {
      return "no prepared classes";
    }
    return System.getProperty("java.vm.info").contains("sharing")
        ? "prepared classes in use"
        : "prepared classes do not fit";
  }

  private static Properties written() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
