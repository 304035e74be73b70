package duken.desktop.settings;

import duken.desktop.bank.BankPane;
import duken.desktop.shell.DeskContext;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The shop's own account at the bank. */
final class BankSection extends SectionPane {

  /** How others name it, to lead there. */
  static final String ID = "bank";

  private final BankPane pane;

  BankSection(DeskContext context) {
    super(ID, context.texts());
    pane = new BankPane(context, keys());
    getChildren().add(pane);
  }

  @Override
  public Ikon icon() {
    return Material2RoundAL.ACCOUNT_BALANCE;
  }

  @Override
  public void shown() {
    pane.shown();
  }

  @Override
  public void hidden() {
    pane.hidden();
  }
}
