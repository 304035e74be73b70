package duken.desktop.orders;

import duken.api.orders.OrdersJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Setting the orders up: where the token is found, a test, and what is missing. */
final class ConnectionSheet {

  private static final double WIDTH = 900;

  private final DeskContext context;
  private final OrderConnection connection;
  private final Runnable changed;
  private final Runnable refocus;

  /**
   * @param changed called when the shop stands otherwise than before
   * @param refocus takes the focus back to the list when the sheet is gone
   */
  ConnectionSheet(DeskContext context, Runnable changed, Runnable refocus) {
    this.context = context;
    this.changed = changed;
    this.refocus = refocus;
    connection = new OrderConnection(context.engine(), context.background());
  }

  void open(OrdersJson.Standing standing) {
    Texts texts = context.texts();
    TextField token = field("orders-token", new PasswordField(), "");
    TextField shop =
        field(
            "orders-uid",
            new TextField(),
            standing == null || standing.merchantUid() == null ? "" : standing.merchantUid());
    TextField address = field("orders-address", new TextField(), "");
    texts.bind(address.promptTextProperty(), "orders.connect.address.prompt");
    Label said = new WrappedLabel("outcome");
    said.setId("orders-connect-said");
    Subscription follow =
        connection
            .said()
            .subscribe(
                message -> {
                  said.setVisible(message != null);
                  said.setManaged(message != null);
                  if (message != null) {
                    message.show(said, texts);
                    changed.run();
                  }
                });
    Subscription forget =
        connection
            .connected()
            .subscribe(
                is -> {
                  if (is) {
                    token.clear();
                  }
                });
    Subscription beats = context.heartbeat().listen(connection::beat);
    VBox body =
        new VBox(
            8,
            words("orders.connect.intro"),
            named("orders.connect.token"),
            token,
            named("orders.connect.uid"),
            shop,
            words("orders.connect.uid.hint"),
            named("orders.connect.address"),
            address,
            said);
    Sheet sheet = new Sheet(texts.of("orders.connect.title"), body, WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "orders.action.back");
    boolean kept = standing != null && standing.connected();
    KeyButton forgetting =
        button(sheet, "disconnect", Material2RoundAL.LINK_OFF, KeyCode.F4, this::askToDisconnect)
            .styled("danger");
    KeyButton test = button(sheet, "test", Material2RoundMZ.SYNC, KeyCode.F5, connection::check);
    KeyButton connect =
        button(
                sheet,
                "connect",
                Material2RoundAL.LINK,
                KeyCode.ENTER,
                () -> connection.connect(token.getText(), shop.getText(), address.getText()))
            .styled("primary");
    back.setMinWidth(Region.USE_PREF_SIZE);
    connect.setMinWidth(Region.USE_PREF_SIZE);
    for (KeyButton each : new KeyButton[] {forgetting, test}) {
      each.setMinWidth(Region.USE_PREF_SIZE);
      each.setVisible(kept);
      each.setManaged(kept);
    }
    sheet
        .with(back, forgetting, test, connect)
        .onClosed(
            () -> {
              Subscription.combine(follow, forget, beats).unsubscribe();
              refocus.run();
            });
    context.navigator().open(sheet);
    token.requestFocus();
  }

  private void askToDisconnect() {
    new Question("orders.ask.disconnect.", new Object[0], Material2RoundAL.LINK_OFF, true)
        .ask(
            context.texts(),
            context.navigator()::open,
            context.navigator()::closeSheet,
            () -> {
              Subscription[] once = new Subscription[1];
              once[0] =
                  connection
                      .busy()
                      .subscribe(
                          (was, is) -> {
                            if (!is) {
                              once[0].unsubscribe();
                              Message message = connection.said().get();
                              context.navigator().say(message);
                              changed.run();
                            }
                          });
              connection.disconnect();
            });
  }

  private KeyButton button(Sheet sheet, String word, Ikon icon, KeyCode code, Runnable action) {
    KeyButton button =
        KeyButton.of(
            context.texts(),
            "orders.action." + word,
            icon,
            Hotkeys.key(code),
            sheet.keys(),
            action);
    button.setId("orders-" + word);
    button.disableProperty().bind(connection.busy());
    return button;
  }

  private Node named(String key) {
    Label label = new Label();
    label.getStyleClass().add("field-label");
    context.texts().bind(label.textProperty(), key);
    return label;
  }

  private Node words(String key) {
    Label label = new WrappedLabel("section-words");
    context.texts().bind(label.textProperty(), key);
    return label;
  }

  private static TextField field(String id, TextField field, String text) {
    field.setId(id);
    field.setText(text);
    field.getStyleClass().add("big-field");
    return field;
  }
}
