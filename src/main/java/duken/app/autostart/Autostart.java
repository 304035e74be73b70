package duken.app.autostart;

import duken.desktop.shell.ThisComputer.LoginStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Chooses the way of this system, where the program was installed. */
public final class Autostart {

  /** What the packages' launcher tells of itself. */
  private static final String LAUNCHER = "jpackage.app-path";

  private Autostart() {}

  /** The way here; empty where the program runs from a folder that may move. */
  public static Optional<LoginStart> ofThisComputer(Map<String, String> environment) {
    return of(
        System.getProperty("os.name", ""),
        System.getProperty(LAUNCHER),
        Path.of(System.getProperty("user.home")),
        environment,
        Path.of("/"));
  }

  /**
   * The way of a system.
   *
   * @param system {@code os.name}
   * @param launcher the program that was started, or null when it is no package
   * @param root the root of the file system, where packages leave their menu entry
   */
  static Optional<LoginStart> of(
      String system, String launcher, Path home, Map<String, String> environment, Path root) {
    if (launcher == null) {
      return Optional.empty();
    }
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return Optional.of(new RunKey(launcher, RunKey::reg));
    }
    if (os.startsWith("mac")) {
      boolean installed = launcher.contains(".app/Contents/");
      return installed ? Optional.of(agent(home, launcher)) : Optional.empty();
    }
    Path entry = root.resolve("usr/share/applications/duken.desktop");
    return Files.exists(entry)
        ? Optional.of(new StartFile(autostartFolder(home, environment), entryText()))
        : Optional.empty();
  }

  private static Path autostartFolder(Path home, Map<String, String> environment) {
    return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElse(home.resolve(".config"))
        .resolve("autostart/duken.desktop");
  }

  /** Without the package it does nothing: {@code TryExec}. */
  private static String entryText() {
    return String.join(
        "\n",
        List.of(
            "[Desktop Entry]",
            "Type=Application",
            "Name=Duken",
            "Exec=/usr/bin/duken desk",
            "TryExec=/usr/bin/duken",
            "Icon=duken",
            "Terminal=false",
            ""));
  }

  private static StartFile agent(Path home, String launcher) {
    String program = launcher.replace("&", "&amp;").replace("<", "&lt;");
    return new StartFile(
        home.resolve("Library/LaunchAgents/kz.duken.desk.plist"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>Label</key><string>kz.duken.desk</string>
          <key>ProgramArguments</key><array><string>%s</string></array>
          <key>RunAtLoad</key><true/>
        </dict>
        </plist>
        """
            .formatted(program));
  }
}
