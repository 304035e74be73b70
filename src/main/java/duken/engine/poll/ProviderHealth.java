package duken.engine.poll;

import duken.domain.Invoice;
import duken.engine.poll.PolledInvoice.ProviderSession;
import duken.engine.runtime.ProviderRouter;
import duken.engine.sync.SyncResult.Answer;
import duken.store.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the banks answer. A session that stays silent is only tried now and then; the first
 * answer opens it again for everybody.
 */
public final class ProviderHealth {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderHealth.class);

  /** So many silences in a row are not the fault of one payment. */
  private static final int SILENCES_OF_A_LANE = 3;

  private static final Duration SILENCE_IS_NEWS = Duration.ofMinutes(3);

  private final Map<ProviderSession, Silence> silent = new ConcurrentHashMap<>();
  private final PollQueue list;
  private final PollInterval pace;
  private final ProviderRouter providers;
  private final InstantSource clock;

  private record Silence(int inARow, Instant askedAt, Instant probeAt) {}

  public ProviderHealth(
      PollQueue list, PollInterval pace, ProviderRouter providers, InstantSource clock) {
    this.list = list;
    this.pace = pace;
    this.providers = providers;
    this.clock = clock;
  }

  /**
   * Whether an open invoice's time is over, or its bank is silent, so that the bank's last word is
   * awaited: "checking with the bank".
   */
  public boolean isChecking(long invoiceId) {
    return list.isChecking(invoiceId, this::isSilent);
  }

  /**
   * Whether the last question to this shop's bank was answered. True before the first one, and when
   * nobody has had anything to ask for minutes: a silence of long ago says nothing.
   */
  public boolean isBankReachable(Scope scope) {
    Instant stale = clock.instant().minus(SILENCE_IS_NEWS);
    return providers.of(scope).stream()
        .map(provider -> silent.get(new ProviderSession(provider.name(), scope.tenantId())))
        .allMatch(silence -> silence == null || silence.askedAt().isBefore(stale));
  }

  /**
   * The bank spoke about this invoice. Noted before it is written down: whoever reads it then must
   * not be told of the silence before.
   */
  public void answered(Invoice invoice) {
    list.answered(invoice.id());
    heard(ProviderSession.of(invoice), Answer.SPOKE);
  }

  /** Notes whether the bank answered; an answer after a silence makes everything due. */
  public void heard(ProviderSession providerSession, Answer answer) {
    switch (answer) {
      case SPOKE -> {
        if (silent.remove(providerSession) != null) {
          LOG.info(
              "bank {} answers shop {} again",
              providerSession.provider(),
              providerSession.tenantId());
          list.hurry(providerSession::equals);
        }
      }
      case SILENT ->
          silent.compute(
              providerSession,
              (_, before) -> {
                int inARow = before == null ? 1 : before.inARow() + 1;
                if (inARow == SILENCES_OF_A_LANE) {
                  LOG.warn(
                      "bank {} does not answer shop {}",
                      providerSession.provider(),
                      providerSession.tenantId());
                }
                Instant now = clock.instant();
                int beyond = Math.max(1, inARow - SILENCES_OF_A_LANE + 1);
                return new Silence(inARow, now, now.plus(pace.afterSilence(beyond, null)));
              });
      case NOT_ASKED -> {}
    }
  }

  /** Lets this shop's silent sessions be tried at once. */
  void tryNow(long tenantId) {
    Instant now = clock.instant();
    silent.replaceAll(
        (providerSession, silence) ->
            providerSession.tenantId() == tenantId
                ? new Silence(silence.inARow(), silence.askedAt(), now)
                : silence);
  }

  /** This shop's bank was heard elsewhere: no silence counts any more. */
  void heardElsewhere(long tenantId) {
    silent.keySet().removeIf(providerSession -> providerSession.tenantId() == tenantId);
  }

  /** How many questions a session may be asked at once, 0 while it is left alone. */
  int allowance(ProviderSession providerSession, int usual) {
    Silence silence = silent.get(providerSession);
    if (silence == null || silence.inARow() < SILENCES_OF_A_LANE) {
      return usual;
    }
    Instant now = clock.instant();
    boolean rests = now.isBefore(silence.probeAt()) && !now.isBefore(silence.askedAt());
    return rests ? 0 : 1;
  }

  /** How long until a silent session may be tried again, at most {@code most}. */
  Duration untilProbe(Duration most) {
    Instant now = clock.instant();
    return silent.values().stream()
        .filter(silence -> silence.inARow() >= SILENCES_OF_A_LANE)
        .map(silence -> Duration.between(now, silence.probeAt()))
        .filter(wait -> wait.isPositive() && wait.compareTo(most) < 0)
        .min(Duration::compareTo)
        .orElse(most);
  }

  private boolean isSilent(ProviderSession providerSession) {
    Silence silence = silent.get(providerSession);
    return silence != null && silence.inARow() >= SILENCES_OF_A_LANE;
  }
}
