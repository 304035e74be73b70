package duken.domain;

/** Play money or real money. The two never see each other (gateway contract, section 2). */
public enum Mode {
  /** Training: the sandbox provider, no network, {@code is_sandbox: true}. */
  TEST,
  /** Real payments through the connected bank. */
  LIVE;

  /** Whether nothing here is real money. */
  public boolean isSandbox() {
    return this == TEST;
  }

  /** The word in key prefixes and on the command line, {@code test} or {@code live}. */
  public String word() {
    return this == TEST ? "test" : "live";
  }
}
