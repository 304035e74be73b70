package duken.provider.cashier.payment;

import duken.provider.OpenedPayment;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.wire.CashierFields;
import duken.provider.cashier.wire.PayLink;
import duken.provider.cashier.wire.WireTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** What the bank said of each QR when it was made: how to ask about it, and until when it lives. */
public final class QrTimings {

  private static final Duration ZONE_DOUBT = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final CashierSettings settings;
  private final InstantSource clock;

  /** A QR is over after minutes; a late question about it may be asked at the usual pace. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final Duration LOOKED_AT_EVERY = Duration.ofMinutes(1);

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);

  private record Known(QrTiming timing, Instant since) {}

  public QrTimings(CashierSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Reads the answer of #1; empty when identifier or token are missing. */
  public Optional<OpenedPayment> opened(JsonNode data) {
    Optional<String> id = CashierFields.text(data, "QrOperationId");
    Optional<String> token = CashierFields.text(data, "QrToken");
    if (id.isEmpty() || token.isEmpty()) {
      return Optional.empty();
    }
    QrTiming wanted = QrTiming.of(data.path("QrPaymentBehaviorOptions"));
    Instant now = clock.instant();
    forgetOld(now);
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(id.get(), new Known(wanted, now));
    String link =
        PayLink.of(token.get(), settings.addresses().qrPrefix(), settings.addresses().payPrefix());
    return Optional.of(new OpenedPayment(id.get(), token.get(), link, ends(data, wanted)));
  }

  /** All of them are looked at, so not with each new one. */
  private void forgetOld(Instant now) {
    Instant due = nextLook.get();
    if (!now.isBefore(due) && nextLook.compareAndSet(due, now.plus(LOOKED_AT_EVERY))) {
      Instant oldest = now.minus(KEPT);
      known.values().removeIf(it -> it.since().isBefore(oldest));
    }
  }

  /** How the bank wants a QR to be treated; the usual way after a restart. */
  public QrTiming timing(String operationId) {
    Known there = known.get(operationId);
    return there == null ? QrTiming.USUAL : there.timing();
  }

  public void forget(String operationId) {
    known.remove(operationId);
  }

  /** Our own clock wins when the bank's date is off by more than a minute: its zone is unsure. */
  private Instant ends(JsonNode data, QrTiming wanted) {
    Instant ours = clock.instant().plus(wanted.scanWait());
    return CashierFields.text(data, "ExpireDate")
        .flatMap(text -> WireTime.read(text, settings.headers().zone()))
        .filter(theirs -> Duration.between(ours, theirs).abs().compareTo(ZONE_DOUBT) <= 0)
        .orElse(ours);
  }
}
