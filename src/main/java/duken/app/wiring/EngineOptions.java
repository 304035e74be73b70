package duken.app.wiring;

import duken.app.folder.DataFolder;
import duken.app.folder.FolderOption;
import duken.app.folder.PreparedFolder;
import duken.app.folder.Setting;
import duken.app.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that starts an engine. */
public final class EngineOptions {

  @Mixin private FolderOption data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port on this computer; 0 takes a free one. Default: 3000.")
  private String port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen on. Default: 127.0.0.1.")
  private String bind;

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = "A PostgreSQL database. Default: a file in the data folder.")
  private String database;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Base of pay links, when customers reach the engine by another address.")
  private String publicUrl;

  /**
   * Gets the data folder ready; what was given here comes before its own settings.
   *
   * @throws UserError as {@link FolderOption#prepare}
   */
  public PreparedFolder prepare(Terminal terminal) {
    return data.prepare(terminal, given());
  }

  /**
   * The data folder, not yet made.
   *
   * @throws UserError when it cannot be one
   */
  public DataFolder folder(Terminal terminal) {
    return data.folder(terminal);
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    add(given, Setting.PORT, port);
    add(given, Setting.BIND, bind);
    add(given, Setting.DATABASE_URL, database);
    add(given, Setting.PUBLIC_URL, publicUrl);
    return given;
  }

  private static void add(Map<String, String> given, Setting<?> setting, String value) {
    if (value != null) {
      given.put(setting.key(), value);
    }
  }
}
