package duken.app.bank;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.InvoiceJson;
import duken.app.folder.EngineDescriptor;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.client.HttpBankClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The accounts of an engine that runs. */
public final class RemoteBankAccounts implements BankAccountAdmin {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

  private final HttpBankClient client;

  public RemoteBankAccounts(EngineDescriptor engine) {
    client = new HttpBankClient(engine.address(), engine.adminKey());
  }

  @Override
  public List<AdminJson.Tenant> shops() {
    return asked(client::shops);
  }

  @Override
  public AdminJson.Tenant shop(String name) {
    return asked(() -> client.shop(name));
  }

  @Override
  public BankJson.Status standing(long tenantId) {
    return asked(() -> client.standing(tenantId));
  }

  @Override
  public BankJson.Status place(long tenantId, BankJson.Place place) {
    return asked(() -> client.place(tenantId, place));
  }

  @Override
  public BankJson.Step sendCode(long tenantId, BankJson.SignIn signIn) {
    return asked(() -> client.sendCode(tenantId, signIn));
  }

  @Override
  public BankJson.Step enterCode(long tenantId, String code) {
    return asked(() -> client.enterCode(tenantId, code));
  }

  @Override
  public List<BankJson.Provider> providers(long tenantId) {
    return asked(() -> client.providers(tenantId));
  }

  @Override
  public BankJson.Attempt connect(
      long tenantId,
      String provider,
      BankJson.Connect wish,
      Consumer<Map<String, String>> progress) {
    BankJson.Attempt attempt = asked(() -> client.connect(tenantId, provider, wish));
    while ("running".equals(attempt.state())) {
      progress.accept(attempt.progress());
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      attempt = asked(() -> client.attempt(tenantId));
    }
    progress.accept(attempt.progress());
    return attempt;
  }

  @Override
  public BankJson.Attempt change(
      long tenantId, String provider, String action, Map<String, String> values) {
    return asked(() -> client.change(tenantId, provider, action, values));
  }

  @Override
  public void disconnect(long tenantId, String provider) {
    asked(() -> client.disconnect(tenantId, provider));
  }

  @Override
  public InvoiceJson answer(long invoiceId, BankJson.Answer answer) {
    return asked(() -> client.answer(invoiceId, answer));
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (EngineUnreachable e) {
      throw EngineDescriptor.silent(e);
    } catch (EngineProblem e) {
      throw UserError.notNow(Said.of("cli.engine.said", e.getMessage()), e);
    }
  }
}
