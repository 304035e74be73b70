package duken.app.folder;

import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingPolicy;
import ch.qos.logback.core.rolling.TriggeringPolicy;
import ch.qos.logback.core.rolling.helper.CompressionMode;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps {@code duken.log}, and older ones beside it as {@code duken.2026-11-28.0.log.gz}: a new one
 * each day (UTC) and when it grows too large; the oldest go. Logback's own policy reads the
 * folder's name as a pattern, and people's folders hold percent signs and brackets.
 */
final class DailyLogFiles<E> extends ContextAwareBase
    implements RollingPolicy, TriggeringPolicy<E> {

  private static final String NAME = "duken.log";
  private static final long LARGEST = 10L << 20;
  private static final int MOST_FILES = 40;
  private static final int DAYS_KEPT = 14;

  private final Path folder;
  private final InstantSource clock;
  private LocalDate day;
  private boolean started;

  DailyLogFiles(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void start() {
    day = today();
    try {
      Path active = folder.resolve(NAME);
      if (Files.exists(active)) {
        day = LocalDate.ofInstant(Files.getLastModifiedTime(active).toInstant(), ZoneOffset.UTC);
      }
    } catch (IOException e) {
      addWarn("the age of the log cannot be read", e);
    }
    started = true;
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isStarted() {
    return started;
  }

  @Override
  public CompressionMode getCompressionMode() {
    return CompressionMode.GZ;
  }

  @Override
  public void setParent(FileAppender<?> appender) {
    // The names follow from the folder, not from the appender.
  }

  @Override
  public String getActiveFileName() {
    return folder.resolve(NAME).toString();
  }

  @Override
  public boolean isTriggeringEvent(File activeFile, E event) {
    return activeFile.length() >= LARGEST || !today().equals(day);
  }

  @Override
  public void rollover() {
    LocalDate over = day;
    day = today();
    try {
      Path active = folder.resolve(NAME);
      if (Files.exists(active) && Files.size(active) > 0) {
        pack(active, free(over));
      }
      forgetOld();
    } catch (IOException e) {
      addError("the log cannot be put aside", e);
    }
  }

  private Path free(LocalDate of) {
    int number = 0;
    Path file;
    do {
      file = folder.resolve("duken." + of + "." + number++ + ".log.gz");
    } while (Files.exists(file));
    return file;
  }

  private static void pack(Path from, Path to) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
      Files.copy(from, out);
    }
    Files.delete(from);
  }

  private void forgetOld() throws IOException {
    List<Path> kept = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "duken.*.log.gz")) {
      files.forEach(kept::add);
    }
    kept.sort(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed());
    String oldest = "duken." + day.minusDays(DAYS_KEPT);
    for (int i = 0; i < kept.size(); i++) {
      boolean old = kept.get(i).getFileName().toString().compareTo(oldest) < 0;
      if (old || i >= MOST_FILES) {
        Files.delete(kept.get(i));
      }
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
