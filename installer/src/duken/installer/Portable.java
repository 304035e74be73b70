package duken.installer;

import java.io.IOException;
import java.nio.file.Path;

/** The folder in one archive, for whoever may not install. */
final class Portable {

  private Portable() {}

  /**
   * Packs it; {@code tar} keeps the times that the cache is checked against, {@code cp} would not.
   */
  static Path pack(AppImage image, Path out, Release release) throws IOException {
    Path parent = image.root().getParent();
    String name = image.root().getFileName().toString();
    if (release.host().system() == Host.System.LINUX) {
      Path archive = out.resolve(release.fileName("tar.xz"));
      Command.of("tar", "--create", "--sort=name", "--format=gnu", "--owner=0", "--group=0")
          .with("--numeric-owner", "--use-compress-program=xz -3 -T2", "--file", archive, name)
          .in(parent)
          .run();
      return archive;
    }
    Path archive = out.resolve(release.fileName("zip"));
    // bsdtar, which Windows and macOS both bring along, writes zip by the ending.
    Command.of("tar", "-a", "-c", "-f", archive, name).in(parent).run();
    return archive;
  }
}
