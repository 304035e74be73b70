package duken.desktop.refund;

import duken.api.EngineApi;
import duken.api.RefundJson;
import duken.desktop.kit.task.Background;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Asks how the refunds of one sale stand, one question at a time. */
public final class RefundFollower {

  /** A refund that only a person can decide; it stands in nobody's way. */
  private static final String UNCLEAR = "refund_unclear";

  private final EngineApi engine;
  private final Background background;
  private final long invoiceId;
  private boolean asking;

  RefundFollower(EngineApi engine, Background background, long invoiceId) {
    this.engine = engine;
    this.background = background;
    this.invoiceId = invoiceId;
  }

  /** Whether the bank may still say how this refund ended. */
  public static boolean isInFlight(RefundJson refund) {
    return Set.of("pending", "processing").contains(refund.state().status())
        && !UNCLEAR.equals(refund.state().errorCode());
  }

  /** Tells the first refund like this as it stands now; without an answer nothing is told. */
  void ask(Predicate<RefundJson> wanted, Consumer<RefundJson> told) {
    if (asking) {
      return;
    }
    asking = true;
    background.ask(
        () -> engine.sales().get(invoiceId).refunds(),
        refunds -> {
          asking = false;
          refunds.stream().filter(wanted).findFirst().ifPresent(told);
        },
        _ -> asking = false);
  }
}
