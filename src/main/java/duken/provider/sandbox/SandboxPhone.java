package duken.provider.sandbox;

import duken.domain.Money;
import duken.provider.ProviderReading;
import duken.provider.SandboxCustomer;
import duken.provider.sandbox.SandboxPayment.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The phone of the practice bank's customer. */
public final class SandboxPhone implements SandboxCustomer {

  private final SandboxBank bank;
  private final SandboxMoods moods;
  private final InstantSource clock;

  SandboxPhone(SandboxBank bank, SandboxMoods moods, InstantSource clock) {
    this.bank = bank;
    this.moods = moods;
    this.clock = clock;
  }

  @Override
  public Optional<ProviderReading> act(long invoiceId, Action action) {
    Instant now = clock.instant();
    Optional<ProviderReading> said =
        bank.newestOf(invoiceId)
            .flatMap(newest -> bank.change(newest.operationId(), it -> it.after(action, now)))
            .map(SandboxProvider::reading);
    said.ifPresent(_ -> bank.tell(invoiceId));
    return said;
  }

  @Override
  public void rehearse(long invoiceId, Action action, Duration after) {
    Instant now = clock.instant();
    Plan plan = new Plan(action, now.plus(after));
    bank.newestOf(invoiceId)
        .ifPresent(
            newest -> bank.change(newest.operationId(), it -> Optional.of(it.plan(plan, now))));
  }

  @Override
  public void payWithoutInvoice(long tenantId, Money amount) {
    bank.walkIn(tenantId, amount.tiyn(), clock.instant());
  }

  @Override
  public void behave(long tenantId, SandboxFault sandboxFault) {
    moods.set(tenantId, sandboxFault);
  }
}
