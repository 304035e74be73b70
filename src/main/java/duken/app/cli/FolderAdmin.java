package duken.app.cli;

import duken.api.AdminApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.app.folder.EngineDescriptor;
import duken.app.folder.FolderOption;
import duken.app.folder.PreparedFolder;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.client.HttpAdminClient;
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
   * Does something with the shops and keys of a folder.
   *
   * @param refused the sentence for a refusal that is the person's to mend; null for any other
   * @throws UserError when it could not be done
   */
  void with(FolderOption data, Consumer<AdminApi> work, Function<EngineProblem, Said> refused) {
    PreparedFolder folder = data.prepare(terminal);
    try (AdminApi admin =
        folder.reach(FolderAdmin::running, lock -> StoredAdmin.open(folder, lock))) {
      work.accept(admin);
    } catch (EngineUnreachable e) {
      throw EngineDescriptor.silent(e);
    } catch (EngineProblem e) {
      Said sentence = refused.apply(e);
      throw sentence == null
          ? UserError.notNow(Said.of("cli.engine.refused", e.httpStatus()))
          : UserError.badInput(sentence);
    }
  }

  /** The same where nothing can be refused. */
  void with(FolderOption data, Consumer<AdminApi> work) {
    with(data, work, _ -> null);
  }

  private static AdminApi running(EngineDescriptor engine) {
    return new HttpAdminClient(engine.address(), engine.adminKey(), Said::language);
  }
}
