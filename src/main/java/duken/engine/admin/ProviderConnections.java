package duken.engine.admin;

import duken.domain.DomainRefusal;
import duken.provider.BankSignIn;
import duken.provider.Connection;
import duken.provider.PaymentProvider;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Refused;
import duken.provider.account.ConnectionReport;
import duken.provider.account.FoundDevice;
import duken.provider.account.ProviderConnector;
import duken.store.LiveProviders.Live;
import duken.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of each shop. One of them is live and takes new invoices; the others keep what they
 * need to finish theirs.
 */
public final class ProviderConnections {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderConnections.class);

  private final Store store;
  private final List<PaymentProvider> providers;
  private final Optional<BankSignIn> signIn;
  private final List<ProviderConnector> connectors;
  private final LongConsumer connected;
  private final InstantSource clock;

  /**
   * @param providers for real money, best first
   * @param signIn of the one provider that is connected by signing in
   * @param connectors of the others
   * @param connected is told a shop's id when its provider may be asked again; returns at once
   */
  public ProviderConnections(
      Store store,
      List<PaymentProvider> providers,
      Optional<BankSignIn> signIn,
      List<ProviderConnector> connectors,
      LongConsumer connected,
      InstantSource clock) {
    this.store = store;
    this.providers = List.copyOf(providers);
    this.signIn = signIn;
    this.connectors = List.copyOf(connectors);
    this.connected = connected;
    this.clock = clock;
  }

  /**
   * How a shop stands with one provider.
   *
   * @param live whether it takes the shop's new invoices
   * @param since when it was made so, UTC, or null
   */
  public record Standing(String provider, boolean live, Instant since, ConnectionReport report) {}

  /**
   * A shop's providers, the live one first: those that are or were connected, or else the one that
   * would be.
   *
   * @param ask whether the providers are asked first
   */
  public List<Standing> of(long tenantId, boolean ask) {
    Optional<Live> chosen = chosen(tenantId);
    String live = live(tenantId).orElse(null);
    List<Standing> all = new ArrayList<>();
    signIn.ifPresent(
        it -> all.add(standing(it.provider(), live, chosen, report(it, tenantId, ask))));
    for (ProviderConnector connector : connectors) {
      ConnectionReport report = connector.report(tenantId);
      boolean worth = ask && report.connection() != Connection.NOT_CONFIGURED;
      all.add(
          standing(connector.provider(), live, chosen, worth ? connector.probe(tenantId) : report));
    }
    all.sort(Comparator.comparing(it -> !it.live()));
    List<Standing> known =
        all.stream().filter(it -> it.report().connection() != Connection.NOT_CONFIGURED).toList();
    return known.isEmpty() ? all.stream().limit(1).toList() : known;
  }

  /** The provider of a shop's new invoices; empty when none was ever connected. */
  public Optional<String> live(long tenantId) {
    return chosen(tenantId)
        .map(Live::provider)
        .or(
            () ->
                providers.stream()
                    .filter(it -> it.connection(tenantId) != Connection.NOT_CONFIGURED)
                    .map(PaymentProvider::name)
                    .findFirst());
  }

  /** Another provider that is live, so that connecting this one would replace it. */
  public Optional<String> replaced(long tenantId, String provider) {
    return live(tenantId)
        .filter(name -> !name.equals(provider))
        .filter(
            name ->
                providers.stream()
                    .anyMatch(
                        it ->
                            it.name().equals(name)
                                && it.connection(tenantId) != Connection.NOT_CONFIGURED));
  }

  /**
   * Connects a shop and makes this its live provider. Blocks, for minutes when a person has to
   * agree.
   *
   * @param replace whether another live provider may be replaced
   * @throws DomainRefusal NOT_FOUND when there is no such provider
   */
  public ConnectOutcome connect(
      long tenantId,
      String provider,
      Map<String, String> values,
      boolean replace,
      Consumer<Map<String, String>> progress) {
    ProviderConnector connector = connector(provider);
    Optional<String> other =
        connector.takesPayments() ? replaced(tenantId, provider) : Optional.empty();
    if (other.isPresent() && !replace) {
      return new Refused(
          "other_provider",
          "This shop takes its money through %s; connecting %s replaces it. Its open invoices and"
                  .formatted(other.get(), provider)
              + " refunds go on there. Say --replace to do it.",
          List.of(other.get()),
          false);
    }
    ConnectOutcome outcome = connector.connect(tenantId, values, progress);
    switch (outcome) {
      case ConnectOutcome.Connected _ -> {
        if (connector.takesPayments()) {
          choose(tenantId, provider);
        }
        LOG.info("shop {} connected to {}", tenantId, provider);
        connected.accept(tenantId);
      }
      case Refused(String code, _, _, _) ->
          LOG.info("shop {} not connected to {}: {}", tenantId, provider, code);
    }
    return outcome;
  }

  /**
   * Changes one thing of a connection.
   *
   * @throws DomainRefusal NOT_FOUND when there is no such provider
   */
  public ConnectOutcome change(
      long tenantId, String provider, String action, Map<String, String> values) {
    ConnectOutcome outcome = connector(provider).change(tenantId, action, values);
    if (outcome instanceof ConnectOutcome.Connected) {
      LOG.info("shop {}: {} of {}", tenantId, action, provider);
      connected.accept(tenantId);
    }
    return outcome;
  }

  /**
   * Looks for devices of a provider in a range of the local network. Blocks for some seconds.
   *
   * @throws DomainRefusal NOT_FOUND when there is no such provider; VALIDATION when the range is
   *     none
   */
  public List<FoundDevice> search(String provider, String range) {
    try {
      return connector(provider).search(range);
    } catch (IllegalArgumentException _) {
      throw DomainRefusal.field("range", DomainRefusal.Complaint.of("range"));
    }
  }

  /**
   * Forgets what a provider keeps of a shop.
   *
   * @throws DomainRefusal NOT_FOUND when there is no such provider
   */
  public void disconnect(long tenantId, String provider) {
    if (signIn.map(BankSignIn::provider).filter(provider::equals).isPresent()) {
      signIn.get().disconnect(tenantId);
    } else {
      connector(provider).disconnect(tenantId);
    }
    LOG.info("shop {} disconnected from {}", tenantId, provider);
  }

  /** Makes a provider the one of a shop's new invoices. */
  public void choose(long tenantId, String provider) {
    Instant now = clock.instant();
    store.write(
        tx -> {
          boolean known =
              tx.liveProviders()
                  .of(tenantId)
                  .filter(live -> live.provider().equals(provider))
                  .isPresent();
          if (!known) {
            tx.liveProviders().put(tenantId, provider, now);
          }
          return null;
        });
  }

  private Optional<Live> chosen(long tenantId) {
    return store.read(tx -> tx.liveProviders().of(tenantId));
  }

  private ProviderConnector connector(String provider) {
    return connectors.stream()
        .filter(it -> it.provider().equals(provider))
        .findFirst()
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }

  private static Standing standing(
      String provider, String live, Optional<Live> chosen, ConnectionReport report) {
    boolean isLive = provider.equals(live);
    return new Standing(
        provider, isLive, isLive ? chosen.map(Live::since).orElse(null) : null, report);
  }

  private ConnectionReport report(BankSignIn cashier, long tenantId, boolean ask) {
    BankSignIn.Account account = cashier.account(tenantId);
    if (ask && account.connection() == Connection.CONNECTED) {
      account = cashier.probe(tenantId);
    }
    return new ConnectionReport(
        account.connection(),
        account.trouble() == null ? null : account.trouble().word(),
        account.answered(),
        account.organization(),
        account.connection() == Connection.CONNECTED
            ? providers.stream()
                .filter(it -> it.name().equals(cashier.provider()))
                .map(PaymentProvider::capabilities)
                .findFirst()
                .orElse(Set.of())
            : Set.of(),
        Map.of());
  }
}
