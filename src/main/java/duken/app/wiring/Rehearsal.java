package duken.app.wiring;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.Engine;
import duken.engine.EngineParts;
import duken.engine.admin.ShopAccess;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.ProviderRouter;
import duken.gateway.GatewayParts;
import duken.gateway.GatewayServer;
import duken.provider.cashier.CashierModule;
import duken.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays sales through the whole program before the first real one, which would else pay for all
 * that is needed for the first time: classes, statements, the first signature. A shop that nobody
 * sees sells through HTTP to a bank in this process; all of it happens in one transaction that is
 * rolled back. Only numbers of rows are used up.
 */
final class Rehearsal {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  /** The first ones load classes, the others run hot. */
  private static final int SALES = 12;

  private static final String BODY =
      "{\"amount\":1,\"external_order_id\":\"rehearsal-1\",\"description\":\"rehearsal\"}";

  private final Store store;
  private final Clock clock;
  private final SecureRandom random;

  Rehearsal(Store store, Clock clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /** Thrown at the end of every rehearsal, so that its transaction is rolled back. */
  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Over() {
      super("over", null, false, false);
    }
  }

  /**
   * Plays.
   *
   * @param parts of the real gateway
   * @param server makes a gateway of parts, which listens nowhere yet
   */
  void play(GatewayParts parts, Function<GatewayParts, GatewayServer> server) {
    try (RehearsalBank bank = new RehearsalBank();
        CashierModule provider = CashierModule.rehearsing(bank.url(), clock, random)) {
      store.writeLightly(
          tx -> {
            play(parts, server, new UndoneStore(tx), provider);
            throw new Over();
          });
    } catch (Over _) {
      LOG.debug("the rehearsal is over");
    } catch (IOException | RuntimeException e) {
      LOG.debug("the rehearsal came to nothing", e);
    }
  }

  private void play(
      GatewayParts parts,
      Function<GatewayParts, GatewayServer> server,
      Store undone,
      CashierModule provider) {
    ShopAccess shopAccess = new ShopAccess(undone, clock, random);
    IdempotencyService calls = new IdempotencyService(undone, clock);
    Engine engine =
        new Engine(
            new EngineParts(
                undone,
                clock,
                new ProviderRouter(provider.provider(), List.of(provider.provider())),
                null,
                (_, _) -> "",
                token -> "http://127.0.0.1/" + token,
                calls,
                random));
    Tenant shop = shopAccess.tenantNamed(UUID.randomUUID().toString());
    String key = shopAccess.passingKey(shop.id(), "rehearsal", Mode.LIVE, ApiKey.Role.API).whole();
    GatewayParts played =
        new GatewayParts(
            undone,
            new GatewayParts.Services(
                engine, parts.services().marketplace(), shopAccess, parts.services().catalog()),
            parts.images(),
            calls,
            parts.owner(),
            parts.hooks(),
            parts.showWindow(),
            random,
            clock);
    try (GatewayServer gateway = server.apply(played)) {
      gateway.start(InetAddress.getLoopbackAddress(), 0);
      for (int i = 0; i < SALES; i++) {
        sell(gateway.port(), key);
      }
    }
  }

  private static void sell(int port, String key) {
    String request =
        """
        POST /api/v1/invoices/qr HTTP/1.1\r
        Host: 127.0.0.1\r
        Connection: close\r
        X-API-Key: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s\
        """
            .formatted(key, BODY.length(), BODY);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.startsWith("HTTP/1.1 201")) {
        throw new IllegalStateException(answer.lines().findFirst().orElse("no answer"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
