package duken.app;

import duken.api.AdminApi;
import duken.api.AdminJson;
import duken.api.DeskJson;
import duken.api.EngineProblem;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
final class TenantCommand implements Runnable {

  private static final int CONFLICT = 409;
  private static final int LONGEST_NAME = 120;

  private final FolderAdmin folder;

  @Spec private CommandSpec spec;

  TenantCommand(Terminal terminal) {
    this.folder = new FolderAdmin(terminal);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with shops: list, create, rename, suspend or resume.");
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all shops.")
  int list(
      @Option(names = "--json", description = "Print JSON and nothing else.") boolean json,
      @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") String data) {
    folder.with(
        data,
        admin -> {
          List<AdminJson.Tenant> shops = admin.tenants();
          if (json) {
            folder.print(new DeskJson.ListOf<>(shops));
          } else if (shops.isEmpty()) {
            folder.say("There are no shops yet. Try: duken tenant create NAME");
          } else {
            shops.forEach(this::say);
          }
        });
    return 0;
  }

  @Command(name = "create", mixinStandardHelpOptions = true, description = "Opens a shop.")
  int create(
      @Parameters(paramLabel = "NAME", description = "Customers see it when they pay.") String name,
      @Option(names = "--json", description = "Print JSON and nothing else.") boolean json,
      @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") String data) {
    String wanted = checked(name);
    return change(
        data,
        json,
        admin -> admin.createTenant(wanted),
        "Shop %d is \"%s\". Its keys: duken key create --help",
        wanted);
  }

  @Command(
      name = "rename",
      mixinStandardHelpOptions = true,
      description = "Gives a shop another name.")
  int rename(
      @Parameters(paramLabel = "NAME|ID", description = "The shop.") String shop,
      @Parameters(paramLabel = "NEW-NAME", description = "How it is called from now on.")
          String name,
      @Option(names = "--json", description = "Print JSON and nothing else.") boolean json,
      @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") String data) {
    String wanted = checked(name);
    return change(
        data,
        json,
        admin -> admin.renameTenant(find(admin, shop).id(), wanted),
        "Shop %d is called \"%s\" now.",
        wanted);
  }

  @Command(
      name = "suspend",
      mixinStandardHelpOptions = true,
      description = "Refuses every call of a shop's keys with 403, its windows too.")
  int suspend(
      @Parameters(paramLabel = "NAME|ID", description = "The shop.") String shop,
      @Option(names = "--json", description = "Print JSON and nothing else.") boolean json,
      @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") String data) {
    return change(
        data,
        json,
        admin -> admin.suspendTenant(find(admin, shop).id(), true),
        "Shop %d, \"%s\", is suspended.",
        null);
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Lets a suspended shop go on.")
  int resume(
      @Parameters(paramLabel = "NAME|ID", description = "The shop.") String shop,
      @Option(names = "--json", description = "Print JSON and nothing else.") boolean json,
      @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") String data) {
    return change(
        data,
        json,
        admin -> admin.suspendTenant(find(admin, shop).id(), false),
        "Shop %d, \"%s\", goes on.",
        null);
  }

  private int change(
      String data,
      boolean json,
      Function<AdminApi, AdminJson.Tenant> work,
      String sentence,
      String wantedName) {
    folder.with(
        data,
        admin -> {
          AdminJson.Tenant shop = work.apply(admin);
          if (json) {
            folder.print(shop);
          } else {
            folder.say(sentence, shop.id(), shop.name());
          }
        },
        problem -> complaint(problem, wantedName));
    return 0;
  }

  private static String complaint(EngineProblem problem, String wantedName) {
    return problem.httpStatus() == CONFLICT
        ? "There is a shop called \"" + wantedName + "\" already. Try: duken tenant list"
        : null;
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
        .orElseThrow(
            () -> Sentence.badInput("There is no shop \"" + shop + "\". Try: duken tenant list"));
  }

  private static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw Sentence.badInput("A shop's name has 1 to " + LONGEST_NAME + " characters.");
    }
    return stripped;
  }

  private void say(AdminJson.Tenant shop) {
    folder.say(
        "%4d  %s  \"%s\"%s",
        shop.id(), shop.createdAt(), shop.name(), shop.suspended() ? "  suspended" : "");
  }
}
