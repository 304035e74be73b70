package duken.app.cli;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.WebhookJson;
import duken.app.ProviderExamination;
import duken.app.bank.BankAccountAdmin;
import duken.app.cli.DoctorCommand.Finding;
import duken.app.folder.DataFolder;
import duken.app.folder.EngineDescriptor;
import duken.app.folder.FolderLock;
import duken.app.folder.PortRule;
import duken.app.folder.PreparedFolder;
import duken.app.terminal.Terminal;
import duken.app.terminal.UserError;
import duken.app.wiring.EngineOptions;
import duken.app.wiring.ListenAddress;
import duken.client.HttpEngineClient;
import duken.domain.City;
import duken.domain.Mode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code duken doctor} looks at, one after the other; nothing is changed. */
final class Examination {

  private static final long LITTLE_SPACE = 500L << 20;
  private static final long NO_SPACE = 50L << 20;

  /** From here on the bank may refuse what is signed with the time (cashier sheet, section 4). */
  private static final long SKEW_SECONDS = 30;

  private final Terminal terminal;
  private final EngineOptions options;
  private final List<Finding> findings = new ArrayList<>();

  Examination(Terminal terminal, EngineOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  /** Looks at everything; what cannot be looked at is a finding too. */
  List<Finding> findings() {
    PreparedFolder folder;
    try {
      folder = options.prepare(terminal);
    } catch (UserError e) {
      return List.of(Finding.problem("folder", e.getMessage()));
    }
    findings.add(Finding.ok("folder", folder.data().path().toString()));
    disk(folder.data().path());
    Optional<EngineDescriptor> running = running(folder.data());
    port(folder, running);
    try (BankAccountAdmin book = BankAccountAdmin.of(folder, terminal)) {
      findings.add(
          Finding.ok(
              "database",
              running.isPresent() ? "the running engine has it open" : "it opens and is whole"));
      for (AdminJson.Tenant shop : book.shops()) {
        bank(book, shop);
        ways(book, shop);
      }
    } catch (UserError | EngineUnreachable | EngineProblem e) {
      findings.add(Finding.problem("database", e.getMessage()));
    }
    running.ifPresentOrElse(this::webhooks, this::noWebhooks);
    return findings;
  }

  /** What an engine that was killed said of itself is no engine. */
  private static Optional<EngineDescriptor> running(DataFolder folder) {
    Optional<FolderLock> free = FolderLock.take(folder, FolderLock.Role.ENGINE);
    free.ifPresent(FolderLock::close);
    return free.isPresent() ? Optional.empty() : EngineDescriptor.of(folder);
  }

  private void disk(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String says = "%d MiB free".formatted(free >> 20);
      findings.add(
          free < NO_SPACE
              ? Finding.problem("disk", says + ": sales cannot be stored for long")
              : free < LITTLE_SPACE
                  ? Finding.warning("disk", says + ", which is little")
                  : Finding.ok("disk", says));
    } catch (IOException e) {
      findings.add(Finding.warning("disk", "the free space cannot be read"));
    }
  }

  private void port(PreparedFolder folder, Optional<EngineDescriptor> running) {
    if (running.isPresent()) {
      findings.add(Finding.ok("port", "an engine listens on " + running.get().url()));
      return;
    }
    try {
      ListenAddress place = ListenAddress.find(folder.settings(), PortRule.AS_SAID);
      findings.add(Finding.ok("port", place.port() + " is free; no engine runs in this folder"));
    } catch (UserError e) {
      findings.add(Finding.problem("port", e.getMessage()));
    }
  }

  private void bank(BankAccountAdmin book, AdminJson.Tenant shop) {
    BankJson.Status bank = book.standing(shop.id());
    Finding account =
        switch (bank.connection()) {
          case "connected" ->
              bank.reachable()
                  ? Finding.ok("bank", "the cashier account is connected")
                  : Finding.warning("bank", "connected, but the bank does not answer");
          case "signed_out" ->
              Finding.problem("bank", "signed out at the bank; connect the cashier account again");
          default -> Finding.ok("bank", "no cashier account is connected");
        };
    findings.add(account.of(shop.name()));
    if (bank.connection().equals("not_configured")) {
      return;
    }
    findings.add(place(bank).of(shop.name()));
    long skew = Math.abs(bank.clockSkewSeconds());
    String clock = "%d s from the bank's".formatted(skew);
    findings.add(
        (skew > SKEW_SECONDS
                ? Finding.problem("clock", clock + ": set this computer's clock")
                : Finding.ok("clock", clock))
            .of(shop.name()));
  }

  private void ways(BankAccountAdmin book, AdminJson.Tenant shop) {
    book.providers(shop.id()).stream()
        .filter(row -> !row.provider().equals("cashier"))
        .flatMap(row -> ProviderExamination.of(row).stream())
        .map(finding -> finding.of(shop.name()))
        .forEach(findings::add);
  }

  private static Finding place(BankJson.Status bank) {
    if (bank.latitude() == null) {
      return Finding.warning(
          "place",
          "the bank is told no place with a QR, as nearly nobody else does; say the city in the"
              + " window's settings");
    }
    String city =
        City.at(new BigDecimal(bank.latitude()), new BigDecimal(bank.longitude()))
            .map(found -> ", the centre of " + found.english())
            .orElse("");
    return Finding.ok(
        "place",
        "with each QR the bank is told Latitude %s, Longitude %s%s"
            .formatted(bank.latitude(), bank.longitude(), city));
  }

  private void webhooks(EngineDescriptor running) {
    for (String key : List.of(running.keyFor(Mode.TEST), running.keyFor(Mode.LIVE))) {
      try (EngineApi engine = new HttpEngineClient(running.address(), key, () -> "en")) {
        boolean training = engine.state().training();
        webhook(training ? "training" : "live", engine.state().shop(), engine);
      } catch (EngineUnreachable | EngineProblem e) {
        findings.add(Finding.warning("webhook", "the engine does not say: " + e.getMessage()));
      }
    }
  }

  private void webhook(String mode, String shop, EngineApi engine) {
    WebhookJson.Config config = engine.webhook().config();
    if (config.url() == null || !config.enabled()) {
      findings.add(Finding.ok("webhook", mode + ": nobody is told").of(shop));
      return;
    }
    int parked = engine.state().parkedDeliveries();
    findings.add(
        (parked > 0
                ? Finding.warning("webhook", mode + ": %d events not delivered".formatted(parked))
                : Finding.ok("webhook", mode + ": everything is delivered"))
            .of(shop));
  }

  private void noWebhooks() {
    findings.add(
        Finding.ok("webhook", "not looked at: no engine runs that could deliver anything"));
  }
}
