package duken.app.folder;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import duken.security.Masking;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The one log: a rolling file in the data folder, warnings on standard error too. Everything that
 * is written passes {@link Masking#line} last, whoever wrote it.
 */
public final class Logging {

  private static final Logger LOG = LoggerFactory.getLogger(Logging.class);
  private static final String FORM =
      "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", UTC} %-5level [%thread] %logger{24} %msg%n%ex";
  private static final String SHORT_FORM = "duken: %msg%n%nopex";

  private Logging() {}

  /** Warnings go to standard error. Before this nothing is logged at all. */
  static void begin(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setTarget("System.err");
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setLevel("WARN");
    warnings.start();
    console.addFilter(warnings);
    attach(context, console, "console", SHORT_FORM);
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    // Its warnings repeat addresses that were asked for, and what was searched for in them.
    context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
  }

  /**
   * From now on the log is kept in this folder, in {@code duken.log} and older ones beside it.
   *
   * @param level of our own packages; libraries only warn
   */
  static void keepIn(Path folder, String level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setFile(folder.resolve("duken.log").toString());
    DailyLogFiles<ILoggingEvent> rolling = new DailyLogFiles<>(folder, InstantSource.system());
    rolling.setContext(context);
    rolling.start();
    file.setRollingPolicy(rolling);
    attach(context, file, "file", FORM);
    context.getLogger("duken").setLevel(Level.valueOf(level));
    // Libraries that log through the JDK would else write to the terminal, past the masking.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) -> LOG.error("{} failed unforeseen", thread.getName(), problem));
  }

  /** Writes what is left and closes the file. */
  public static void end() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
  }

  private static void attach(
      LoggerContext context,
      OutputStreamAppender<ILoggingEvent> appender,
      String name,
      String form) {
    MaskedLayout layout = new MaskedLayout();
    layout.setContext(context);
    layout.setPattern(form);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    appender.setContext(context);
    appender.setName(name);
    appender.setEncoder(encoder);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }

  /** The last net: no phone number, key, secret or token leaves in a line of the log. */
  private static final class MaskedLayout extends PatternLayout {

    @Override
    public String doLayout(ILoggingEvent event) {
      return Masking.line(super.doLayout(event));
    }
  }
}
