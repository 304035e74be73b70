package duken.provider.cashier;

import duken.provider.BankSignIn;
import duken.provider.PaymentProvider;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.session.DeviceIdentity;
import duken.provider.cashier.session.Identities;
import duken.provider.cashier.session.OrganisationContext;
import duken.provider.cashier.session.RenewalThrottle;
import duken.provider.cashier.session.SessionRegistry;
import duken.provider.cashier.session.SessionRenewal;
import duken.provider.cashier.session.SessionVault;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.signin.CashierSignIn;
import duken.provider.cashier.signin.Entrance;
import duken.provider.cashier.signin.SignInFinish;
import duken.provider.cashier.signin.SmsThrottle;
import duken.provider.cashier.wire.BankClock;
import duken.provider.cashier.wire.Coordinates;
import duken.provider.cashier.wire.QrPayApi;
import duken.provider.cashier.wire.SignedCalls;
import duken.provider.cashier.wire.SignedHeaders;
import duken.provider.http.BankHttp;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;

/** The provider through cashiers' own sessions, put together. */
public final class CashierModule implements AutoCloseable {

  private final BankHttp http;
  private final CashierProvider provider;
  private final CashierSignIn signIn;

  /**
   * Puts it together; no bank is called.
   *
   * @param vault where sessions lie
   * @param places where each shop is, if its owner said
   */
  public CashierModule(
      CashierSettings settings,
      SessionVault vault,
      LongFunction<Optional<Coordinates>> places,
      Clock clock,
      SecureRandom random) {
    http = new BankHttp(settings.times().connectTimeout(), settings.times().callTimeout());
    BankClock bankClock = new BankClock(clock);
    SignedHeaders headers = new SignedHeaders(settings, CashierModule::ownAddress);
    SignedCalls calls = new SignedCalls(settings, headers, http, bankClock);
    SessionRegistry sessionRegistry = new SessionRegistry(vault);
    Identities identities = new Identities(vault, random);
    QrPayApi bank = new QrPayApi(settings, calls, clock);
    OrganisationContext organisation = new OrganisationContext(settings, calls);
    SessionRenewal sessionRenewal =
        new SessionRenewal(
            settings, calls, organisation, sessionRegistry, new RenewalThrottle(vault, clock));
    provider = new CashierProvider(settings, sessionRegistry, sessionRenewal, bank, places, clock);
    signIn =
        new CashierSignIn(
            settings,
            new Entrance(settings, http),
            new SignInFinish(
                settings,
                calls,
                organisation,
                sessionRegistry,
                identities,
                random,
                bankClock,
                clock),
            sessionRegistry,
            identities,
            bankClock,
            clock,
            bank,
            new SmsThrottle(vault, settings.times().smsPause(), clock),
            new BlockedNumbers(vault, settings.headers().zone(), clock),
            sessionRenewal);
  }

  /**
   * A provider of nobody to a bank that only plays: each shop has the same session, made here and
   * kept nowhere.
   */
  public static CashierModule rehearsing(String bankUrl, Clock clock, SecureRandom random) {
    CashierSettings settings =
        CashierSettings.from(
            name -> name.equals("cashier.qrpay-url") ? Optional.of(bankUrl) : Optional.empty());
    CashierSession session =
        new CashierSession(
            DeviceIdentity.fresh(random),
            "REHEARSAL",
            "00".repeat(32),
            "",
            "1",
            null,
            "7000000000",
            clock.instant(),
            null);
    return new CashierModule(
        settings, new OneSession(session), _ -> Optional.empty(), clock, random);
  }

  public PaymentProvider provider() {
    return provider;
  }

  /** How a shop's account is connected to it. */
  public BankSignIn signIn() {
    return signIn;
  }

  /** Lets connections go. Running calls end by their own time limits. */
  @Override
  public void close() {
    http.close();
  }

  /** This machine's own address in its network; nothing is sent to find it. */
  private static String ownAddress() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 0, 0, 1}), 9));
      return socket.getLocalAddress().getHostAddress();
    } catch (SocketException | UnknownHostException _) {
      return "127.0.0.1";
    }
  }
}
