package duken.desktop.bank;

import duken.api.BankJson;
import duken.desktop.kit.BankLight;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** How the account stands, in words, and what can be done about it. */
final class StandingView extends VBox {

  private final BankViewModel model;
  private final DeskContext context;
  private final FontIcon icon = Icons.of(BankLight.NOT_CONNECTED.icon(), 30);
  private final Label word = new Label();
  private final HBox light = new HBox(12, icon, word);
  private final VBox sentences = new VBox(8);
  private final KeyButton connect;
  private final KeyButton goOn;
  private final KeyButton cancel;
  private final KeyButton check;
  private final KeyButton disconnect;
  private final KeyButton place;

  StandingView(BankViewModel model, DeskContext context, Hotkeys keys) {
    this.model = model;
    this.context = context;
    word.getStyleClass().add("bank-word");
    light.setAlignment(Pos.CENTER_LEFT);
    light.getStyleClass().add("bank-standing");
    goOn =
        button("bank.action.go_on", Material2RoundMZ.SMS, KeyCode.ENTER, keys, model::connect)
            .styled("primary");
    connect =
        button("bank.action.connect", Material2RoundAL.LINK, KeyCode.ENTER, keys, model::connect)
            .styled("primary");
    check = button("bank.action.check", Material2RoundMZ.SYNC, KeyCode.F5, keys, model::probe);
    cancel =
        button(
                "bank.action.cancel",
                Material2RoundAL.CANCEL,
                KeyCode.DELETE,
                keys,
                model::cancelSignIn)
            .styled("quiet");
    disconnect =
        button(
                "bank.action.disconnect",
                Material2RoundAL.LINK_OFF,
                KeyCode.DELETE,
                keys,
                this::askToDisconnect)
            .styled("danger");
    place =
        button("bank.action.place", Material2RoundMZ.PLACE, KeyCode.F4, keys, model.city()::open);
    place.setId("bank-place");
    goOn.setId("bank-go-on");
    connect.setId("bank-connect");
    disconnect.setId("bank-disconnect");
    setSpacing(14);
    setFocusTraversable(true);
    getChildren()
        .addAll(
            light,
            sentences,
            new FlowPane(10, 10, goOn, connect, check, place, cancel, disconnect));
    model.talk().statusProperty().subscribe(_ -> show());
    model.talk().saidProperty().subscribe(_ -> show());
    model.talk().busyProperty().subscribe(_ -> show());
    model.city().asked().subscribe(_ -> show());
    context.texts().languageProperty().addListener(_ -> show());
  }

  private KeyButton button(String key, Ikon ikon, KeyCode code, Hotkeys keys, Runnable action) {
    KeyButton button = KeyButton.of(context.texts(), key, ikon, Hotkeys.key(code), keys, action);
    button.managedProperty().bind(button.visibleProperty());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void show() {
    BankJson.Status now = model.talk().statusProperty().get();
    light.setVisible(now != null);
    sentences.getChildren().clear();
    boolean provider = now != null && now.provider() != null;
    boolean connected = provider && now.connection().equals("connected");
    boolean lost = provider && now.connection().equals("signed_out");
    boolean waits = provider && now.progress().codeAwaited();
    goOn.setVisible(waits);
    cancel.setVisible(waits);
    connect.setVisible(provider && !connected && !waits);
    check.setVisible(connected || lost);
    disconnect.setVisible(connected);
    boolean asked = model.city().asked().get();
    place.setVisible(connected && !asked && now.place().latitude() == null);
    for (KeyButton each : new KeyButton[] {goOn, cancel, connect, check, place, disconnect}) {
      each.setDisable(model.talk().isBusy());
    }
    if (now == null) {
      return;
    }
    context
        .texts()
        .bind(connect.captionProperty(), lost ? "bank.action.reconnect" : "bank.action.connect");
    BankLight shown = BankLight.of(now);
    icon.setIconCode(shown.icon());
    shown.tone().paint(light);
    context.texts().bind(word.textProperty(), shown.textKey());
    for (Message sentence : words(now)) {
      Label label = new WrappedLabel("section-words");
      sentence.show(label, context.texts());
      sentences.getChildren().add(label);
    }
  }

  private List<Message> words(BankJson.Status now) {
    List<Message> all = new ArrayList<>();
    if (now.provider() == null) {
      all.add(Message.of(Tone.PLAIN, "bank.standing.no_road"));
      return all;
    }
    switch (now.connection()) {
      case "connected" -> connected(now, all);
      case "signed_out" -> {
        if (model.talk().saidProperty().get().isEmpty()) {
          all.addAll(BankWords.of(now.trouble()));
        }
        all.add(Message.of(Tone.PLAIN, "bank.standing.waiting"));
        all.add(Message.of(Tone.PLAIN, "bank.standing.tries"));
      }
      default -> all.add(Message.of(Tone.PLAIN, "bank.standing.none"));
    }
    if (now.progress().codeAwaited()) {
      all.add(Message.of(Tone.WAITING, "bank.standing.code_awaited"));
    }
    return all;
  }

  private void connected(BankJson.Status now, List<Message> all) {
    String shop = now.account().organization() == null ? "" : now.account().organization();
    String phone = now.account().phone() == null ? "" : now.account().phone();
    String since = context.moments().moment(now.account().connectedAt());
    all.add(Message.of(Tone.PLAIN, "bank.standing.connected", shop, phone, since));
    if (now.progress().ownersNumber()) {
      all.add(Message.of(Tone.CAREFUL, "bank.standing.owners_number"));
    }
    if (now.place().latitude() == null && !model.city().asked().get()) {
      all.add(Message.of(Tone.CAREFUL, "bank.standing.no_place"));
    }
    if (!now.line().reachable()) {
      all.add(Message.of(Tone.CAREFUL, "bank.standing.silent"));
    }
    long skew = now.line().clockSkewSeconds();
    if (BankLight.isClockWrong(skew)) {
      String way = skew > 0 ? "bank.standing.clock.behind" : "bank.standing.clock.ahead";
      all.add(Message.of(Tone.CAREFUL, way, Math.abs(skew)));
      all.add(Message.of(Tone.PLAIN, "bank.standing.clock.next"));
    }
  }

  private void askToDisconnect() {
    new Question("bank.disconnect.", new Object[0], Material2RoundAL.LINK_OFF, true)
        .ask(
            context.texts(),
            context.navigator()::open,
            context.navigator()::closeSheet,
            model::disconnect);
  }
}
