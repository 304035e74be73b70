package duken.app;

import duken.api.AdminJson;
import duken.api.BankJson;
import java.util.List;

/** The shops' own accounts at the bank, from the database itself or through a running engine. */
interface BankBook extends AutoCloseable {

  /**
   * Opens the book.
   *
   * @throws Sentence when neither way is open
   */
  static BankBook of(PreparedFolder folder, Terminal terminal) {
    return folder.reach(RemoteBankBook::new, lock -> StoredBankBook.open(folder, terminal, lock));
  }

  /** All shops. */
  List<AdminJson.Tenant> shops();

  /** The shop of this name, made where there is none. */
  AdminJson.Tenant shop(String name);

  /** How a shop's account stands; the bank is asked when it was connected. */
  BankJson.Status probe(long tenantId);

  /** Has the bank send an SMS code. */
  BankJson.Step sendCode(long tenantId, BankJson.SignIn signIn);

  /** Goes on with the code. */
  BankJson.Step enterCode(long tenantId, String code);

  /** Forgets the session. */
  BankJson.Status disconnect(long tenantId);

  @Override
  void close();
}
