package duken.client;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.desk.ProvidersApi;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Calls about a shop's providers. */
final class ProviderCalls implements ProvidersApi {

  private static final TypeReference<DeskJson.ListOf<BankJson.Provider>> ROWS =
      new TypeReference<>() {};

  private static final TypeReference<DeskJson.ListOf<BankJson.Found>> FOUND =
      new TypeReference<>() {};

  private final EngineCalls calls;
  private final Patience patience;
  private final String prefix;

  /**
   * @param prefix path of the shop's providers
   */
  ProviderCalls(EngineCalls calls, Patience patience, String prefix) {
    this.calls = calls;
    this.patience = patience;
    this.prefix = prefix;
  }

  @Override
  public List<BankJson.Provider> list() {
    return to("").within(patience.reading()).get(ROWS).data();
  }

  @Override
  public List<BankJson.Provider> probe() {
    return to("/probe").within(patience.signingIn()).post(ROWS).data();
  }

  @Override
  public BankJson.Attempt connect(String provider, BankJson.Connect wish) {
    return to("/" + provider + "/connect").sending(wish).post(BankJson.Attempt.class);
  }

  @Override
  public BankJson.Attempt attempt() {
    return to("/attempt").get(BankJson.Attempt.class);
  }

  @Override
  public BankJson.Attempt change(String provider, String action, Map<String, String> values) {
    return to("/" + provider + "/change")
        .within(patience.signingIn())
        .sending(Map.of("action", action, "values", values))
        .post(BankJson.Attempt.class);
  }

  @Override
  public List<BankJson.Found> searchDevices(String provider, String range) {
    return to("/" + provider + "/search")
        .within(patience.signingIn())
        .sending(Map.of("range", range))
        .post(FOUND)
        .data();
  }

  @Override
  public List<BankJson.Provider> disconnect(String provider) {
    return to("/" + provider + "/disconnect").post(ROWS).data();
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(prefix + path).within(patience.reading());
  }
}
