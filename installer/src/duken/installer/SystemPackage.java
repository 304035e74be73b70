package duken.installer;

import java.io.IOException;
import java.nio.file.Path;

/** The packages jpackage makes by itself: {@code .msi} (with WiX on the path) and {@code .dmg}. */
final class SystemPackage {

  /** Never changes, or Windows would install the next version beside this one. */
  private static final String UPGRADE_CODE = "6d1f8e0a-3c0e-4d0e-9a53-6a5d8f0c2b71";

  private SystemPackage() {}

  /** Makes it of a folder that is complete, with its cache. */
  static Path make(String type, Path repository, AppImage image, Path out, Release release)
      throws IOException {
    Path built = out.resolve("built-" + type);
    Command jpackage =
        Command.jdk("jpackage", "--type", type, "--name", "Duken", "--app-image", image.root())
            .with("--dest", built, "--vendor", "Duken", "--license-file")
            .with(repository.resolve("LICENSE"));
    if (type.equals("msi")) {
      jpackage
          .with("--app-version", release.version(), "--win-upgrade-uuid", UPGRADE_CODE)
          .with("--win-per-user-install", "--win-menu", "--win-shortcut");
    }
    jpackage.run();
    Path result = out.resolve(release.fileName(type));
    java.nio.file.Files.move(FileTree.all(built).getFirst(), result);
    FileTree.delete(built);
    return result;
  }
}
