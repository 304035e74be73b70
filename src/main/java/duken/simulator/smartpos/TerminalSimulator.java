package duken.simulator.smartpos;

import duken.simulator.wire.HttpListener;
import duken.simulator.wire.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Smart POS terminal on loopback: HTTPS with a certificate for {@code *.kaspipos.kz}, and its
 * screen as a page of another port. Tests in the same JVM turn it by these methods, people by the
 * page.
 */
public final class TerminalSimulator implements AutoCloseable {

  private final Clock clock;
  private final TerminalMoods moods = new TerminalMoods();
  private final TerminalClients clients;
  private final TerminalLedger ledger;
  private final TerminalScreen screen;
  private final TerminalCertificate first;
  private final HttpListener listener;
  private final HttpListener plain;
  private final HttpListener page;
  private volatile TerminalCertificate certificate;

  private TerminalSimulator(int port, Clock clock) throws IOException {
    this.clock = clock;
    Pause pause = new Pause();
    clients = new TerminalClients(clock);
    ledger = new TerminalLedger(clock);
    screen = new TerminalScreen(moods, ledger, pause);
    first = TerminalCertificate.fresh(clock);
    certificate = first;
    TerminalApi api = new TerminalApi(moods, clients, ledger, screen, clock, pause);
    listener = new HttpListener(port, api, pause, accepted -> certificate.around(accepted));
    HttpListener control;
    try {
      control = new HttpListener(0, new TerminalConsole(this), pause);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    page = control;
    plain = open(api, pause);
  }

  private HttpListener open(TerminalApi api, Pause pause) throws IOException {
    try {
      return new HttpListener(0, api, pause);
    } catch (IOException e) {
      listener.close();
      page.close();
      throw e;
    }
  }

  /**
   * Starts it.
   *
   * @param port of the terminal on 127.0.0.1; 0 takes a free one
   * @param clock of the terminal; real waiting does not follow it
   * @throws IOException when the port is taken
   */
  public static TerminalSimulator start(int port, Clock clock) throws IOException {
    TerminalSimulator simulator = new TerminalSimulator(port, clock);
    simulator.listener.start();
    simulator.plain.start();
    simulator.page.start();
    return simulator;
  }

  /** Where the terminal listens, {@code https://127.0.0.1:PORT}. */
  public URI url() {
    return URI.create("https://127.0.0.1:" + listener.port());
  }

  /** The same terminal without TLS, as old firmware has it: {@code http://127.0.0.1:PORT}. */
  public URI plain() {
    return URI.create("http://127.0.0.1:" + plain.port());
  }

  /** Host and port as a person types them. */
  public String address() {
    return "127.0.0.1:" + listener.port();
  }

  public URI page() {
    return URI.create("http://127.0.0.1:" + page.port());
  }

  /** SHA-256 of the certificate it shows now. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  /** Shows another certificate, or the first one again. */
  public void certificate(boolean another) {
    certificate = another ? TerminalCertificate.fresh(clock) : first;
  }

  /** Gone from the network, as after pulling its plug. */
  public void off() {
    listener.shut();
  }

  /**
   * Back again.
   *
   * @param remembers whether the results of before are kept
   */
  public void on(boolean remembers) {
    if (!remembers) {
      ledger.forget();
    }
    listener.open();
  }

  /**
   * Behaves so from now on: {@code pairing} allow, forbid, ask; {@code customer} as {@link #act};
   * {@code busy} yes; {@code amount} other, none; {@code cheque} none; {@code transaction} none;
   * {@code method} data; {@code extra} yes; {@code terminal}, {@code serial} any text.
   */
  public void set(String name, String value) {
    moods.set(name, value);
  }

  /**
   * The next call of this path goes wrong: cut-before, cut-after, 500-before, 500-after, html,
   * half, hang, hang-after, delay, unknown-process; with an exclamation mark every one.
   */
  public void fault(String call, String how) {
    moods.fault(call, how);
  }

  /** The person answers the pairing. */
  public void press(String what) {
    screen.press(what);
  }

  /** The till whose pairing waits, or an empty text. */
  public String asking() {
    return screen.asking();
  }

  /** Somebody does something at the terminal; false when nothing runs. */
  public boolean act(String what) {
    return screen.act(what);
  }

  /** How long tokens live from now on. */
  public void tokenLife(Duration life) {
    clients.life(life);
  }

  /** Dates in English from now on, or as numbers. */
  public void englishDates(boolean english) {
    clients.dates(english);
  }

  /** Makes every access token too old (403) or unknown (401). */
  public void spoilTokens(boolean unknown) {
    clients.spoil(unknown);
  }

  /** Refuses refreshes, or not. */
  public void refuseRefresh(boolean refuse) {
    clients.refuseRefresh(refuse);
  }

  /** Takes a till off its list. */
  public void forbid(String name) {
    clients.forbid(name);
  }

  /** How long an operation may run, and how long its end is remembered after that. */
  public void clocks(Duration life, Duration memory) {
    ledger.life(life);
    ledger.memory(memory);
  }

  /** Everything it has done, oldest first. */
  public List<TerminalOperation> operations() {
    return ledger.all();
  }

  public List<String> tokens() {
    return clients.tokens();
  }

  public Map<String, Integer> calls() {
    return moods.counters();
  }

  /** What it holds against the client. */
  public List<String> complaints() {
    return moods.complaints();
  }

  @Override
  public void close() {
    listener.close();
    plain.close();
    page.close();
  }
}
