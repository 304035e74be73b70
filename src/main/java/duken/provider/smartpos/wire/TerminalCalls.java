package duken.provider.smartpos.wire;

import duken.provider.http.BankHttp;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Calls to one terminal under one pin: GET for everything, parameters in the query, a new
 * connection for each, so that each shows its certificate (Smart POS, sections 2 and 4).
 */
public final class TerminalCalls implements AutoCloseable {

  private final TerminalAddress address;
  private final PinnedTrust trust;
  private final BankHttp http;

  /**
   * @param pin fingerprint of the only certificate that is spoken to
   */
  public TerminalCalls(TerminalAddress address, String pin, Duration connecting, Duration calling) {
    this.address = address;
    this.trust = new PinnedTrust(pin);
    this.http =
        new BankHttp(
            connecting,
            calling,
            client ->
                client
                    .sslSocketFactory(new FreshTls(trust), trust)
                    .hostnameVerifier((_, _) -> true)
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS)));
  }

  /** The fingerprint of another certificate that was shown last, or null. */
  public String strange() {
    return trust.refused();
  }

  /**
   * Makes one call.
   *
   * @param token or null for the one call that has none
   * @param terminalId once it is known, or null
   */
  public TerminalReply get(
      String call, Map<String, String> parameters, String token, String terminalId) {
    HttpUrl.Builder url =
        new HttpUrl.Builder()
            .scheme(address.plain() ? "http" : "https")
            .host(address.host())
            .port(address.port())
            .addPathSegment("v2")
            .addPathSegment(call);
    parameters.forEach(url::addQueryParameter);
    Request.Builder request =
        new Request.Builder()
            .url(url.build())
            .header("Accept", "application/json")
            .header("Connection", "close");
    if (token != null) {
      request.header("accesstoken", token);
    }
    if (terminalId != null) {
      request.header("terminalId", terminalId);
    }
    return ReplyReader.read(http.call("smart-pos/" + call, request.build()), trust);
  }

  @Override
  public void close() {
    http.close();
  }
}
