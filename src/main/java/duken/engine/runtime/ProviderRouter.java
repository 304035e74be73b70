package duken.engine.runtime;

import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.provider.BankSignIn;
import duken.provider.Connection;
import duken.provider.PaymentProvider;
import duken.provider.account.ProviderConnector;
import duken.store.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Which provider for which bank (gateway contract, section 16): training always takes the sandbox,
 * live the first connected provider that can do what is asked for.
 */
public final class ProviderRouter {

  private final PaymentProvider sandbox;
  private final List<PaymentProvider> live;
  private final Optional<BankSignIn> signIn;
  private final List<ProviderConnector> connectors;
  private final LongFunction<Optional<String>> chosen;

  /**
   * Providers of which none wants a sign-in.
   *
   * @param live providers for real money, best first; may be empty
   */
  public ProviderRouter(PaymentProvider sandbox, List<PaymentProvider> live) {
    this(sandbox, live, Optional.empty());
  }

  /**
   * All providers.
   *
   * @param live providers for real money, best first; may be empty
   * @param signIn how a shop's account is connected to the one provider that wants it
   */
  public ProviderRouter(
      PaymentProvider sandbox, List<PaymentProvider> live, Optional<BankSignIn> signIn) {
    this(sandbox, live, signIn, List.of(), _ -> Optional.empty());
  }

  /**
   * All providers, of which each shop has chosen one for its new invoices.
   *
   * @param live providers for real money, best first; may be empty
   * @param signIn how a shop's account is connected to the one provider that wants a sign-in
   * @param connectors how shops are connected to the others
   * @param chosen the name of a shop's chosen provider; without one the first that was connected
   */
  public ProviderRouter(
      PaymentProvider sandbox,
      List<PaymentProvider> live,
      Optional<BankSignIn> signIn,
      List<ProviderConnector> connectors,
      LongFunction<Optional<String>> chosen) {
    this.sandbox = sandbox;
    this.live = List.copyOf(live);
    this.signIn = signIn;
    this.connectors = List.copyOf(connectors);
    this.chosen = chosen;
  }

  /** How accounts are connected. */
  public Optional<BankSignIn> signIn() {
    return signIn;
  }

  /** How shops are connected to providers that want no sign-in. */
  public List<ProviderConnector> connectors() {
    return connectors;
  }

  /** Every provider for real money. */
  public List<PaymentProvider> live() {
    return live;
  }

  /**
   * The provider for a new invoice.
   *
   * @throws DomainRefusal PROVIDER_NOT_CONFIGURED, PROVIDER_SESSION_INVALID,
   *     NOT_SUPPORTED_BY_PROVIDER
   */
  public PaymentProvider choose(Scope scope, PaymentKind kind) {
    Capability wanted = kind.needs();
    boolean signedOut = false;
    boolean connected = false;
    for (PaymentProvider provider : of(scope)) {
      Connection connection = provider.connection(scope.tenantId());
      signedOut |= connection == Connection.SIGNED_OUT;
      connected |= connection == Connection.CONNECTED;
      if (connection == Connection.CONNECTED
          && provider.capabilities(scope.tenantId()).contains(wanted)) {
        return provider;
      }
    }
    throw DomainRefusal.of(
        connected
            ? DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER
            : signedOut
                ? DomainRefusal.Reason.PROVIDER_SESSION_INVALID
                : DomainRefusal.Reason.PROVIDER_NOT_CONFIGURED);
  }

  /** The provider an invoice has taken; empty when this engine does not know it any more. */
  public Optional<PaymentProvider> of(Invoice invoice) {
    return named(invoice.bank().provider());
  }

  public Optional<PaymentProvider> named(String name) {
    return all().stream().filter(provider -> provider.name().equals(name)).findFirst();
  }

  /**
   * The providers a shop's new money may take, best first: the chosen one, or while none is chosen
   * any that was connected.
   */
  public List<PaymentProvider> of(Scope scope) {
    if (scope.mode().isSandbox()) {
      return List.of(sandbox);
    }
    Optional<String> name = chosen.apply(scope.tenantId());
    return name.isEmpty()
        ? live
        : live.stream().filter(provider -> provider.name().equals(name.get())).toList();
  }

  public List<PaymentProvider> all() {
    List<PaymentProvider> all = new ArrayList<>(live);
    all.add(sandbox);
    return all;
  }
}
