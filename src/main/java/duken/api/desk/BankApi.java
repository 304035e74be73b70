package duken.api.desk;

import duken.api.BankJson;

/** The shop's own account at the bank. */
public interface BankApi {

  /** How the account is connected. Asks no bank. */
  BankJson.Status status();

  /** Asks the bank whether the session still lives. */
  BankJson.Status probe();

  /** Has the bank send an SMS code. Never repeat it by itself: it costs an SMS. */
  BankJson.Step sendCode(BankJson.SignIn signIn);

  /** Goes on with the code the human typed. Never repeat it by itself: it costs an attempt. */
  BankJson.Step enterCode(String code);

  /** Forgets a sign-in that waits for its code. */
  void cancelSignIn();

  /** Forgets the session; open invoices stay and wait. */
  BankJson.Status disconnect();

  /** Tells where the shop is. */
  BankJson.Status place(BankJson.Place place);
}
