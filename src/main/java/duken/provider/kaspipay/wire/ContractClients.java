package duken.provider.kaspipay.wire;

import duken.provider.http.BankHttp;
import duken.provider.kaspipay.account.ClientCertificate.Unusable;
import duken.provider.kaspipay.account.KaspiPayAccount;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;

/** One HTTP client for each credential: no shop's certificate or trust serves another shop. */
public final class ContractClients implements AutoCloseable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(15);

  private final Map<Key, BankHttp> clients = new ConcurrentHashMap<>();

  private record Key(String certificate, String password, String trust) {
    @Override
    public String toString() {
      return "Key";
    }
  }

  /**
   * The client of this contract.
   *
   * @throws Unusable when its files cannot be read
   */
  BankHttp of(KaspiPayAccount account) throws Unusable {
    Key key =
        new Key(
            account.credentials().certificate(),
            account.credentials().password(),
            account.credentials().trust());
    BankHttp known = clients.get(key);
    if (known != null) {
      return known;
    }
    OkHttpClient.Builder tried = new OkHttpClient.Builder();
    TlsMaterial.apply(account, tried);
    return clients.computeIfAbsent(
        key, _ -> new BankHttp(CONNECT_LIMIT, CALL_LIMIT, builder -> settle(account, builder)));
  }

  /** Lets the connections of a credential go that is no longer used. */
  public void forget(KaspiPayAccount account) {
    BankHttp known =
        clients.remove(
            new Key(
                account.credentials().certificate(),
                account.credentials().password(),
                account.credentials().trust()));
    if (Objects.nonNull(known)) {
      known.close();
    }
  }

  @Override
  public void close() {
    clients.values().forEach(BankHttp::close);
  }

  private static void settle(KaspiPayAccount account, OkHttpClient.Builder builder) {
    try {
      TlsMaterial.apply(account, builder);
    } catch (Unusable e) {
      throw new IllegalStateException("tried a moment ago", e);
    }
  }
}
