package duken.provider.marketplace;

import duken.provider.Connection;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Connected;
import duken.provider.account.ConnectOutcome.Refused;
import duken.provider.account.ConnectionReport;
import duken.provider.account.ProviderConnector;
import duken.provider.marketplace.OrderFeed.Page;
import duken.provider.marketplace.OrderFeed.Reading;
import duken.provider.marketplace.OrderFeed.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Connects a shop to its orders: the token is kept once Kaspi has shown a page for it. */
final class MarketplaceConnector implements ProviderConnector {

  private static final Duration WINDOW = Duration.ofDays(14).minusMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long NOBODY = 0;

  private final MarketplaceAccounts accounts;
  private final OrderFeed feed;
  private final InstantSource clock;

  MarketplaceConnector(MarketplaceAccounts accounts, OrderFeed feed, InstantSource clock) {
    this.accounts = accounts;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public String provider() {
    return MarketplaceModule.NAME;
  }

  @Override
  public boolean takesPayments() {
    return false;
  }

  @Override
  public ConnectionReport report(long tenantId) {
    return report(tenantId, true, Map.of());
  }

  @Override
  public ConnectionReport probe(long tenantId) {
    Optional<MarketplaceAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return ConnectionReport.notConfigured();
    }
    boolean answered =
        switch (count(account.get())) {
          case Reading.Got<Long>(Long total) -> {
            feed.told(tenantId, total);
            yield true;
          }
          case Reading.SignedOut<Long> _ -> {
            accounts.trouble(tenantId, MarketplaceAccounts.REFUSED);
            yield true;
          }
          case Reading.Refused<Long> _, Reading.Later<Long> _ -> false;
        };
    return report(tenantId, answered, Map.of());
  }

  @Override
  public ConnectOutcome connect(
      long tenantId, Map<String, String> values, Consumer<Map<String, String>> progress) {
    MarketplaceAccount account;
    try {
      account = new MarketplaceValues(values).account();
    } catch (MarketplaceValues.Unfit e) {
      return new Refused(
          "settings",
          "The settings of the marketplace: " + e.getMessage() + ".",
          List.of(e.name()),
          true);
    }
    return switch (count(account)) {
      case Reading.Got<Long>(Long total) -> {
        accounts.keep(tenantId, account);
        feed.told(tenantId, total);
        yield new Connected(
            report(tenantId, true, Map.of("orders_seen", total > 0 ? "yes" : "no")));
      }
      case Reading.SignedOut<Long> _ ->
          Refused.notNow("key", "Kaspi does not accept " + MarketplaceValues.TOKEN + ".");
      case Reading.Refused<Long>(int status) ->
          Refused.notNow(
              "address",
              "What answers at %s is not the shop API (HTTP %d)."
                  .formatted(MarketplaceValues.BASE, status));
      case Reading.Later<Long>(boolean silent) ->
          Refused.notNow(
              "unreachable",
              silent
                  ? "Nobody answers at the address of " + MarketplaceValues.BASE + "."
                  : "Kaspi does not answer now; try again later.");
    };
  }

  @Override
  public void disconnect(long tenantId) {
    accounts.forget(tenantId);
  }

  /** Some number above zero as soon as one state has orders; one page of each at the most. */
  private Reading<Long> count(MarketplaceAccount account) {
    Instant now = clock.instant();
    Deadline deadline = Deadline.in(PATIENCE);
    List<String> states =
        Stream.concat(OrderFeed.OPEN_STATES.stream(), Stream.of(OrderFeed.ARCHIVE)).toList();
    for (String state : states) {
      switch (feed.page(
          NOBODY, account, new Slice(state, now.minus(WINDOW), now), 0, 1, deadline)) {
        case Reading.Got<Page>(Page page) when page.total() > 0 -> {
          return new Reading.Got<>(page.total());
        }
        case Reading.Got<Page> _ -> {}
        case Reading.SignedOut<Page> _ -> {
          return new Reading.SignedOut<>();
        }
        case Reading.Refused<Page>(int status) -> {
          return new Reading.Refused<>(status);
        }
        case Reading.Later<Page>(boolean silent) -> {
          return new Reading.Later<>(silent);
        }
      }
    }
    return new Reading.Got<>(0L);
  }

  private ConnectionReport report(long tenantId, boolean reachable, Map<String, String> more) {
    Optional<MarketplaceAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return ConnectionReport.notConfigured();
    }
    Map<String, String> details = new LinkedHashMap<>(more);
    details.put("api_url", account.get().base().toString());
    if (account.get().shop() != null) {
      details.put("merchant_uid", account.get().shop());
    }
    String trouble = accounts.trouble(tenantId);
    return new ConnectionReport(
        MarketplaceAccounts.REFUSED.equals(trouble) ? Connection.SIGNED_OUT : Connection.CONNECTED,
        trouble,
        reachable,
        null,
        Set.of(),
        details);
  }
}
