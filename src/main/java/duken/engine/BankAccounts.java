package duken.engine;

import duken.engine.admin.BankConnectionService;
import duken.engine.admin.BankStatusService;
import duken.engine.admin.ConnectAttempts;
import duken.engine.admin.ProviderConnections;
import duken.engine.poll.PaymentPoller;
import duken.engine.poll.ProviderHealth;
import duken.engine.runtime.ProviderRouter;
import duken.store.Store;
import java.time.InstantSource;

/** How shops are connected to their banks. */
record BankAccounts(
    BankStatusService bank,
    BankConnectionService signIn,
    ProviderConnections connections,
    ConnectAttempts attempts) {

  static BankAccounts of(
      Store store,
      ProviderRouter providers,
      ProviderHealth health,
      PaymentPoller poller,
      InstantSource clock) {
    ProviderConnections connections =
        new ProviderConnections(
            store,
            providers.live(),
            providers.signIn(),
            providers.connectors(),
            poller::resume,
            clock);
    return new BankAccounts(
        new BankStatusService(providers, health),
        new BankConnectionService(store, providers.signIn(), poller::resume, clock),
        connections,
        new ConnectAttempts(connections));
  }
}
