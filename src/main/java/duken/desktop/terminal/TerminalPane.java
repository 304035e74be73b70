package duken.desktop.terminal;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.ways.WayPane;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The shop's terminals: how they stand, or the step of pairing that is being taken. */
public final class TerminalPane extends VBox implements WayPane {

  private final DeskContext context;
  private final TerminalViewModel model;
  private final Label said = new WrappedLabel("bank-said");
  private final TerminalStanding standing;
  private final AddressStep address;
  private final ApprovalStep approval;
  private Subscription subscription = Subscription.EMPTY;

  /**
   * The pane.
   *
   * @param keys while it shows; Esc goes a step back as long as there is one
   */
  public TerminalPane(DeskContext context, Hotkeys keys) {
    this.context = context;
    model = new TerminalViewModel(context.engine(), context.background(), context.preferences());
    keys.on(Hotkeys.key(KeyCode.ESCAPE), model::back);
    standing = new TerminalStanding(model, context, keys);
    address = new AddressStep(model, context, keys);
    approval = new ApprovalStep(model, context, keys);
    said.setId("terminal-said");
    said.managedProperty().bind(said.visibleProperty());
    setSpacing(14);
    getChildren().addAll(said, standing, address, approval);
    model.saidProperty().subscribe(this::say);
    model.pageProperty().subscribe(this::show);
    model.replacesProperty().subscribe(this::askToReplace);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public ObservableValue<Boolean> atRest() {
    return model.pageProperty().map(page -> page == TerminalPage.STANDING);
  }

  @Override
  public void shown() {
    subscription = context.heartbeat().listen(model::beat);
    model.refresh();
    focus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private void show(TerminalPage page) {
    only(standing, page == TerminalPage.STANDING);
    only(address, page == TerminalPage.ADDRESS);
    only(approval, page == TerminalPage.APPROVE || page == TerminalPage.TEST);
    focus();
  }

  private void focus() {
    switch (model.pageProperty().get()) {
      case STANDING -> standing.requestFocus();
      case ADDRESS -> address.takeFocus();
      case APPROVE, TEST -> approval.requestFocus();
    }
  }

  private static void only(Region node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  private void say(Message message) {
    said.setVisible(message != null);
    if (message != null) {
      message.show(said, context.texts());
    }
  }

  private void askToReplace(String provider) {
    if (provider != null) {
      new Question("terminal.replace.", new Object[0], Material2RoundAL.LINK, false)
          .ask(
              context.texts(),
              context.navigator()::open,
              context.navigator()::closeSheet,
              () -> model.pair(true));
    }
  }
}
