package duken.app.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectWordsTest {

  @ParameterizedTest
  @CsvSource({
    "ru, Код из СМС",
    "kk, СМС-тегі код",
    "en, Code from the SMS",
    "de, Code from the SMS"
  })
  void itSpeaksTheLanguageOfTheSystem(String language, String words) {
    assertThat(ConnectWords.of(Locale.of(language)).get("code")).startsWith(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "Yes", "да", "ДА", "иә", "Иә", "y", " да. "})
  void anAgreementIsUnderstoodInEachLanguage(String answer) {
    assertThat(ConnectWords.isYes(answer)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "нет", "жоқ", "dayes"})
  void anythingElseIsNone(String answer) {
    assertThat(ConnectWords.isYes(answer)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | blocked | Банк временно закрыл этот вход; подождите, сегодня больше не пробуйте",
        "kk | needs_bank_app | Банк тек өз қосымшасында жасалатын нәрсені сұрайды; алдымен оны"
            + " сонда ашыңыз",
        "ru | what_nobody_knows | Банк отказал",
        "en | blocked | The bank has blocked this account for a while; wait, do not try again today"
      })
  void aRefusalIsToldInTheLanguageOfTheSystem(String language, String trouble, String sentence) {
    assertThat(BankCommands.why(ConnectWords.of(Locale.of(language)), trouble)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "kaspi-pay, credentials_refused, connect again",
    "epay, key, connect again",
    "epay, token_refused, connect again",
    "marketplace, token_refused, cabinet",
    "cashier, other_device, another device"
  })
  void aShopThatIsSignedOutIsToldWhatToDo(String provider, String trouble, String words) {
    assertThat(BankStatusCommand.signedOut(provider, trouble)).contains(words);
  }

  @Test
  void eachLanguageSaysEverything() {
    for (String language : new String[] {"ru", "kk"}) {
      ResourceBundle one = ResourceBundle.getBundle("duken.app.connect", Locale.of(language));
      ResourceBundle english = ResourceBundle.getBundle("duken.app.connect", Locale.ROOT);
      assertThat(english.keySet())
          .allSatisfy(
              key -> assertThat(one.getString(key)).as(key).isNotEqualTo(english.getString(key)));
    }
  }
}
