package duken.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void aNewKeyHasTheContractsForm() {
    ApiKeyText key = ApiKeyText.mint("test", random);

    assertThat(key.whole()).matches("kpa_test_[0-9A-Za-z]{43}");
    assertThat(key.side()).isEqualTo("test");
    assertThat(key.prefix()).hasSize(13).isEqualTo(key.whole().substring(0, 13));
    assertThat(ApiKeyText.mint("live", random).side()).isEqualTo("live");
  }

  @Test
  void noTwoKeysAreEqual() {
    assertThat(ApiKeyText.mint("live", random)).isNotEqualTo(ApiKeyText.mint("live", random));
  }

  @Test
  void theDigestIsSha256InLowerHex() {
    ApiKeyText key = new ApiKeyText("kpa_test_0123456789abcdefghijABCDEFGHIJxy");

    assertThat(key.digest())
        .isEqualTo("2ac223ff0e4600973a3017e3f53492554a3a6f2d9614638e274e38574d5013fe");
  }

  @Test
  void digestsAreComparedWhole() {
    String digest = ApiKeyText.mint("test", random).digest();

    assertThat(ApiKeyText.sameDigest(digest, digest)).isTrue();
    assertThat(ApiKeyText.sameDigest(digest, digest.substring(1))).isFalse();
    assertThat(ApiKeyText.sameDigest(digest, ApiKeyText.DUMMY_DIGEST)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "kpa_test_short",
        "kpa_prod_0123456789abcdefghijABCDEFGHIJxy",
        " kpa_test_0123456789abcdefghijABCDEFGHIJxy",
        "kpa_test_0123456789abcdefghijABCDEFGHIJx-",
        "kpa_test_0123456789abcdefghijABCDEFGHIJxy\n"
      })
  void whatIsNoKeyIsNotRead(String text) {
    assertThat(ApiKeyText.parse(text)).isEmpty();
  }

  @Test
  void aKeyNeverShowsItselfInTextOrError() {
    ApiKeyText key = ApiKeyText.mint("live", random);

    assertThat(key.toString()).isEqualTo(key.prefix() + "…");
    assertThatThrownBy(() -> new ApiKeyText("sekret")).hasMessageNotContaining("sekret");
  }
}
