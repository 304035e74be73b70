package duken.client;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.api.Paths;
import java.util.List;
import java.util.Map;

/** The part of an engine behind HTTP that is about the shop's ways to the bank. */
abstract class BankClient implements EngineApi {

  private final BankCalls bank;
  private final ProviderCalls providers;

  BankClient(EngineCalls calls, Patience patience) {
    bank = new BankCalls(calls, patience, Paths.DESK + "/bank");
    providers = new ProviderCalls(calls, patience, Paths.DESK + "/providers");
  }

  @Override
  public final List<BankJson.Provider> providers() {
    return providers.read();
  }

  @Override
  public final List<BankJson.Provider> probeProviders() {
    return providers.probe();
  }

  @Override
  public final BankJson.Attempt connectProvider(String provider, BankJson.Connect wish) {
    return providers.connect(provider, wish);
  }

  @Override
  public final BankJson.Attempt connectAttempt() {
    return providers.attempt();
  }

  @Override
  public final BankJson.Attempt changeProvider(
      String provider, String action, Map<String, String> values) {
    return providers.change(provider, action, values);
  }

  @Override
  public final List<BankJson.Found> searchDevices(String provider, String range) {
    return providers.search(provider, range);
  }

  @Override
  public final List<BankJson.Provider> disconnectProvider(String provider) {
    return providers.disconnect(provider);
  }

  @Override
  public final BankJson.Status bank() {
    return bank.read();
  }

  @Override
  public final BankJson.Status probeBank() {
    return bank.probe();
  }

  @Override
  public final BankJson.Step sendBankCode(BankJson.SignIn signIn) {
    return bank.sendCode(signIn);
  }

  @Override
  public final BankJson.Step enterBankCode(String code) {
    return bank.enterCode(code);
  }

  @Override
  public final void cancelBankSignIn() {
    bank.cancel();
  }

  @Override
  public final BankJson.Status disconnectBank() {
    return bank.disconnect();
  }

  @Override
  public final BankJson.Status placeShop(BankJson.Place place) {
    return bank.place(place);
  }
}
