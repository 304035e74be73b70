package duken.app;

import duken.api.AdminJson;
import duken.api.BankJson;
import java.util.List;

/** The shops' own accounts at the bank, from the database itself or through a running engine. */
interface BankBook extends AutoCloseable {

  /**
   * Opens the book: through the running engine where there is one, so that it uses a new session at
   * once.
   *
   * @throws Sentence when neither way is open
   */
  static BankBook of(DataFolder folder, Settings settings, Terminal terminal) {
    return FolderLock.take(folder, FolderLock.Role.ENGINE)
        .<BankBook>map(lock -> StoredBankBook.open(folder, settings, terminal, lock))
        .orElseGet(
            () ->
                new RemoteBankBook(
                    RunningEngine.of(folder).orElseThrow(() -> RunningEngine.inTheWay(folder))));
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
