package duken.desktop.bank;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.ways.WayPane;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The shop's account: how it stands or the step that is being taken, one at a time. */
public final class BankPane extends VBox implements WayPane {

  private final DeskContext context;
  private final BankViewModel model;
  private final VBox said = new VBox(6);
  private final StandingView standing;
  private final NoticeStep notice;
  private final PhoneStep phone;
  private final CodeStep code;
  private final CityStep city;
  private Subscription subscription = Subscription.EMPTY;

  /**
   * The pane.
   *
   * @param keys of the section; Esc goes a step back as long as there is one
   */
  public BankPane(DeskContext context, Hotkeys keys) {
    this.context = context;
    model = new BankViewModel(context.engine(), context.background(), context.nanoTime());
    keys.on(Hotkeys.key(KeyCode.ESCAPE), model::back);
    keys.on(Hotkeys.key(KeyCode.BACK_SPACE), model::backspace);
    keys.on(Hotkeys.ctrl(KeyCode.V), () -> model.paste(Clipboard.getSystemClipboard().getString()));
    keys.onTyped(model::type);
    keys.remembering(model.digits()::remember);
    standing = new StandingView(model, context, keys);
    notice = new NoticeStep(model, context.texts(), keys);
    phone = new PhoneStep(model, context.texts(), keys);
    code = new CodeStep(model, context.texts(), keys);
    city = new CityStep(model, context.texts(), keys);
    said.managedProperty().bind(said.visibleProperty());
    said.setId("bank-said");
    setSpacing(14);
    getChildren().addAll(said, city, new StackPane(standing, notice, phone, code));
    model.talk().saidProperty().subscribe(this::show);
    model.pageProperty().subscribe(this::show);
    model.city().asked().subscribe(_ -> show(model.pageProperty().get()));
    context
        .feed()
        .stateProperty()
        .subscribe(state -> model.told(state == null ? null : state.bank()));
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public ObservableValue<Boolean> atRest() {
    return model.pageProperty().map(page -> page == BankPage.STANDING);
  }

  @Override
  public void shown() {
    subscription = context.heartbeat().listen(model::beat);
    model.shown();
    focus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    model.hidden();
  }

  private void show(BankPage page) {
    only(standing, page == BankPage.STANDING);
    only(notice, page == BankPage.NOTICE);
    only(phone, page == BankPage.PHONE);
    only(code, page == BankPage.CODE);
    only(city, isCityAsked());
    focus();
  }

  private boolean isCityAsked() {
    return model.pageProperty().get() == BankPage.STANDING && model.city().asked().get();
  }

  private static void only(Region node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  private void focus() {
    switch (model.pageProperty().get()) {
      case STANDING -> {
        if (isCityAsked()) {
          city.takeFocus();
        } else {
          standing.requestFocus();
        }
      }
      case NOTICE -> notice.takeFocus();
      case PHONE -> phone.takeFocus();
      case CODE -> code.takeFocus();
    }
  }

  private void show(List<Message> sentences) {
    said.getChildren().clear();
    for (Message sentence : sentences) {
      Label label = new WrappedLabel(said.getChildren().isEmpty() ? "bank-said" : "section-words");
      sentence.show(label, context.texts());
      said.getChildren().add(label);
    }
    said.setVisible(!sentences.isEmpty());
  }
}
