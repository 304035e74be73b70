package duken.provider.kaspipay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.Phone;
import duken.provider.kaspipay.account.KaspiPayAccount;
import duken.provider.kaspipay.account.KaspiPaySettings;
import duken.provider.kaspipay.account.Scheme;
import duken.simulator.wire.HttpListener;
import duken.simulator.wire.Pause;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import duken.simulator.wire.Sending;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call letter by letter (Kaspi Pay sheet, sections 2, 4, 5 and 12). */
class CallsOnTheWireTest {

  private static final String KEY = "test_0f0e0d0c-0b0a-4908-8706-050403020100";
  private static final Money SUM = Money.parse("200.50");
  private static final List<Request> REQUESTS = new CopyOnWriteArrayList<>();
  private static HttpListener bank;
  private static ContractClients clients;

  @BeforeAll
  static void listen() throws IOException {
    bank =
        new HttpListener(
            0,
            request -> {
              REQUESTS.add(request);
              return new Sending.Whole(Reply.of(200, "application/json", "{\"StatusCode\":0}"));
            },
            new Pause());
    bank.start();
    clients = new ContractClients();
  }

  @AfterAll
  static void close() {
    clients.close();
    bank.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ping         | R1 | GET /r1/v01/health/ping | ''
          tradePoints  | R1 | GET /r1/v01/partner/tradepoints | ''
          tradePoints  | R2 | GET /r2/v01/partner/tradepoints | ''
          tradePoints  | R3 | GET /r3/v01/partner/tradepoints/990140000123 | ''
          register     | R1 | POST /r1/v01/device/register | {"DeviceId":"till-1","TradePointId":4021}
          register     | R3 | POST /r3/v01/device/register | {"DeviceId":"till-1","TradePointId":4021,"OrganizationBin":"990140000123"}
          deleteDevice | R2 | POST /r2/v01/device/delete | {"DeviceToken":"321"}
          deleteDevice | R3 | POST /r3/v01/device/delete | {"DeviceToken":"321","OrganizationBin":"990140000123"}
          createQr     | R1 | POST /r1/v01/qr/create | {"DeviceToken":"321","Amount":200.50,"ExternalId":"mark"}
          createQr     | R3 | POST /r3/v01/qr/create | {"DeviceToken":"321","Amount":200.50,"ExternalId":"mark","OrganizationBin":"990140000123"}
          createLink   | R2 | POST /r2/v01/qr/create-link | {"DeviceToken":"321","Amount":200.50,"ExternalId":"mark"}
          status       | R1 | GET /r1/v01/payment/status/700000015 | ''
          status       | R3 | GET /r3/v01/payment/status/700000015 | ''
          details      | R3 | GET /r3/v01/payment/details?QrPaymentId=700000015&DeviceToken=321 | ''
          createReturn | R2 | POST /r2/v01/return/create | {"DeviceToken":"321","ExternalId":"refund-7"}
          returnStatus | R2 | GET /r2/v01/return/status/15 | ''
          operations   | R2 | POST /r2/v01/return/operations | {"DeviceToken":"321","QrReturnId":15,"MaxResult":10}
          refund       | R2 | POST /r2/v01/payment/return | {"DeviceToken":"321","QrPaymentId":700000015,"QrReturnId":15,"Amount":200.50}
          refund       | R3 | POST /r3/v01/payment/return | {"DeviceToken":"321","QrPaymentId":700000015,"Amount":200.50,"OrganizationBin":"990140000123"}
          clientInfo   | R3 | GET /r3/v01/remote/client-info?phoneNumber=87011234567&deviceToken=321 | ''
          createBill   | R3 | POST /r3/v01/remote/create | {"DeviceToken":"321","Amount":200.50,"PhoneNumber":"87011234567","Comment":"Tea","OrganizationBin":"990140000123"}
          cancelBill   | R3 | POST /r3/v01/remote/cancel | {"DeviceToken":"321","QrPaymentId":700000015,"OrganizationBin":"990140000123"}
          """)
  void aCall(String call, Scheme scheme, String line, String body) {
    Request sent = sent(call, scheme, KaspiPaySettings.standard());

    assertThat(sent.method() + " " + sent.target()).isEqualTo(line);
    assertThat(sent.text()).isEqualTo(body);
    assertThat(sent.all("Content-Type")).containsExactly("application/json");
    assertThat(sent.header("Api-Key"))
        .isEqualTo(scheme == Scheme.R1 ? Optional.of(KEY) : Optional.empty());
    assertThat(sent.header("X-Request-ID").orElse(""))
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status-version          | v02 | status     | GET /r3/v02/payment/status/700000015 | ''
          status-version          | v02 | details    | GET /r3/v01/payment/details?QrPaymentId=700000015&DeviceToken=321 | ''
          client-info-pascal-case | yes | clientInfo | GET /r3/v01/remote/client-info?PhoneNumber=87011234567&DeviceToken=321 | ''
          device-token-as-number  | yes | cancelBill | POST /r3/v01/remote/cancel | {"DeviceToken":321,"QrPaymentId":700000015,"OrganizationBin":"990140000123"}
          """)
  void aCallUnderASetting(String name, String value, String call, String line, String body) {
    Request sent = sent(call, Scheme.R3, settings(name, value));

    assertThat(sent.method() + " " + sent.target()).isEqualTo(line);
    assertThat(sent.text()).isEqualTo(body);
  }

  @Test
  void theKeyIsSentBesideACertificateOnlyWhereThatIsSet() {
    Request sent = sent("ping", Scheme.R2, settings("api-key-on-all-schemes", "yes"));

    assertThat(sent.header("Api-Key")).contains(KEY);
  }

  @Test
  void everyAttemptHasAnIdentifierOfItsOwn() {
    Set<String> seen =
        Set.of(
            sent("ping", Scheme.R1, KaspiPaySettings.standard()).header("X-Request-ID").get(),
            sent("ping", Scheme.R1, KaspiPaySettings.standard()).header("X-Request-ID").get(),
            sent("ping", Scheme.R1, KaspiPaySettings.standard()).header("X-Request-ID").get());

    assertThat(seen).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.01", "200, 200.00", "99999999.99, 99999999.99"})
  void aSumHasTwoDecimalsAndIsANumber(String sum, String written) {
    Request sent =
        sent(
            (calls, account) -> calls.createQr(account, Money.parse(sum), "mark"),
            Scheme.R1,
            KaspiPaySettings.standard());

    assertThat(sent.text()).contains("\"Amount\":" + written + ",");
  }

  private static Request sent(String call, Scheme scheme, KaspiPaySettings settings) {
    BiFunction<KaspiPayCalls, KaspiPayAccount, BankReply> made =
        switch (call) {
          case "ping" -> KaspiPayCalls::ping;
          case "tradePoints" -> KaspiPayCalls::tradePoints;
          case "register" -> KaspiPayCalls::register;
          case "deleteDevice" -> KaspiPayCalls::deleteDevice;
          case "createQr" -> (calls, account) -> calls.createQr(account, SUM, "mark");
          case "createLink" -> (calls, account) -> calls.createLink(account, SUM, "mark");
          case "status" -> (calls, account) -> calls.status(account, "700000015");
          case "details" -> (calls, account) -> calls.details(account, "700000015");
          case "createReturn" -> (calls, account) -> calls.createReturn(account, "refund-7");
          case "returnStatus" -> (calls, account) -> calls.returnStatus(account, "15");
          case "operations" -> (calls, account) -> calls.returnOperations(account, "15");
          case "refund" ->
              (calls, account) ->
                  calls.refund(account, "700000015", scheme == Scheme.R2 ? "15" : null, SUM);
          case "clientInfo" -> (calls, account) -> calls.clientInfo(account, phone());
          case "createBill" -> (calls, account) -> calls.createBill(account, SUM, phone(), "Tea");
          case "cancelBill" -> (calls, account) -> calls.cancelBill(account, "700000015");
          default -> throw new IllegalArgumentException(call);
        };
    return sent(made, scheme, settings);
  }

  private static Request sent(
      BiFunction<KaspiPayCalls, KaspiPayAccount, BankReply> call,
      Scheme scheme,
      KaspiPaySettings settings) {
    REQUESTS.clear();
    assertThat(call.apply(new KaspiPayCalls(clients, settings), account(scheme)))
        .isInstanceOf(BankReply.Success.class);
    assertThat(REQUESTS).hasSize(1);
    return REQUESTS.getFirst();
  }

  private static Phone phone() {
    return Phone.parse("+7 701 123 45 67");
  }

  private static KaspiPayAccount account(Scheme scheme) {
    return new KaspiPayAccount(
        scheme,
        URI.create("http://127.0.0.1:" + bank.port() + "/" + scheme.wire() + "/v01"),
        new KaspiPayAccount.Credentials(KEY, null, null, null, null),
        scheme == Scheme.R3 ? "990140000123" : null,
        new KaspiPayAccount.Point(4021, "Дүкен №1"),
        new KaspiPayAccount.Desk("till-1", "321"));
  }

  private static KaspiPaySettings settings(String name, String value) {
    return KaspiPaySettings.from(
        key -> key.equals("kaspi-pay." + name) ? Optional.of(value) : Optional.empty());
  }
}
