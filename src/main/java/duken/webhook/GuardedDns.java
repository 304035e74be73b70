package duken.webhook;

import duken.security.WebhookUrlRules;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Resolves a receiver's name and refuses it unless every address is allowed. The sender connects to
 * what this returns and asks nobody else, so the judged address is the connected one and a name
 * that changes its mind in between gains nothing.
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
    Duration patience) {

  /**
   * The addresses of a name or a literal, at least one.
   *
   * @throws Refused when one of them is where no webhook may go
   * @throws UnknownHostException when there is no such name, or it was not resolved in time
   */
  List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = literal(host).map(List::of).orElse(null);
    if (addresses == null) {
      addresses = resolve(host);
    }
    if (rules.checkResolved(secure, live, addresses).isPresent()) {
      throw new Refused();
    }
    if (addresses.isEmpty()) {
      throw notFound();
    }
    return addresses;
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
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
