package duken.engine.admin;

import duken.domain.DomainRefusal;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts to connect that go on while whoever began them looks at them: a person may have to walk
 * to a terminal first. One at a time per shop; the newest is remembered until the engine ends.
 */
public final class ConnectAttempts {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectAttempts.class);

  private final ProviderConnections connections;
  private final Map<Long, Attempt> newest = new ConcurrentHashMap<>();

  public ConnectAttempts(ProviderConnections connections) {
    this.connections = connections;
  }

  /**
   * An attempt.
   *
   * @param progress facts the person should see, by lower-snake name
   * @param outcome null while it goes on
   */
  public record Attempt(String provider, Map<String, String> progress, ConnectOutcome outcome) {

    private Attempt with(Map<String, String> more) {
      Map<String, String> all = new TreeMap<>(progress);
      all.putAll(more);
      return new Attempt(provider, Map.copyOf(all), outcome);
    }

    private Attempt ended(ConnectOutcome how) {
      return new Attempt(provider, progress, how);
    }
  }

  /**
   * Begins an attempt.
   *
   * @param replace whether another live provider may be replaced
   * @throws DomainRefusal INVALID_TRANSITION while another attempt of the shop goes on
   */
  public Attempt begin(
      long tenantId, String provider, Map<String, String> values, boolean replace) {
    Attempt fresh = new Attempt(provider, Map.of(), null);
    Attempt held =
        newest.compute(
            tenantId, (_, before) -> before != null && before.outcome() == null ? before : fresh);
    if (held != fresh) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    Thread.ofVirtual()
        .name("provider-connect")
        .start(() -> run(tenantId, provider, values, replace));
    return fresh;
  }

  public Optional<Attempt> newest(long tenantId) {
    return Optional.ofNullable(newest.get(tenantId));
  }

  private void run(long tenantId, String provider, Map<String, String> values, boolean replace) {
    ConnectOutcome outcome = Refused.notNow("failed", "Something went wrong; see the log.");
    try {
      outcome =
          connections.connect(
              tenantId,
              provider,
              values,
              replace,
              more -> newest.computeIfPresent(tenantId, (_, attempt) -> attempt.with(more)));
    } catch (DomainRefusal e) {
      outcome = Refused.badInput("unknown_provider", "There is no provider of this name.");
    } catch (RuntimeException e) {
      LOG.error("shop {} could not be connected to {}", tenantId, provider, e);
    } finally {
      ConnectOutcome ended = outcome;
      newest.computeIfPresent(tenantId, (_, attempt) -> attempt.ended(ended));
    }
  }
}
