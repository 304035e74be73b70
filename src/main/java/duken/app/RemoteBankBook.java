package duken.app;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.client.HttpBankClient;
import java.util.List;
import java.util.function.Supplier;

/** The accounts of an engine that runs. */
final class RemoteBankBook implements BankBook {

  private final HttpBankClient client;

  RemoteBankBook(RunningEngine engine) {
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
  public BankJson.Status probe(long tenantId) {
    return asked(() -> client.probe(tenantId));
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
  public BankJson.Status disconnect(long tenantId) {
    return asked(() -> client.disconnect(tenantId));
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (EngineUnreachable e) {
      throw RunningEngine.silent(e);
    } catch (EngineProblem e) {
      throw Sentence.notNow("The engine that works in this folder said: " + e.getMessage(), e);
    }
  }
}
