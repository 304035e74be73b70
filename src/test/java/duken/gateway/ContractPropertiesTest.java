package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.WireJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;

/**
 * Rules of the contract that hold whatever is sent: sums, numbers, pages, the life of an invoice.
 */
class ContractPropertiesTest {

  private static final String QRS = "/api/v1/invoices/qr";
  private static final long MOST_TIYN = 9_999_999_999L;
  private static final int STORED = 37;

  private static RunningGateway gateway;
  private static RunningGateway pages;
  private static final List<Long> IDS = new ArrayList<>();

  @BeforeContainer
  static void open() {
    gateway = new RunningGateway(RunningGateway.unlimited());
    pages = new RunningGateway(RunningGateway.unlimited());
    for (int i = 0; i < STORED; i++) {
      IDS.add(pages.post(QRS, "{\"amount\":" + (i + 1) + "}").json().at("/id").asLong());
    }
  }

  @AfterContainer
  static void close() {
    gateway.close();
    pages.close();
  }

  @Property(tries = 60)
  void aSumComesBackToTheTiynHoweverItWasSpelt(
      @ForAll @LongRange(min = 1, max = MOST_TIYN) long tiyn, @ForAll @IntRange(max = 5) int how) {
    BigDecimal sum = BigDecimal.valueOf(tiyn, 2);
    String spelt =
        switch (how) {
          case 0 -> sum.toPlainString();
          case 1 -> "\"" + sum.toPlainString() + "\"";
          case 2 -> sum.stripTrailingZeros().toPlainString();
          case 3 -> sum.setScale(9).toPlainString();
          case 4 -> tiyn + "e-2";
          default -> sum.movePointLeft(3).toPlainString() + "E+3";
        };
    Reply reply = gateway.post(QRS, "{\"amount\":" + spelt + "}");
    assertThat(reply.status()).as("%s %s", spelt, reply.text()).isEqualTo(201);
    assertThat(reply.at("/amount")).isEqualTo(sum.toPlainString());
    assertThat(gateway.get("/api/v1/invoices/" + reply.at("/id")).at("/amount"))
        .isEqualTo(sum.toPlainString());
  }

  @Property(tries = 60)
  void whatIsOutOfRangeOrFinerThanATiynIsRefusedByName(
      @ForAll @LongRange(min = 1, max = MOST_TIYN) long tiyn, @ForAll @IntRange(max = 7) int how) {
    String spelt =
        switch (how) {
          case 5 -> tiyn + "e" + (Integer.MAX_VALUE - tiyn % 40);
          case 6 -> tiyn + "e-" + (Integer.MAX_VALUE - tiyn % 40);
          case 7 -> "1e" + (Integer.MAX_VALUE + tiyn);
          case 0 -> "-" + BigDecimal.valueOf(tiyn, 2).toPlainString();
          case 1 -> BigDecimal.valueOf(tiyn * 10 + 1, 3).toPlainString();
          case 2 -> BigDecimal.valueOf(MOST_TIYN + tiyn, 2).toPlainString();
          case 3 -> "0e" + tiyn % 100;
          default -> "\" " + BigDecimal.valueOf(tiyn, 2).toPlainString() + "\"";
        };
    Reply reply = gateway.post(QRS, "{\"amount\":" + spelt + "}");
    assertThat(reply.status()).as("%s %s", spelt, reply.text()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames()).containsExactly("amount");
  }

  @Property(tries = 60)
  void aDiscountIsRoundedOnceAndTheThreeSumsAgree(
      @ForAll @LongRange(min = 10_000, max = MOST_TIYN) long tiyn,
      @ForAll @IntRange(min = 100, max = 9_900) int hundredths) {
    BigDecimal subtotal = BigDecimal.valueOf(tiyn, 2);
    // Zeros behind change nothing, however many there are.
    BigDecimal percentage = BigDecimal.valueOf(hundredths, 2).setScale(2 + hundredths % 60);
    Reply reply =
        gateway.post(
            QRS, "{\"amount\":%s,\"discount_percentage\":%s}".formatted(subtotal, percentage));
    BigDecimal sum =
        subtotal.multiply(percentage).movePointLeft(2).setScale(2, java.math.RoundingMode.HALF_UP);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    assertThat(reply.at("/discount_sum")).isEqualTo(sum.toPlainString());
    assertThat(reply.at("/amount")).isEqualTo(subtotal.subtract(sum).toPlainString());
  }

  @Property(tries = 80)
  void aPhoneIsReadInEverySpellingAndKeptInOne(@ForAll("spellings") Spelling phone) {
    Reply reply =
        gateway.post(
            "/api/v1/invoices",
            "{\"amount\":1,\"phone_number\":"
                + WireJson.mapper().writeValueAsString(phone.text())
                + "}");
    assertThat(reply.status()).as("%s %s", phone, reply.text()).isEqualTo(201);
    assertThat(reply.at("/phone_number")).isEqualTo("8" + phone.national());
    assertThat(reply.at("/client_phone")).isEqualTo("8" + phone.national());
    assertThat(reply.at("/phone")).isEqualTo("7" + phone.national());
  }

  @Property(tries = 80)
  void whatIsNoPhoneIsRefusedByName(@ForAll("noPhones") String text) {
    Reply reply =
        gateway.post(
            "/api/v1/invoices",
            "{\"amount\":1,\"phone_number\":" + WireJson.mapper().writeValueAsString(text) + "}");
    assertThat(reply.status()).as("%s %s", text, reply.text()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames()).containsExactly("phone_number");
  }

  @Property(tries = 60)
  void aPageIsItsPartOfTheWholeInBothStyles(
      @ForAll @IntRange(min = 1, max = 100) int limit,
      @ForAll @IntRange(max = 60) int offset,
      @ForAll @IntRange(min = 1, max = 12) int page,
      @ForAll boolean byPage,
      @ForAll boolean ascending) {
    int skipped = byPage ? (page - 1) * limit : offset;
    String where =
        byPage ? "per_page=" + limit + "&page=" + page : "limit=" + limit + "&offset=" + offset;
    JsonNode answer =
        pages
            .get("/api/v1/invoices?sort_by=id&sort_order=" + (ascending ? "asc&" : "desc&") + where)
            .json();
    List<Long> whole = new ArrayList<>(IDS);
    if (!ascending) {
      Collections.reverse(whole);
    }
    List<Long> ids = new ArrayList<>();
    answer.at("/data").forEach(invoice -> ids.add(invoice.at("/id").asLong()));
    assertThat(ids)
        .isEqualTo(whole.subList(Math.min(skipped, STORED), Math.min(skipped + limit, STORED)));
    assertThat(answer.at("/meta/total").asInt()).isEqualTo(STORED);
    assertThat(answer.at("/meta/limit").asInt()).isEqualTo(limit);
    assertThat(answer.at("/meta/offset").asInt()).isEqualTo(skipped);
    assertThat(answer.at("/meta/last_page").asInt()).isEqualTo((STORED + limit - 1) / limit);
    assertThat(answer.at("/meta/current_page").asInt()).isEqualTo(skipped / limit + 1);
  }

  /**
   * The contract's table, section 14, for training: what each step leads to, or that it is refused.
   */
  @Property(tries = 40)
  void anInvoiceTakesTheStepsOfTheTableAndNoOther(@ForAll @Size(max = 6) List<Step> steps) {
    long id = gateway.post(QRS, "{\"amount\":100}").json().at("/id").asLong();
    String status = "pending";
    int left = 100;
    for (Step step : steps) {
      boolean paid = Set.of("paid", "partially_refunded").contains(status);
      boolean allowed = step.isRefund() ? paid && step.sum <= left : status.equals("pending");
      Reply reply = step.isRefund() ? refund(id, step.sum) : move(id, step);
      assertThat(reply.status() < 300)
          .as("%s from %s of %s: %s", step, status, steps, reply.text())
          .isEqualTo(allowed);
      if (allowed) {
        left -= step.sum;
        status = step.isRefund() ? (left == 0 ? "refunded" : "partially_refunded") : step.leadsTo;
      } else {
        assertThat(reply.status()).isEqualTo(400);
      }
      JsonNode now = gateway.get("/api/v1/invoices/" + id).json();
      assertThat(now.at("/status").asString()).as("%s", steps).isEqualTo(status);
      assertThat(new BigDecimal(now.at("/total_refunded").asString()))
          .isEqualByComparingTo(BigDecimal.valueOf(100 - left));
    }
  }

  private static Reply refund(long id, int sum) {
    return gateway.post("/api/v1/invoices/" + id + "/refund", "{\"amount\":" + sum + "}");
  }

  private static Reply move(long id, Step step) {
    return step == Step.CANCEL
        ? gateway.post("/api/v1/invoices/" + id + "/cancel", "{}")
        : gateway.simulate(id, step.name().toLowerCase(Locale.ROOT));
  }

  @Provide
  Arbitrary<Spelling> spellings() {
    Arbitrary<String> national = Arbitraries.strings().numeric().ofLength(10);
    Arbitrary<String> usual = Arbitraries.strings().numeric().ofLength(9).map(rest -> "7" + rest);
    Arbitrary<String> prefix =
        Arbitraries.of("8", "7", "+7", "+ 7", "(8", "\u00a07", "\ufeff8", "\u202a+7", "\u200e8");
    return Arbitraries.oneOf(spelt(national, prefix), spelt(usual, Arbitraries.just("")));
  }

  private static Arbitrary<Spelling> spelt(Arbitrary<String> national, Arbitrary<String> prefix) {
    Arbitrary<String> separator =
        Arbitraries.of(
            "", " ", "-", ".", ")", " (", "\u00a0", "\u00ad", "\u200b", "\u2011", "\u2212", "\r\n");
    return Combinators.combine(national, prefix, separator, separator)
        .as(
            (digits, before, one, other) ->
                new Spelling(
                    digits,
                    before
                        + one
                        + digits.substring(0, 3)
                        + other
                        + digits.substring(3, 6)
                        + one
                        + digits.substring(6)));
  }

  @Provide
  Arbitrary<String> noPhones() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(0).ofMaxLength(14);
    Arbitrary<String> wrongLength = digits.filter(d -> d.length() != 10 && d.length() != 11);
    Arbitrary<String> wrongStart =
        Arbitraries.strings()
            .numeric()
            .ofLength(11)
            .filter(d -> d.charAt(0) < '7' || d.charAt(0) > '8');
    Arbitrary<String> letters =
        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3).map(l -> "8700123456" + l);
    Arbitrary<String> plusEight = Arbitraries.strings().numeric().ofLength(10).map(d -> "+8" + d);
    return Arbitraries.oneOf(wrongLength, wrongStart, letters, plusEight);
  }

  /** A number and how it is typed. */
  record Spelling(String national, String text) {}

  /** What may be tried on an invoice over 100 tenge. */
  enum Step {
    PAID("paid", 0),
    CANCELLED("cancelled", 0),
    EXPIRED("expired", 0),
    CANCEL("cancelled", 0),
    REFUND_40("", 40),
    REFUND_60("", 60),
    REFUND_100("", 100);

    private final String leadsTo;
    private final int sum;

    Step(String leadsTo, int sum) {
      this.leadsTo = leadsTo;
      this.sum = sum;
    }

    boolean isRefund() {
      return sum > 0;
    }
  }
}
