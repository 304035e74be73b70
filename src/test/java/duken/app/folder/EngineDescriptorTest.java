package duken.app.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import duken.app.bank.RemoteBankAccounts;
import org.junit.jupiter.api.Test;

/** An engine that listens for a proxy on another address than loopback. */
class EngineDescriptorTest {

  private final EngineDescriptor engine =
      new EngineDescriptor(1, "http://192.0.2.7:3000", "admin", "desk", "live");

  @Test
  void itsOwnComputerReachesItWithoutTls() {
    assertThat(engine.address()).hasToString("192.0.2.7:3000");
  }

  @Test
  void theCommandsAboutTheBankReachItToo() {
    assertThatCode(() -> new RemoteBankAccounts(engine).close()).doesNotThrowAnyException();
  }
}
