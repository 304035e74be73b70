package duken.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Money;
import duken.gateway.http.AnswerLanguage;
import duken.gateway.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** What is not a success, in words. */
class ProblemAnswersTest {

  private final ProblemAnswers answers = new ProblemAnswers(true);

  @Test
  void aBugIsLoggedOnceWithoutWhatTheUserSentAndToldByItsIdOnly() {
    Logger logger = (Logger) LoggerFactory.getLogger(ProblemAnswers.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      RuntimeException bug =
          new IllegalStateException(
              "insert failed for 87001234567", new IllegalArgumentException("kpa_live_secret"));
      HttpAnswer httpAnswer = answers.of(bug, AnswerLanguage.EN, "abc123");
      String body = new String(httpAnswer.body(), StandardCharsets.UTF_8);
      assertThat(httpAnswer.status()).isEqualTo(500);
      assertThat(body).contains("INTERNAL_ERROR").doesNotContain("87001234567");
      assertThat(log.list).hasSize(1);
      String line = log.list.getFirst().getFormattedMessage();
      assertThat(line)
          .contains("abc123")
          .contains("java.lang.IllegalStateException")
          .contains("caused by java.lang.IllegalArgumentException")
          .contains("ProblemAnswersTest")
          .doesNotContain("87001234567")
          .doesNotContain("kpa_live");
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void aBusyTerminalIsToldWithTheSumItIsBusyWith() {
    DomainRefusal busy =
        new DomainRefusal(
            DomainRefusal.Reason.TERMINAL_BUSY,
            Map.of(),
            Map.of("invoice_id", 17L, "amount", Money.ofTenge(3500)));

    String english = body(answers.of(busy, AnswerLanguage.EN, "id"));

    assertThat(english)
        .contains("The terminal is busy with 3\u00a0500\u00a0₸", "\"invoice_id\":17")
        .contains("TERMINAL_BUSY");
    for (AnswerLanguage language : AnswerLanguage.values()) {
      assertThat(body(answers.of(busy, language, "id"))).contains("3\u00a0500\u00a0₸");
    }
  }

  private static String body(HttpAnswer httpAnswer) {
    return new String(httpAnswer.body(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(DomainRefusal.Reason.class)
  void everyRefusalHasAnAnswerInEveryLanguage(DomainRefusal.Reason reason) {
    for (AnswerLanguage language : AnswerLanguage.values()) {
      HttpAnswer httpAnswer = answers.of(DomainRefusal.of(reason), language, "id");
      assertThat(httpAnswer.status()).isBetween(400, 504);
      assertThat(new String(httpAnswer.body(), StandardCharsets.UTF_8)).contains("\"message\":\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void everyProblemHasASentenceInEveryLanguage(Problem problem) {
    for (AnswerLanguage language : AnswerLanguage.values()) {
      assertThat(ProblemTexts.problems().get(language, problem.textKey())).isNotBlank();
    }
  }

  @Test
  void noLanguageLacksAKeyAnotherHas() {
    for (String bundle : new String[] {"problems", "pay"}) {
      Set<String> russian = keys(bundle, AnswerLanguage.RU);
      assertThat(russian).hasSizeGreaterThan(20);
      assertThat(keys(bundle, AnswerLanguage.KK)).isEqualTo(russian);
      assertThat(keys(bundle, AnswerLanguage.EN)).isEqualTo(russian);
    }
  }

  @Test
  void aComplaintNobodyKnowsIsStillAnswered() {
    DomainRefusal domainRefusal = DomainRefusal.field("amount", Complaint.of("no.such.key", 5));
    String body =
        new String(
            answers.of(domainRefusal, AnswerLanguage.EN, "id").body(), StandardCharsets.UTF_8);
    assertThat(body).contains("\"amount\":[\"This value is not allowed\"]");
  }

  private static Set<String> keys(String bundle, AnswerLanguage language) {
    return new TreeSet<>(
        ResourceBundle.getBundle(
                "duken.gateway.text." + bundle,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .keySet());
  }
}
