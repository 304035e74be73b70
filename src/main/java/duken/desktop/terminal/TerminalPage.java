package duken.desktop.terminal;

/** What shows of the terminals: the paired ones, or one of the three steps of pairing. */
public enum TerminalPage {
  STANDING,
  ADDRESS,
  APPROVE,
  TEST
}
