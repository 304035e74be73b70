package duken.webhook;

import duken.security.WebhookUrlRules;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;

/**
 * Resolves a receiver's name and refuses it unless every address is allowed. OkHttp connects to
 * what this returns and asks nobody else, so the judged address is the connected one and a name
 * that changes its mind in between gains nothing.
 *
 * <p>Two with equal rules are equal, so that connections are shared between calls under the same
 * rules and never between others.
 *
 * @param secure whether the scheme is {@code https}
 * @param live whether it is for real payments
 * @param lookups runs look-ups: the system's resolver cannot be told to stop, so it gets a thread
 *     that may be left waiting
 * @param patience how long a look-up may take
 */
record GuardedDns(
    WebhookUrlRules rules,
    WebhookUrlRules.Resolver resolver,
    boolean secure,
    boolean live,
    Executor lookups,
    Duration patience)
    implements Dns {

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = resolve(host);
    if (rules.checkResolved(secure, live, addresses).isPresent()) {
      throw new Refused();
    }
    return addresses;
  }

  /**
   * Judges a host that is an address literal: OkHttp does not resolve those.
   *
   * @return whether it is a name, or a literal that is allowed
   */
  boolean mayBe(String host) {
    try {
      return rules.checkResolved(secure, live, List.of(InetAddress.ofLiteral(host))).isEmpty();
    } catch (IllegalArgumentException _) {
      return true;
    }
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    CompletableFuture<List<InetAddress>> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return resolver.resolve(host);
              } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
              }
            },
            lookups);
    try {
      return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw notFound();
    }
  }

  private static UnknownHostException notFound() {
    return new UnknownHostException("the receiver's name cannot be resolved");
  }

  /** The name leads where no webhook may go. */
  static final class Refused extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    Refused() {
      super("the receiver's address is not allowed");
    }
  }
}
