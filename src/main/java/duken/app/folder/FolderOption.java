package duken.app.folder;

import duken.app.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --data}: the folder a command works in. */
public final class FolderOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder; else DUKEN_HOME, else the platform's place for it.")
  private String path;

  /**
   * Gets the folder ready for work: makes it, reads its settings and has the log kept in it.
   *
   * @throws UserError when it cannot be used, or a setting means nothing
   */
  public PreparedFolder prepare(Terminal terminal) {
    return prepare(terminal, Map.of());
  }

  /** The folder, not yet made. */
  public DataFolder folder(Terminal terminal) {
    return terminal.folder(path);
  }

  /**
   * The same with settings from the command line.
   *
   * @param given by key of the setting, before the folder's own
   */
  public PreparedFolder prepare(Terminal terminal, Map<String, String> given) {
    DataFolder folder = terminal.folder(path);
    folder.prepare();
    Settings settings = Settings.read(folder.settings(), terminal.environment(), given);
    Logging.keepIn(folder.logs(), settings.get(Setting.LOG_LEVEL));
    return new PreparedFolder(folder, settings);
  }
}
