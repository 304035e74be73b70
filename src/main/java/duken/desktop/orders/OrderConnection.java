package duken.desktop.orders;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Connecting a shop to its orders. An attempt is begun by a human and never by itself. */
public final class OrderConnection {

  static final String PROVIDER = "marketplace";
  private static final String TOKEN = "KASPI_MERCHANT_TOKEN";
  private static final String UID = "KASPI_MERCHANT_UID";
  private static final String BASE = "KASPI_MERCHANT_BASE_URL";

  private final EngineApi engine;
  private final Background background;
  private final ReadOnlyObjectWrapper<Message> said = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper connected = new ReadOnlyBooleanWrapper();
  private boolean running;
  private boolean named;

  /** Nothing is asked before a method is called. */
  public OrderConnection(EngineApi engine, Background background) {
    this.engine = engine;
    this.background = background;
  }

  /**
   * Connects with what was typed; Kaspi is asked for a page before anything is kept.
   *
   * @param shop number of the shop, blank for none
   * @param address of the API, blank for Kaspi's own
   */
  public void connect(String token, String shop, String address) {
    if (token.isBlank()) {
      said.set(Message.of(Tone.BAD, "orders.connect.no_token"));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put(TOKEN, token.strip());
    put(values, UID, shop);
    put(values, BASE, address);
    named = values.containsKey(UID);
    begin();
    background.ask(
        () -> engine.providers().connect(PROVIDER, new BankJson.Connect(values, false)),
        this::stands,
        this::failed);
  }

  /** Asks Kaspi whether what is kept works, and says what is missing. */
  public void check() {
    begin();
    background.ask(
        () -> engine.providers().probe(),
        rows -> {
          busy.set(false);
          said.set(tested(rows));
        },
        this::failed);
  }

  /** Forgets the token; orders that are here stay. */
  public void disconnect() {
    begin();
    background.ask(
        () -> engine.providers().disconnect(PROVIDER),
        _ -> {
          busy.set(false);
          said.set(Message.of(Tone.PLAIN, "orders.connect.disconnected"));
        },
        this::failed);
  }

  /** Time passes: an attempt that goes on is asked after. */
  public void beat() {
    if (running) {
      running = false;
      background.ask(() -> engine.providers().attempt(), this::stands, this::failed);
    }
  }

  /** What came of the last step, or null. */
  public ReadOnlyObjectProperty<Message> said() {
    return said.getReadOnlyProperty();
  }

  /** Whether Kaspi is being asked. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether an attempt has just succeeded: what was typed may be forgotten. */
  public ReadOnlyBooleanProperty connected() {
    return connected.getReadOnlyProperty();
  }

  private void begin() {
    connected.set(false);
    busy.set(true);
    said.set(Message.of(Tone.WAITING, "orders.connect.asking"));
  }

  private void stands(BankJson.Attempt attempt) {
    running = attempt.state().equals("running");
    if (running) {
      return;
    }
    busy.set(false);
    if (attempt.state().equals("connected")) {
      boolean none = "no".equals(attempt.progress().get("orders_seen"));
      connected.set(true);
      said.set(
          none
              ? Message.of(
                  Tone.CAREFUL,
                  named ? "orders.connect.none_with_uid" : "orders.connect.none_without_uid")
              : Message.of(Tone.GOOD, "orders.connect.connected"));
    } else {
      said.set(refused(attempt.code(), attempt.choices()));
    }
  }

  private static Message refused(String code, List<String> names) {
    return switch (String.valueOf(code)) {
      case "settings" ->
          Message.of(
              Tone.BAD,
              names.contains(UID)
                  ? "orders.connect.bad_uid"
                  : names.contains(BASE)
                      ? "orders.connect.bad_address"
                      : "orders.connect.bad_token");
      case "key" -> Message.of(Tone.BAD, "orders.connect.refused");
      case "address" -> Message.of(Tone.BAD, "orders.connect.not_shop");
      case "unreachable" -> Message.of(Tone.CAREFUL, "orders.connect.silent");
      default -> Message.of(Tone.BAD, "orders.connect.unclear");
    };
  }

  private static Message tested(List<BankJson.Provider> rows) {
    BankJson.Provider row =
        rows.stream().filter(it -> it.provider().equals(PROVIDER)).findFirst().orElse(null);
    if (row == null || row.connection().equals("not_configured")) {
      return Message.of(Tone.PLAIN, "orders.connect.no_token");
    }
    if (row.connection().equals("signed_out")) {
      return Message.of(Tone.BAD, "orders.connect.refused");
    }
    if (!row.reachable()) {
      return Message.of(Tone.CAREFUL, "orders.connect.silent");
    }
    boolean hasNumber = row.details().containsKey("merchant_uid");
    if ("unsure".equals(row.trouble())) {
      return Message.of(
          Tone.CAREFUL,
          hasNumber ? "orders.connect.none_with_uid" : "orders.connect.none_without_uid");
    }
    return Message.of(Tone.GOOD, "orders.connect.works");
  }

  private void failed(RuntimeException failure) {
    running = false;
    busy.set(false);
    said.set(Message.of(failure));
  }

  private static void put(Map<String, String> values, String name, String typed) {
    if (!typed.isBlank()) {
      values.put(name, typed.strip());
    }
  }
}
