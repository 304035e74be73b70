package duken.engine.admin;

import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.Phone;
import duken.engine.poll.ProviderHealth;
import duken.engine.runtime.ProviderRouter;
import duken.provider.Connection;
import duken.provider.PaymentProvider;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Why;
import duken.store.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a shop may know of the provider its money takes. */
public final class BankStatusService {

  private final ProviderRouter providers;
  private final ProviderHealth providerHealth;

  public BankStatusService(ProviderRouter providers, ProviderHealth providerHealth) {
    this.providers = providers;
    this.providerHealth = providerHealth;
  }

  /**
   * A provider.
   *
   * @param name short, {@code sandbox}; null when there is none
   * @param connection {@code connected}, {@code not_configured} or {@code signed_out}
   * @param capabilities of all connected providers together
   * @param reachable whether the last question to the bank was answered
   */
  public record Standing(
      String name, String connection, Set<Capability> capabilities, boolean reachable) {}

  /** The provider a shop's money takes now. */
  public Standing provider(Scope scope) {
    List<PaymentProvider> all = providers.of(scope);
    List<PaymentProvider> connected =
        all.stream()
            .filter(provider -> provider.connection(scope.tenantId()) == Connection.CONNECTED)
            .toList();
    PaymentProvider first =
        !connected.isEmpty()
            ? connected.getFirst()
            : all.stream()
                .filter(provider -> provider.connection(scope.tenantId()) == Connection.SIGNED_OUT)
                .findFirst()
                .orElse(null);
    Connection connection =
        first == null ? Connection.NOT_CONFIGURED : first.connection(scope.tenantId());
    Set<Capability> capabilities =
        connected.stream()
            .flatMap(provider -> provider.capabilities(scope.tenantId()).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Standing(
        first == null ? null : first.name(),
        connection.name().toLowerCase(Locale.ROOT),
        capabilities,
        providerHealth.isBankReachable(scope));
  }

  /**
   * The name the bank knows a customer by; null when it does not tell or does not answer. Blocks
   * while the bank is asked.
   *
   * @throws DomainRefusal NOT_SUPPORTED_BY_PROVIDER, PROVIDER_SESSION_INVALID,
   *     PROVIDER_NOT_CONFIGURED
   */
  public String payerName(Scope scope, Phone phone) {
    List<PaymentProvider> connected =
        providers.of(scope).stream()
            .filter(provider -> provider.connection(scope.tenantId()) == Connection.CONNECTED)
            .toList();
    if (connected.isEmpty()) {
      throw DomainRefusal.of(
          "signed_out".equals(provider(scope).connection())
              ? DomainRefusal.Reason.PROVIDER_SESSION_INVALID
              : DomainRefusal.Reason.PROVIDER_NOT_CONFIGURED);
    }
    PaymentProvider provider =
        connected.stream()
            .filter(it -> it.capabilities(scope.tenantId()).contains(Capability.PAYER_LOOKUP))
            .findFirst()
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER));
    return switch (provider.payer(scope.tenantId(), phone)) {
      case ProviderReply.Accepted<PaymentProvider.PayerName>(var payer) -> payer.name();
      case ProviderReply.Unknown<PaymentProvider.PayerName> _ -> null;
      case ProviderReply.Declined<PaymentProvider.PayerName>(_, _, Why why) -> {
        if (why == Why.SIGNED_OUT) {
          throw DomainRefusal.of(DomainRefusal.Reason.PROVIDER_SESSION_INVALID);
        }
        yield null;
      }
    };
  }
}
