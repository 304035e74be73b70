package duken.app.bank;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.InvoiceJson;
import duken.app.folder.PreparedFolder;
import duken.app.terminal.Terminal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The shops' own accounts at the bank, from the database itself or through a running engine. */
public interface BankAccountAdmin extends AutoCloseable {

  /**
   * Opens the book.
   *
   * @throws UserError when neither way is open
   */
  static BankAccountAdmin of(PreparedFolder folder, Terminal terminal) {
    return folder.reach(
        RemoteBankAccounts::new, lock -> StoredBankAccounts.open(folder, terminal, lock));
  }

  List<AdminJson.Tenant> shops();

  /** The shop of this name, made where there is none. */
  AdminJson.Tenant shop(String name);

  /** How a shop's cashier account stands, as far as is known. */
  BankJson.Status standing(long tenantId);

  /** Tells where a shop is. */
  BankJson.Status place(long tenantId, BankJson.Place place);

  /** Has the bank send an SMS code. */
  BankJson.Step sendCode(long tenantId, BankJson.SignIn signIn);

  BankJson.Step enterCode(long tenantId, String code);

  /** How the shop stands with its providers, the live one first; each is asked. */
  List<BankJson.Provider> providers(long tenantId);

  /**
   * Connects a shop to a provider and waits for the end.
   *
   * @param progress is told facts the person should see meanwhile
   */
  BankJson.Attempt connect(
      long tenantId,
      String provider,
      BankJson.Connect wish,
      Consumer<Map<String, String>> progress);

  /** Changes one thing of a connection. */
  BankJson.Attempt change(
      long tenantId, String provider, String action, Map<String, String> values);

  /** Forgets what a provider keeps of a shop. */
  void disconnect(long tenantId, String provider);

  /**
   * A person's answer about an operation on a terminal.
   *
   * @return the invoice after it
   */
  InvoiceJson answer(long invoiceId, BankJson.Answer answer);

  @Override
  void close();
}
