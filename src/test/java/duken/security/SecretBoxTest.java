package duken.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private final SecureRandom random = new SecureRandom();
  private final MasterKey key = MasterKey.mint(random);
  private final SecretBox box = new SecretBox(key, random);

  @Test
  void whatWasSealedOpensAgain() {
    byte[] sealed = box.seal(7, "webhook.secret.test", "құпия whsec_1");

    assertThat(box.open(7, "webhook.secret.test", sealed)).isEqualTo("құпия whsec_1");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("whsec_1");
  }

  @Test
  void theSameSecretTwiceLooksDifferent() {
    assertThat(box.seal(7, "f", "s")).isNotEqualTo(box.seal(7, "f", "s"));
  }

  @Test
  void aSecretOfAnotherShopDoesNotOpen() {
    byte[] sealed = box.seal(7, "f", "s");

    assertThatThrownBy(() -> box.open(8, "f", sealed)).isInstanceOf(SecretUnreadable.class);
  }

  @Test
  void aSecretOfAnotherFieldDoesNotOpen() {
    byte[] sealed = box.seal(7, "f", "s");

    assertThatThrownBy(() -> box.open(7, "g", sealed)).isInstanceOf(SecretUnreadable.class);
  }

  @Test
  void aChangeOfAnyByteIsNoticed() {
    byte[] sealed = box.seal(7, "f", "s");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> box.open(7, "f", changed)).isInstanceOf(SecretUnreadable.class);
    }
    assertThatThrownBy(() -> box.open(7, "f", new byte[3])).isInstanceOf(SecretUnreadable.class);
  }

  @Test
  void anOlderKeyStillOpensAfterRotation() {
    byte[] sealed = box.seal(7, "f", "s");
    SecretBox rotated = new SecretBox(MasterKey.mint(random), List.of(key), random);

    assertThat(rotated.open(7, "f", sealed)).isEqualTo("s");
  }

  @Test
  void aMissingKeyIsNamedByItsId() {
    byte[] sealed = box.seal(7, "f", "s");
    SecretBox other = new SecretBox(MasterKey.mint(random), random);

    assertThatThrownBy(() -> other.open(7, "f", sealed))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining(key.id());
  }
}
