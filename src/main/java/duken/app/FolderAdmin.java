package duken.app;

import duken.api.AdminApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.WireJson;
import duken.client.EngineAddress;
import duken.client.HttpAdminClient;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the commands over shops and keys share: they work on a data folder whether or not an engine
 * runs there.
 */
final class FolderAdmin {

  private final Terminal terminal;

  FolderAdmin(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Does something with the shops and keys of a folder: through the running engine where there is
   * one, so that it takes up a change at once.
   *
   * @param data the folder as asked for, or null
   * @param refused the sentence for a refusal that is the person's to mend; null for any other
   * @throws Sentence when it could not be done
   */
  void with(String data, Consumer<AdminApi> work, Function<EngineProblem, String> refused) {
    DataFolder folder = terminal.folder(data);
    folder.prepare();
    Settings settings = Settings.read(folder.settings(), terminal.environment(), Map.of());
    Logging.keepIn(folder.logs(), settings.get(Setting.LOG_LEVEL));
    try (AdminApi admin = open(folder, settings)) {
      work.accept(admin);
    } catch (EngineUnreachable e) {
      throw Sentence.notNow("The engine that works in this folder does not answer. Try again.", e);
    } catch (EngineProblem e) {
      String sentence = refused.apply(e);
      throw sentence == null
          ? Sentence.notNow(
              "The engine that works in this folder refused (HTTP " + e.httpStatus() + ").")
          : Sentence.badInput(sentence);
    }
  }

  /** The same where nothing can be refused. */
  void with(String data, Consumer<AdminApi> work) {
    with(data, work, _ -> null);
  }

  /** Prints JSON alone on a line. */
  void print(Object value) {
    terminal.out().println(WireJson.mapper().writeValueAsString(value));
  }

  /** Prints a line. */
  void say(String line, Object... args) {
    terminal.out().println(line.formatted(args));
  }

  private static AdminApi open(DataFolder folder, Settings settings) {
    return FolderLock.take(folder, FolderLock.Role.ENGINE)
        .<AdminApi>map(lock -> StoredAdmin.open(folder, settings, lock))
        .orElseGet(() -> running(folder));
  }

  private static AdminApi running(DataFolder folder) {
    RunningEngine engine =
        RunningEngine.of(folder)
            .orElseThrow(
                () ->
                    Sentence.notNow(
                        "Another program works in "
                            + folder.path()
                            + " and does not say how to reach it. Try again."));
    return new HttpAdminClient(
        EngineAddress.ofThisComputer(engine.url()), engine.adminKey(), () -> "en");
  }
}
