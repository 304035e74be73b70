package duken.app.cli;

import duken.api.AdminJson;
import duken.app.folder.FolderOption;
import duken.app.terminal.OutputFormat;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code duken key}: who may call the engine. Works whether or not an engine runs in the folder.
 */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Creates, lists and revokes the keys programs call the engine with.")
public final class KeyCommand implements Runnable {

  private static final int NOT_FOUND = 404;

  private final Terminal terminal;
  private final FolderAdmin folder;

  @Spec private CommandSpec spec;

  public KeyCommand(Terminal terminal) {
    this.terminal = terminal;
    this.folder = new FolderAdmin(terminal);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), Said.of("cli.do", "create, list, revoke").text());
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Creates a key, and its shop where there is none of that name. Shown once.")
  int create(
      @Option(names = "--tenant", required = true, paramLabel = "NAME", description = "The shop.")
          String tenant,
      @Option(
              names = "--mode",
              required = true,
              paramLabel = "test|live",
              description = "Play money or real money.")
          Mode mode,
      @Option(names = "--name", paramLabel = "LABEL", description = "What it is for: Till 1.")
          String name,
      @Option(
              names = "--role",
              defaultValue = "api",
              paramLabel = "api|desk",
              description = "A program, or a cashier's window elsewhere. Default: api.")
          ApiKey.Role role,
      @Mixin OutputFormat outputFormat,
      @Mixin FolderOption data) {
    if (tenant.isBlank()) {
      throw UserError.badInput(Said.of("cli.shop.which"));
    }
    String label = name == null || name.isBlank() ? "duken key create" : name.strip();
    folder.with(
        data,
        admin ->
            outputFormat.give(
                terminal.out(),
                admin.createKey(
                    new AdminJson.NewKey(tenant.strip(), label, mode.word(), role.word())),
                created ->
                    Said.of(
                            "cli.done.key",
                            created.id(),
                            created.tenant(),
                            mode.word(),
                            role.word(),
                            created.key())
                        .text()));
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the keys of all shops, revoked ones too.")
  int list(@Mixin OutputFormat outputFormat, @Mixin FolderOption data) {
    folder.with(
        data,
        admin ->
            outputFormat.giveAll(
                terminal.out(),
                admin.keys(),
                Said.of("cli.done.key.none").text(),
                KeyCommand::words));
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes a key at once and for good.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "Its number, from: duken key list.") long id,
      @Mixin FolderOption data) {
    folder.with(
        data,
        admin -> {
          admin.revokeKey(id);
          terminal.out().println(Said.of("cli.done.key.revoked", id).text());
        },
        problem -> problem.httpStatus() == NOT_FOUND ? Said.of("cli.key.none", id) : null);
    return 0;
  }

  private static String words(AdminJson.Key key) {
    return "%4d  %-15s %-4s %-4s  %s  \"%s\"  %s%s"
        .formatted(
            key.id(),
            key.prefix() + "…",
            key.mode(),
            key.role(),
            key.times().createdAt(),
            key.tenant(),
            key.name(),
            key.times().revokedAt() == null ? "" : "  revoked " + key.times().revokedAt());
  }
}
