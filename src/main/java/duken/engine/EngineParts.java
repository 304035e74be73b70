package duken.engine;

import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.ProviderRouter;
import duken.provider.SandboxCustomer;
import duken.provider.callback.CallbackVerifier;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What the engine is made of.
 *
 * @param eventBody makes a webhook's exact text of an invoice and the event's time
 * @param payLink makes a pay page's address of its token
 * @param calls whose old answers are forgotten
 * @param random a secure one
 * @param qrLife how long a QR invoice may be paid
 */
public record EngineParts(
    Store store,
    InstantSource clock,
    Banks banks,
    BiFunction<Invoice, Instant, String> eventBody,
    UnaryOperator<String> payLink,
    IdempotencyService calls,
    RandomGenerator random,
    Duration qrLife) {

  /**
   * The banks.
   *
   * @param providers sandbox and live
   * @param phone of the practice bank's customer
   * @param verifiers of the banks that call, by the name of their provider
   */
  public record Banks(
      ProviderRouter providers, SandboxCustomer phone, Map<String, CallbackVerifier> verifiers) {}

  /** An engine whose banks do not call. */
  public EngineParts(
      Store store,
      InstantSource clock,
      ProviderRouter providers,
      SandboxCustomer phone,
      BiFunction<Invoice, Instant, String> eventBody,
      UnaryOperator<String> payLink,
      IdempotencyService calls,
      RandomGenerator random) {
    this(
        store,
        clock,
        new EngineParts.Banks(providers, phone, Map.of()),
        eventBody,
        payLink,
        calls,
        random,
        PaymentKind.QR.life());
  }
}
