package duken.engine.admin;

import duken.domain.DomainRefusal;
import duken.engine.runtime.CommitSignal;
import duken.store.Outbox.Delivery;
import duken.store.Scope;
import duken.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Sends webhook deliveries again when somebody asks for it (gateway contract, section 15). */
public final class WebhookResend {

  private final Store store;
  private final CommitSignal commitSignal;
  private final InstantSource clock;

  /**
   * @param commitSignal wakes whoever sends
   */
  public WebhookResend(Store store, CommitSignal commitSignal, InstantSource clock) {
    this.store = store;
    this.commitSignal = commitSignal;
    this.clock = clock;
  }

  /**
   * Makes a delivery due now, also one that was delivered.
   *
   * @throws DomainRefusal NOT_FOUND when the shop has no such delivery
   */
  public void resend(Scope scope, UUID id) {
    Instant now = clock.instant();
    Delivery unused =
        store.write(
            tx -> {
              Delivery delivery =
                  tx.outbox()
                      .find(id)
                      .filter(it -> it.message().scope().equals(scope))
                      .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
              Delivery due = delivery.askedFor(now);
              tx.outbox().update(due);
              return due;
            });
    commitSignal.signal();
  }
}
