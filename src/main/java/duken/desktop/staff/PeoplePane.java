package duken.desktop.staff;

import duken.api.staff.StaffJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** People, their PINs, what needs one, and who did what. */
public final class PeoplePane extends VBox {

  private static final List<String> PERMISSIONS =
      List.of(
          "sale",
          "refund",
          "shift",
          "reconcile",
          "drawer",
          "terminal_answer",
          "anomalies",
          "goods",
          "settings",
          "keys",
          "price");
  private static final List<String> OF_CASH = List.of("cash_out", "cash_refund", "cash_expected");
  private static final KeyCode[] KEYS = {
    KeyCode.DIGIT1,
    KeyCode.DIGIT2,
    KeyCode.DIGIT3,
    KeyCode.DIGIT4,
    KeyCode.DIGIT5,
    KeyCode.DIGIT6,
    KeyCode.DIGIT7,
    KeyCode.DIGIT8,
    KeyCode.DIGIT9,
    KeyCode.DIGIT0,
    KeyCode.MINUS,
    KeyCode.EQUALS,
    KeyCode.BACK_QUOTE,
    KeyCode.COMMA,
    KeyCode.PERIOD,
    KeyCode.OPEN_BRACKET
  };
  private static final double ROW = 48;
  private static final int ACTIONS = 8;
  private static final int MINUTE = 60;

  private final PeopleViewModel model;
  private final Texts texts;
  private final Hotkeys keys;
  private final TextField name = new TextField();
  private final ListView<StaffJson.Member> people = new ListView<>();

  /**
   * A pane over these people.
   *
   * @param keys where its own keys go
   * @param meant asks first whether somebody is meant to go; runs what it is given when he is
   */
  public PeoplePane(
      PeopleViewModel model, Texts texts, Moments moments, Hotkeys keys, Consumer<Runnable> meant) {
    super(12);
    this.model = model;
    this.texts = texts;
    this.keys = keys;
    getChildren()
        .addAll(form(), buttons(meant), list(), heading("staff.rules"), rules(), actions(moments));
  }

  /** Stands where the next person is named. */
  public void takeFocus() {
    name.requestFocus();
  }

  private HBox form() {
    name.setId("staff-name");
    name.textProperty().bindBidirectional(model.name());
    PasswordField pin = new PasswordField();
    pin.setId("staff-pin");
    pin.textProperty().bindBidirectional(model.pin());
    return new HBox(12, field("staff.people.name", name), field("staff.people.pin", pin));
  }

  private VBox field(String textKey, TextField input) {
    Label caption = new Label();
    caption.getStyleClass().add("field-label");
    texts.bind(caption.textProperty(), textKey);
    input.accessibleTextProperty().bind(caption.textProperty());
    input.getStyleClass().add("big-field");
    VBox field = new VBox(4, caption, input);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private FlowPane buttons(Consumer<Runnable> meant) {
    KeyButton cashier =
        button("add", Material2RoundMZ.PERSON_ADD, KeyCode.ENTER, () -> model.add(false))
            .styled("primary");
    cashier.setId("staff-add");
    KeyButton owner =
        button("owner", Material2RoundMZ.PERSON_ADD, KeyCode.F6, () -> model.add(true));
    KeyButton change =
        button("pin.change", Material2RoundMZ.VPN_KEY, KeyCode.F7, () -> model.changePin(chosen()));
    KeyButton remove =
        button(
                "remove",
                Material2RoundAL.BLOCK,
                KeyCode.F4,
                () -> {
                  StaffJson.Member gone = chosen();
                  meant.accept(() -> model.remove(gone));
                })
            .styled("danger");
    var nobody = people.getSelectionModel().selectedItemProperty().isNull();
    change.disableProperty().bind(nobody);
    remove.disableProperty().bind(nobody);
    return new FlowPane(10, 10, cashier, owner, change, remove);
  }

  private StaffJson.Member chosen() {
    return people.getSelectionModel().getSelectedItem();
  }

  private KeyButton button(String action, Ikon icon, KeyCode key, Runnable run) {
    return KeyButton.of(texts, "staff.people." + action, icon, Hotkeys.key(key), keys, run);
  }

  private ListView<StaffJson.Member> list() {
    people.setId("staff");
    people.setFixedCellSize(ROW);
    people.setMinHeight(ROW * 3);
    people.setPrefHeight(ROW * 3);
    people.getStyleClass().addAll("sale-list", "edge-to-edge");
    people.accessibleTextProperty().bind(texts.of("settings.section.people"));
    people.setCellFactory(_ -> new MemberCell(texts));
    Label none = new WrappedLabel("muted");
    texts.bind(none.textProperty(), "staff.people.none");
    people.setPlaceholder(none);
    texts.languageProperty().addListener(_ -> people.refresh());
    model
        .roster()
        .subscribe(now -> people.getItems().setAll(now == null ? List.of() : now.members()));
    return people;
  }

  private FlowPane rules() {
    FlowPane rules = new FlowPane(10, 10);
    PERMISSIONS.forEach(permission -> rules.getChildren().add(rule(permission, rules)));
    rules
        .getChildren()
        .add(
            rule(
                "staff.lock",
                roster ->
                    roster.lockAfterSeconds() == 0
                        ? texts.get("staff.lock.never")
                        : texts.get("staff.lock.minutes", roster.lockAfterSeconds() / MINUTE),
                rules.getChildren().size(),
                model::nextLock));
    OF_CASH.forEach(permission -> rules.getChildren().add(rule(permission, rules)));
    var nobody = model.roster().map(now -> now.members().isEmpty()).orElse(true);
    rules.getChildren().forEach(rule -> rule.disableProperty().bind(nobody));
    rules.getChildren().add(reason());
    return rules;
  }

  private KeyButton rule(String permission, FlowPane rules) {
    return rule(
        "staff.can." + permission,
        roster -> texts.get("staff.level." + roster.levels().get(permission)),
        rules.getChildren().size(),
        () -> model.nextLevel(permission));
  }

  /** Nobody has to be there for this one. */
  private KeyButton reason() {
    KeyButton reason =
        rule(
            "staff.reason",
            roster ->
                texts.get(roster.needsRefundReason() ? "staff.reason.needed" : "staff.reason.free"),
            Hotkeys.ctrl(KeyCode.R),
            model::nextReason);
    reason.disableProperty().bind(model.roster().isNull());
    return reason;
  }

  private KeyButton rule(
      String textKey, Function<StaffJson.Roster, String> value, int at, Runnable next) {
    return rule(textKey, value, Hotkeys.ctrl(KEYS[at]), next);
  }

  private KeyButton rule(
      String textKey, Function<StaffJson.Roster, String> value, KeyCombination key, Runnable next) {
    KeyButton rule = new KeyButton(Material2RoundAL.LOCK, key, next).wire(keys, key);
    rule.captionProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  StaffJson.Roster now = model.roster().get();
                  return texts.get(textKey) + ": " + (now == null ? "–" : value.apply(now));
                },
                model.roster(),
                texts.languageProperty()));
    rule.setId("rule-" + textKey);
    return rule;
  }

  private VBox actions(Moments moments) {
    VBox lines = new VBox(4);
    model.actions().subscribe(() -> showActions(lines, moments));
    texts.languageProperty().addListener(_ -> showActions(lines, moments));
    VBox all = new VBox(8, heading("staff.actions"), lines);
    all.visibleProperty().bind(Bindings.isNotEmpty(model.actions()));
    return all;
  }

  private void showActions(VBox lines, Moments moments) {
    lines
        .getChildren()
        .setAll(
            model.actions().stream()
                .limit(ACTIONS)
                .map(
                    it -> {
                      Label line = new WrappedLabel("small-word");
                      line.setText(
                          moments.moment(it.at())
                              + " · "
                              + it.member()
                              + " · "
                              + texts.get("staff.can." + it.permission())
                              + " · "
                              + it.desk());
                      return line;
                    })
                .toList());
  }

  private Label heading(String textKey) {
    Label heading = new Label();
    heading.getStyleClass().add("card-title");
    texts.bind(heading.textProperty(), textKey);
    return heading;
  }

  private static final class MemberCell extends ListCell<StaffJson.Member> {

    private final Texts texts;

    MemberCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(StaffJson.Member member, boolean empty) {
      super.updateItem(member, empty);
      setText(
          empty || member == null
              ? null
              : member.name() + " — " + texts.get("staff.role." + member.role()));
    }
  }
}
