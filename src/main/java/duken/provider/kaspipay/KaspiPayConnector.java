package duken.provider.kaspipay;

import duken.domain.Capability;
import duken.provider.Connection;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Connected;
import duken.provider.account.ConnectOutcome.Refused;
import duken.provider.account.ConnectionReport;
import duken.provider.account.ProviderConnector;
import duken.provider.kaspipay.account.ClientCertificate;
import duken.provider.kaspipay.account.ClientCertificate.Unusable;
import duken.provider.kaspipay.account.KaspiPayAccount;
import duken.provider.kaspipay.account.KaspiPayAccounts;
import duken.provider.kaspipay.account.KaspiPayValues;
import duken.provider.kaspipay.wire.ContractClients;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Connects a shop's contract: it is kept once the bank knows the caller and the cash desk. */
final class KaspiPayConnector implements ProviderConnector {

  /** How long before a certificate's end it is warned of (Kaspi Pay sheet, section 13). */
  private static final Duration WARNING = Duration.ofDays(60);

  private static final int NAME_BYTES = 8;

  private final KaspiPayAccounts accounts;
  private final ContractCheck check;
  private final ContractClients clients;
  private final SecureRandom random;
  private final InstantSource clock;

  KaspiPayConnector(
      KaspiPayAccounts accounts,
      ContractCheck check,
      ContractClients clients,
      SecureRandom random,
      InstantSource clock) {
    this.accounts = accounts;
    this.check = check;
    this.clients = clients;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public String provider() {
    return KaspiPayProvider.NAME;
  }

  @Override
  public ConnectionReport report(long tenantId) {
    return report(tenantId, true);
  }

  @Override
  public ConnectionReport probe(long tenantId) {
    Optional<KaspiPayAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return ConnectionReport.notConfigured();
    }
    Optional<Refused> refused = check.ping(account.get());
    boolean silent = refused.filter(it -> ContractCheck.isSilence(it.code())).isPresent();
    if (!silent) {
      accounts.trouble(tenantId, refused.map(_ -> "credentials_refused").orElse(null));
    }
    return report(tenantId, !silent);
  }

  @Override
  public ConnectOutcome connect(
      long tenantId, Map<String, String> values, Consumer<Map<String, String>> progress) {
    KaspiPayAccount account;
    Long wanted;
    try {
      KaspiPayValues typed = new KaspiPayValues(values);
      account = certified(typed.account(device(tenantId)));
      wanted = typed.tradePoint();
    } catch (KaspiPayValues.Unfit e) {
      return Refused.badInput(e.culprit(), e.getMessage());
    } catch (Unusable e) {
      return Refused.notNow(e.culprit(), unusable(e.culprit()));
    }
    return switch (check.connect(account, wanted, accounts.of(tenantId).orElse(null))) {
      case ContractCheck.Result.No(Refused refused) -> {
        if (accounts.of(tenantId).filter(it -> shares(it, account)).isEmpty()) {
          clients.forget(account);
        }
        yield refused;
      }
      case ContractCheck.Result.Yes(KaspiPayAccount registered) -> {
        accounts.keepDevice(tenantId, registered.desk().device());
        accounts.keep(tenantId, registered);
        yield new Connected(report(tenantId, true));
      }
    };
  }

  @Override
  public void disconnect(long tenantId) {
    accounts.of(tenantId).ifPresent(clients::forget);
    accounts.forget(tenantId);
  }

  private ConnectionReport report(long tenantId, boolean reachable) {
    Optional<KaspiPayAccount> found = accounts.of(tenantId);
    if (found.isEmpty()) {
      return ConnectionReport.notConfigured();
    }
    KaspiPayAccount account = found.get();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("scheme", account.scheme().wire());
    details.put("url", account.base().toString());
    details.put("trade_point", Long.toString(account.point().tradePoint()));
    details.put("device", account.desk().device());
    if (account.credentials().certificateEnds() != null) {
      details.put("certificate_expires_at", account.credentials().certificateEnds().toString());
    }
    String trouble = accounts.trouble(tenantId);
    Set<Capability> capabilities = account.scheme().capabilities();
    boolean refused = "credentials_refused".equals(trouble);
    return new ConnectionReport(
        refused ? Connection.SIGNED_OUT : Connection.CONNECTED,
        trouble == null && endsSoon(account) ? "certificate_ends_soon" : trouble,
        reachable,
        account.point().tradePointName(),
        capabilities,
        details);
  }

  private boolean endsSoon(KaspiPayAccount account) {
    return account.credentials().certificateEnds() != null
        && clock.instant().plus(WARNING).isAfter(account.credentials().certificateEnds());
  }

  private static boolean shares(KaspiPayAccount one, KaspiPayAccount other) {
    return Objects.equals(one.credentials().certificate(), other.credentials().certificate())
        && Objects.equals(one.credentials().password(), other.credentials().password())
        && Objects.equals(one.credentials().trust(), other.credentials().trust());
  }

  private static KaspiPayAccount certified(KaspiPayAccount account) throws Unusable {
    if (account.credentials().trust() != null) {
      ClientCertificate.roots(account.credentials().trust());
    }
    if (account.credentials().certificate() == null) {
      return account;
    }
    return account.until(
        ClientCertificate.ends(
            ClientCertificate.open(
                account.credentials().certificate(), account.credentials().password())));
  }

  private static String unusable(String culprit) {
    return switch (culprit) {
      case "password" -> "The password does not open the certificate file.";
      case "trust" -> "The trust file holds no certificate in PEM form.";
      default -> "The certificate file is no PKCS#12 file with a key and its certificate.";
    };
  }

  private String device(long tenantId) {
    return accounts
        .device(tenantId)
        .orElseGet(
            () -> {
              byte[] bytes = new byte[NAME_BYTES];
              random.nextBytes(bytes);
              return "duken-" + HexFormat.of().formatHex(bytes);
            });
  }
}
