package duken.app.wiring;

import duken.app.folder.DataFolder;
import duken.domain.PaymentKind;
import duken.engine.Engine;
import duken.engine.EngineParts;
import duken.engine.runtime.IdempotencyService;
import duken.provider.sandbox.SandboxBank;
import duken.provider.sandbox.SandboxProvider;
import duken.store.Store;
import duken.webhook.WebhookBody;
import java.security.SecureRandom;
import java.time.Clock;

/** An engine that is put together for one decision and never begins its loops. */
public final class RestingEngine implements AutoCloseable {

  private final SandboxBank practiceBank;
  private final Engine engine;

  public RestingEngine(
      DataFolder folder, Store store, ProviderModules providers, Clock clock, SecureRandom random) {
    practiceBank = SandboxBank.open(folder.practiceBank(), clock);
    SandboxProvider sandbox = new SandboxProvider(practiceBank, clock);
    engine =
        new Engine(
            new EngineParts(
                store,
                clock,
                new EngineParts.Banks(
                    providers.providers(sandbox), sandbox.phone(), providers.verifiers()),
                WebhookBody::body,
                token -> token,
                new IdempotencyService(store, clock),
                random,
                PaymentKind.QR.life()));
  }

  public Engine engine() {
    return engine;
  }

  @Override
  public void close() {
    practiceBank.close();
  }
}
