package duken.client;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.Paths;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/**
 * The bank accounts of all shops of an engine, for the owner of its data folder. Calls block; they
 * throw {@link duken.api.EngineProblem} and {@link duken.api.EngineUnreachable}.
 */
public final class HttpBankClient implements AutoCloseable {

  private static final String ADMIN = Paths.DESK + "/admin/tenants";
  private static final TypeReference<DeskJson.ListOf<AdminJson.Tenant>> TENANTS =
      new TypeReference<>() {};

  private final EngineCalls calls;
  private final Patience patience = Patience.standard();

  /**
   * @param adminKey of the engine's data folder
   */
  public HttpBankClient(EngineAddress address, String adminKey) {
    calls = new EngineCalls(address, adminKey, () -> "en", patience.connecting());
  }

  /** All shops. */
  public List<AdminJson.Tenant> shops() {
    return calls.to(ADMIN).within(patience.reading()).get(TENANTS).data();
  }

  /** The shop of this name, made where there is none. */
  public AdminJson.Tenant shop(String name) {
    return shops().stream()
        .filter(shop -> shop.name().equals(name))
        .findFirst()
        .orElseGet(
            () ->
                calls
                    .to(ADMIN)
                    .within(patience.reading())
                    .sending(new DeskJson.Shop(name))
                    .post(AdminJson.Tenant.class));
  }

  /** How a shop's account stands; the bank is asked when it is connected. */
  public BankJson.Status probe(long tenantId) {
    return of(tenantId).probe();
  }

  /** Has the bank send an SMS code. */
  public BankJson.Step sendCode(long tenantId, BankJson.SignIn signIn) {
    return of(tenantId).sendCode(signIn);
  }

  /** Goes on with the code. */
  public BankJson.Step enterCode(long tenantId, String code) {
    return of(tenantId).enterCode(code);
  }

  /** Forgets the session. */
  public BankJson.Status disconnect(long tenantId) {
    return of(tenantId).disconnect();
  }

  @Override
  public void close() {
    calls.close();
  }

  private BankCalls of(long tenantId) {
    return new BankCalls(calls, patience, ADMIN + "/" + tenantId + "/bank");
  }
}
