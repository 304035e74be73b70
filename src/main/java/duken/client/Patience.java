package duken.client;

import java.time.Duration;

/**
 * How long calls may take, connecting included.
 *
 * @param connecting until the engine takes the connection
 * @param reading what the engine knows by itself
 * @param acting what the engine asks a bank or a receiver for
 * @param signingIn what asks a bank several times in a row
 * @param following beyond the time a call for changes was told to wait
 */
record Patience(
    Duration connecting,
    Duration reading,
    Duration acting,
    Duration signingIn,
    Duration following) {

  /** 3 s to connect, 10 s to read, 30 s to act, 90 s to sign in, 10 s beyond the wait. */
  static Patience standard() {
    return new Patience(
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(90),
        Duration.ofSeconds(10));
  }
}
