package duken.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes what an owner downloads from the folder that {@code mvn package} leaves. Runs on the JDK
 * whose runtime goes into the package, as {@code java installer/src/duken/installer/Main.java}.
 */
public final class Main {

  private Main() {}

  /**
   * Builds.
   *
   * @param args the folder {@code target/duken}; where the packages go; the version; the moment all
   *     files are dated to, ISO 8601; the bill of materials; {@code yes} to write the list of
   *     classes anew
   */
  public static void main(String[] args) throws IOException {
    Path repository = Path.of("").toAbsolutePath();
    Path programs = Path.of(args[0]).toAbsolutePath();
    Path out = Path.of(args[1]).toAbsolutePath();
    Release release = new Release(args[2], Instant.parse(args[3]), Host.current());
    boolean record = args[5].equals("yes");
    ClassList classes = ClassList.of(repository);
    FileTree.delete(out);
    Path work = Files.createDirectories(out.resolve("work"));

    Path runtime = Runtime.link(programs.resolve("lib/javafx"), work, release);
    AppImage image = AppImage.make(repository, programs.resolve("lib"), runtime, work, release);
    Path bom = image.add(Path.of(args[4]), "duken.cdx.json");
    FileTree.date(image.root(), release.moment());
    if (record) {
      classes.record(image, work);
    }
    AotCache.make(image, classes);
    FileTree.date(image.root(), release.moment());

    List<Path> results = new ArrayList<>();
    results.add(Files.copy(bom, out.resolve(release.fileName("cdx.json"))));
    results.add(Portable.pack(image, out, release));
    switch (release.host().system()) {
      case LINUX -> results.add(new DebPackage(repository, image, release).pack(work, out));
      case WINDOWS -> results.add(SystemPackage.make("msi", repository, image, out, release));
      case MACOS -> results.add(SystemPackage.make("dmg", repository, image, out, release));
    }
    Checksums.write(results, out.resolve("SHA256SUMS"));
    FileTree.delete(work.resolve("jmods"));
    for (Path result : results) {
      System.out.printf(
          Locale.ROOT, "%s %.1f MB%n", out.relativize(result), Files.size(result) / 1e6);
    }
  }
}
