package duken.app.cli;

import duken.api.AdminApi;
import duken.api.AdminJson;
import duken.api.EngineProblem;
import duken.app.folder.FolderOption;
import duken.app.terminal.OutputFormat;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code duken tenant}: the shops of a data folder. Works whether or not an engine runs there; a
 * running one takes a change up at once.
 */
@Command(
    name = "tenant",
    mixinStandardHelpOptions = true,
    description = "Lists, opens, renames, suspends and resumes shops.")
public final class TenantCommand implements Runnable {

  private static final int CONFLICT = 409;
  private static final int LONGEST_NAME = 120;

  private final Terminal terminal;
  private final FolderAdmin folder;

  @Spec private CommandSpec spec;

  public TenantCommand(Terminal terminal) {
    this.terminal = terminal;
    this.folder = new FolderAdmin(terminal);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), Said.of("cli.do", "list, create, rename, suspend, resume").text());
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all shops.")
  int list(@Mixin OutputFormat outputFormat, @Mixin FolderOption data) {
    folder.with(
        data,
        admin ->
            outputFormat.giveAll(
                terminal.out(),
                admin.tenants(),
                Said.of("cli.done.shop.none.try").text(),
                TenantCommand::words));
    return 0;
  }

  @Command(name = "create", mixinStandardHelpOptions = true, description = "Opens a shop.")
  int create(
      @Parameters(paramLabel = "NAME", description = "Customers see it when they pay.") String name,
      @Mixin OutputFormat outputFormat,
      @Mixin FolderOption data) {
    String wanted = checked(name);
    return change(
        data, outputFormat, admin -> admin.createTenant(wanted), "cli.done.shop.created", wanted);
  }

  @Command(
      name = "rename",
      mixinStandardHelpOptions = true,
      description = "Gives a shop another name.")
  int rename(
      @Parameters(paramLabel = "NAME|ID", description = "The shop.") String shop,
      @Parameters(paramLabel = "NEW-NAME", description = "How it is called from now on.")
          String name,
      @Mixin OutputFormat outputFormat,
      @Mixin FolderOption data) {
    String wanted = checked(name);
    return change(
        data,
        outputFormat,
        admin -> admin.renameTenant(find(admin, shop).id(), wanted),
        "cli.done.shop.renamed",
        wanted);
  }

  @Command(
      name = "suspend",
      mixinStandardHelpOptions = true,
      description = "Refuses every call of a shop's keys with 403, its windows too.")
  int suspend(
      @Parameters(paramLabel = "NAME|ID", description = "The shop.") String shop,
      @Mixin OutputFormat outputFormat,
      @Mixin FolderOption data) {
    return change(
        data,
        outputFormat,
        admin -> admin.suspendTenant(find(admin, shop).id(), true),
        "cli.done.shop.suspended",
        null);
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Lets a suspended shop go on.")
  int resume(
      @Parameters(paramLabel = "NAME|ID", description = "The shop.") String shop,
      @Mixin OutputFormat outputFormat,
      @Mixin FolderOption data) {
    return change(
        data,
        outputFormat,
        admin -> admin.suspendTenant(find(admin, shop).id(), false),
        "cli.done.shop.resumed",
        null);
  }

  private int change(
      FolderOption data,
      OutputFormat outputFormat,
      Function<AdminApi, AdminJson.Tenant> work,
      String sentence,
      String wantedName) {
    folder.with(
        data,
        admin ->
            outputFormat.give(
                terminal.out(),
                work.apply(admin),
                shop -> Said.of(sentence, shop.id(), shop.name()).text()),
        problem -> complaint(problem, wantedName));
    return 0;
  }

  private static Said complaint(EngineProblem problem, String wantedName) {
    return problem.httpStatus() == CONFLICT ? Said.of("cli.shop.there", wantedName) : null;
  }

  /** By its name, else by its number: a shop may be called 24. */
  private static AdminJson.Tenant find(AdminApi admin, String shop) {
    List<AdminJson.Tenant> shops = admin.tenants();
    return shops.stream()
        .filter(it -> it.name().equals(shop.strip()))
        .findFirst()
        .or(
            () ->
                shops.stream()
                    .filter(it -> Long.toString(it.id()).equals(shop.strip()))
                    .findFirst())
        .orElseThrow(() -> UserError.badInput(Said.of("cli.shop.none.list", shop)));
  }

  private static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw UserError.badInput(Said.of("cli.shop.name", LONGEST_NAME));
    }
    return stripped;
  }

  private static String words(AdminJson.Tenant shop) {
    return "%4d  %s  \"%s\"%s"
        .formatted(shop.id(), shop.createdAt(), shop.name(), shop.suspended() ? "  suspended" : "");
  }
}
