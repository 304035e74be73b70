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
import duken.app.words.Said;
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
      return List.of(Finding.stopped("folder", e));
    }
    findings.add(new Finding("folder", "ok", null, folder.data().path().toString()));
    disk(folder.data().path());
    Optional<EngineDescriptor> running = running(folder.data());
    port(folder, running);
    try (BankAccountAdmin book = BankAccountAdmin.of(folder, terminal)) {
      findings.add(
          Finding.ok(
              "database",
              Said.of(running.isPresent() ? "doctor.engine_has_it" : "doctor.database_whole")));
      for (AdminJson.Tenant shop : book.shops()) {
        bank(book, shop);
        ways(book, shop);
      }
    } catch (UserError | EngineUnreachable | EngineProblem e) {
      findings.add(Finding.stopped("database", e));
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
      long mebibytes = free >> 20;
      findings.add(
          free < NO_SPACE
              ? Finding.problem("disk", Said.of("doctor.disk.none", mebibytes))
              : free < LITTLE_SPACE
                  ? Finding.warning("disk", Said.of("doctor.disk.little", mebibytes))
                  : Finding.ok("disk", Said.of("doctor.disk", mebibytes)));
    } catch (IOException e) {
      findings.add(Finding.warning("disk", Said.of("doctor.disk.unreadable")));
    }
  }

  private void port(PreparedFolder folder, Optional<EngineDescriptor> running) {
    if (running.isPresent()) {
      findings.add(Finding.ok("port", Said.of("doctor.port.engine", running.get().url())));
      return;
    }
    try {
      ListenAddress place = ListenAddress.find(folder.settings(), PortRule.AS_SAID);
      findings.add(Finding.ok("port", Said.of("doctor.port.free", place.port())));
    } catch (UserError e) {
      findings.add(Finding.stopped("port", e));
    }
  }

  private void bank(BankAccountAdmin book, AdminJson.Tenant shop) {
    BankJson.Status bank = book.standing(shop.id());
    Finding account =
        switch (bank.connection()) {
          case "connected" ->
              bank.line().reachable()
                  ? Finding.ok("bank", Said.of("doctor.account"))
                  : Finding.warning("bank", Said.of("doctor.account.silent"));
          case "signed_out" -> Finding.problem("bank", Said.of("doctor.account.out"));
          default -> Finding.ok("bank", Said.of("doctor.account.none"));
        };
    findings.add(account.of(shop.name()));
    if (bank.connection().equals("not_configured")) {
      return;
    }
    findings.add(place(bank).of(shop.name()));
    long skew = Math.abs(bank.line().clockSkewSeconds());
    findings.add(
        (skew > SKEW_SECONDS
                ? Finding.problem("clock", Said.of("doctor.clock.wrong", skew))
                : Finding.ok("clock", Said.of("doctor.clock", skew)))
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
    if (bank.place().latitude() == null) {
      return Finding.warning("place", Said.of("doctor.place.none"));
    }
    Said told =
        City.at(new BigDecimal(bank.place().latitude()), new BigDecimal(bank.place().longitude()))
            .map(
                city ->
                    Said.of(
                        "doctor.place.city",
                        bank.place().latitude(),
                        bank.place().longitude(),
                        city.english()))
            .orElse(Said.of("doctor.place", bank.place().latitude(), bank.place().longitude()));
    return Finding.ok("place", told);
  }

  private void webhooks(EngineDescriptor running) {
    for (String key : List.of(running.keyFor(Mode.TEST), running.keyFor(Mode.LIVE))) {
      try (EngineApi engine = new HttpEngineClient(running.address(), key, Said::language)) {
        boolean training = engine.state().training();
        webhook(training ? "training" : "live", engine.state().shop(), engine);
      } catch (EngineUnreachable | EngineProblem e) {
        findings.add(Finding.warning("webhook", Said.of("doctor.webhook.silent", e.getMessage())));
      }
    }
  }

  private void webhook(String mode, String shop, EngineApi engine) {
    WebhookJson.Config config = engine.webhook().config();
    if (config.url() == null || !config.enabled()) {
      findings.add(Finding.ok("webhook", Said.of("doctor.webhook." + mode + ".nobody")).of(shop));
      return;
    }
    int parked = engine.state().waiting().parkedDeliveries();
    findings.add(
        (parked > 0
                ? Finding.warning("webhook", Said.of("doctor.webhook." + mode + ".parked", parked))
                : Finding.ok("webhook", Said.of("doctor.webhook." + mode + ".good")))
            .of(shop));
  }

  private void noWebhooks() {
    findings.add(Finding.ok("webhook", Said.of("doctor.webhook.none")));
  }
}
