package duken.client;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.api.Paths;
import java.util.List;
import java.util.Map;
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

  /** How a shop's cashier account stands, as far as is known. */
  public BankJson.Status standing(long tenantId) {
    return of(tenantId).status();
  }

  /** Tells where a shop is. */
  public BankJson.Status place(long tenantId, BankJson.Place place) {
    return of(tenantId).place(place);
  }

  /** Has the bank send an SMS code. */
  public BankJson.Step sendCode(long tenantId, BankJson.SignIn signIn) {
    return of(tenantId).sendCode(signIn);
  }

  public BankJson.Step enterCode(long tenantId, String code) {
    return of(tenantId).enterCode(code);
  }

  /** How a shop stands with its providers; each is asked. */
  public List<BankJson.Provider> providers(long tenantId) {
    return providersOf(tenantId).probe();
  }

  /** Begins to connect a shop. */
  public BankJson.Attempt connect(long tenantId, String provider, BankJson.Connect wish) {
    return providersOf(tenantId).connect(provider, wish);
  }

  /** How the newest attempt to connect a shop stands. */
  public BankJson.Attempt attempt(long tenantId) {
    return providersOf(tenantId).attempt();
  }

  /** Changes one thing of a connection. */
  public BankJson.Attempt change(
      long tenantId, String provider, String action, Map<String, String> values) {
    return providersOf(tenantId).change(provider, action, values);
  }

  /** Forgets what a provider keeps of a shop. */
  public List<BankJson.Provider> disconnect(long tenantId, String provider) {
    return providersOf(tenantId).disconnect(provider);
  }

  /** A person's answer about an operation on a terminal. */
  public InvoiceJson answer(long invoiceId, BankJson.Answer answer) {
    return calls
        .to(Paths.DESK + "/admin/invoices/" + invoiceId + "/answer")
        .within(patience.acting())
        .sending(answer)
        .post(InvoiceJson.class);
  }

  @Override
  public void close() {
    calls.close();
  }

  private ProviderCalls providersOf(long tenantId) {
    return new ProviderCalls(calls, patience, ADMIN + "/" + tenantId + "/providers");
  }

  private BankCalls of(long tenantId) {
    return new BankCalls(calls, patience, ADMIN + "/" + tenantId + "/bank");
  }
}
