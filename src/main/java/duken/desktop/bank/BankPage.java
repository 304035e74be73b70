package duken.desktop.bank;

/** What the bank's section shows: how the account stands, or one of the three steps. */
public enum BankPage {
  STANDING,
  NOTICE,
  PHONE,
  CODE
}
