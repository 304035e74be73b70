package duken.desktop.settings;

import duken.desktop.bank.BankPane;
import duken.desktop.bank.ModeCard;
import duken.desktop.contract.ProviderForm;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.terminal.TerminalPane;
import duken.desktop.ways.Way;
import duken.desktop.ways.WaysPane;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The ways to the bank: the choice, and the one that is looked at. */
final class BankSection extends SectionPane {

  /** How others name it, to lead there. */
  static final String ID = "bank";

  private final WaysPane pane;

  BankSection(DeskContext context) {
    super(ID, context.texts());
    pane =
        new WaysPane(
            context,
            keys(),
            List.of(
                new Way(
                    "smart-pos",
                    Material2RoundMZ.POINT_OF_SALE,
                    true,
                    keys -> new TerminalPane(context, keys)),
                new Way(
                    "kaspi-pay",
                    Material2RoundAL.ACCOUNT_BALANCE,
                    true,
                    keys -> new ContractPane(context, ProviderForm.KASPI_PAY, keys)),
                new Way(
                    "epay",
                    Material2RoundAL.ACCOUNT_BALANCE_WALLET,
                    true,
                    keys -> new ContractPane(context, ProviderForm.EPAY, keys)),
                new Way(
                    "cashier",
                    Material2RoundMZ.SMARTPHONE,
                    false,
                    keys -> new BankPane(context, keys))),
            connected -> new ModeCard(context, keys(), connected));
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
