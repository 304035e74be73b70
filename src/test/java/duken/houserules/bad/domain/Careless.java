package duken.houserules.bad.domain;

import java.io.File;
import java.security.Provider;
import java.time.Instant;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Counts money in binary, reads the clock, and does more that the domain must not. */
final class Careless {

  static String lastUsed = "";

  private final File file = new File(lastUsed);
  private final Provider provider = new BouncyCastleProvider();

  double halfOf(double sum) {
    return sum / 2;
  }

  String describe() {
    System.out.println(file);
    return provider + " " + Instant.now();
  }
}
