package duken.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can go wrong on the way does, on this side of the effect or on the other. */
class FaultsTest {

  private static final String CREATE = CashierPaths.BILL_CREATE;
  private static final String BILL =
      "{\"PhoneNumber\":\"77017654321\",\"Amount\":3799,\"Comment\":\"\"}";

  private BankSimulator bank;
  private TestPhone phone;

  @BeforeEach
  void start() throws IOException {
    bank = BankSimulator.start(SimulatorOptions.standard(), Clock.systemUTC());
    phone = new TestPhone(bank.url(), Clock.systemUTC(), "XS2").signIn("7001234567");
  }

  @AfterEach
  void stop() {
    bank.close();
  }

  @Test
  void aCutLosesTheCallOrTheAnswer() {
    bank.fault(CREATE, Fault.cutBefore());
    bank.fault(CREATE, Fault.cutAfter());
    assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
    assertThat(bank.counts().bills()).isZero();
    assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
    assertThat(bank.counts().bills()).isEqualTo(1);
    assertThat(create().code()).isZero();
  }

  @Test
  void aResetIsSeenAsOne() {
    bank.fault(CREATE, Fault.resetBefore());
    bank.fault(CREATE, Fault.resetAfter());
    assertThatThrownBy(this::create).hasRootCauseMessage("Connection reset");
    assertThat(bank.counts().bills()).isZero();
    assertThatThrownBy(this::create).hasRootCauseMessage("Connection reset");
    assertThat(bank.counts().bills()).isEqualTo(1);
  }

  @Test
  void aBlackHoleHoldsACallUntilReleased() {
    bank.fault(CREATE, Fault.blackHole());
    CompletableFuture<PhoneCall.Answer> before = CompletableFuture.supplyAsync(this::create);
    Awaitility.await().until(() -> bank.counts().of(CREATE) == 1);
    bank.fault(CREATE, Fault.blackHoleAfter());
    CompletableFuture<PhoneCall.Answer> after = CompletableFuture.supplyAsync(this::create);
    Awaitility.await().until(() -> bank.counts().bills() == 1);
    assertThat(before).isNotDone();
    assertThat(after).isNotDone();
    bank.release();
    assertThat(after).succeedsWithin(Duration.ofSeconds(5)).matches(answer -> answer.code() == 0);
    assertThat(before).failsWithin(Duration.ofSeconds(5));
    assertThat(bank.counts().bills()).isEqualTo(1);
  }

  @Test
  void anAnswerComesByteByByteAndStillWhole() {
    bank.fault(CREATE, Fault.slow(Duration.ofMillis(1)));
    assertThat(create().data().has("QrOperationId")).isTrue();
  }

  @Test
  void halfAnAnswerIsNone() {
    bank.fault(CREATE, Fault.half());
    assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
    assertThat(bank.counts().bills()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 502, 503})
  void anHttpStatusComesInsteadOfTheAnswer(int status) {
    bank.fault(CREATE, Fault.http(status), 2);
    assertThat(create().status()).isEqualTo(status);
    assertThat(create().status()).isEqualTo(status);
    assertThat(bank.counts().bills()).isZero();
    assertThat(create().status()).isEqualTo(200);
    bank.fault(CREATE, Fault.httpAfter(status));
    assertThat(create().status()).isEqualTo(status);
    assertThat(bank.counts().bills()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-101_001, -10_001, -999, -12_345})
  void anyStatusCodeComesInsteadOfTheAnswer(int code) {
    bank.fault("*", Fault.statusCode(code), Fault.FOREVER);
    assertThat(create().code()).isEqualTo(code);
    assertThat(create().code()).isEqualTo(code);
    bank.clearFaults();
    assertThat(create().code()).isZero();
  }

  @Test
  void aPageComesInsteadOfJson() {
    bank.fault(CREATE, Fault.html());
    PhoneCall.Answer answer = create();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().asString()).startsWith("<!doctype html>");
    bank.fault(CREATE, Fault.brokenJson().after());
    assertThatThrownBy(this::create).hasMessageContaining("end-of-input");
    assertThat(bank.counts().bills()).isEqualTo(1);
  }

  @Test
  void anAnswerComesLate() {
    bank.fault(CREATE, Fault.delay(Duration.ofMillis(200)));
    long from = System.nanoTime();
    create();
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from)).isGreaterThan(199);
    bank.latency(Duration.ofMillis(20));
    assertThat(create().code()).isZero();
  }

  @Test
  void connectionsAreRefusedAndAcceptedAgainOnTheSamePort() throws IOException {
    bank.refuseConnections();
    // A connection at hand may be cut in the middle of it; the next one is refused at the door.
    assertThatThrownBy(this::create).hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(this::create).hasCauseInstanceOf(ConnectException.class);
    bank.acceptConnections();
    assertThat(create().code()).isZero();
    bank.refuseConnections();
    bank.refuseConnections();
    bank.acceptConnections();
    bank.acceptConnections();
    try (Socket socket = new Socket("127.0.0.1", bank.url().getPort())) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void callsThatAreUnderWayTogetherAreCounted() {
    bank.fault(CREATE, Fault.blackHoleAfter(), 3);
    for (int i = 0; i < 3; i++) {
      CompletableFuture.supplyAsync(this::create, runnable -> Thread.ofVirtual().start(runnable));
    }
    Awaitility.await().until(() -> bank.counts().mostAtOnce() == 3);
    bank.release();
  }

  private PhoneCall.Answer create() {
    return phone.post(CREATE, BILL);
  }
}
