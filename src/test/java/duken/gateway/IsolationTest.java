package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To another shop, and to the same shop's other side, what is not theirs is not there. */
class IsolationTest {

  private static final String API = "/api/v1";
  private static final long NOBODYS = 987_654_321;

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());
  private final Map<String, String> strangers = new LinkedHashMap<>();
  private long invoice;
  private long open;
  private long refund;
  private long item;
  private String image;

  @BeforeEach
  void ownAFewThings() {
    strangers.put("the live side", gateway.liveKey);
    strangers.put(
        "another shop",
        gateway.newKey(gateway.shopAccess.tenantNamed("Другая"), Mode.TEST, ApiKey.Role.API));
    invoice = gateway.paidQr();
    open = gateway.createQr().json().at("/id").asLong();
    refund =
        gateway
            .post(API + "/invoices/" + invoice + "/refund", "{\"amount\":1}")
            .json()
            .at("/refund/id")
            .asLong();
    item =
        gateway
            .post(
                API + "/catalog",
                "{\"items\":[{\"name\":\"Чай\",\"selling_price\":1,\"unit_id\":1}]}")
            .json()
            .at("/data/0/id")
            .asLong();
    image =
        gateway
            .send(
                gateway
                    .request(API + "/catalog/upload-image")
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofByteArray(png())))
            .at("/image_id");
    gateway.post(API + "/webhook/configure", "{\"url\":\"http://127.0.0.1:9/own\"}");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private record Wanted(String method, String path, String missing, String body) {

    static Wanted of(String method, String template, Object id, Object nobodys, String body) {
      return new Wanted(
          method,
          API + template.replace("{id}", id.toString()),
          API + template.replace("{id}", nobodys.toString()),
          body);
    }
  }

  @Test
  void everyForeignIdIsAnsweredLikeOneThatIsNobodys() {
    List<Wanted> all = new ArrayList<>();
    all.add(Wanted.of("GET", "/invoices/{id}", invoice, NOBODYS, null));
    all.add(Wanted.of("GET", "/invoices/{id}/refunds", invoice, NOBODYS, null));
    all.add(Wanted.of("POST", "/invoices/{id}/refund", invoice, NOBODYS, "{\"amount\":1}"));
    all.add(Wanted.of("POST", "/invoices/{id}/cancel", open, NOBODYS, "{}"));
    all.add(
        Wanted.of(
            "POST", "/invoices/{id}/simulate-status", open, NOBODYS, "{\"status\":\"paid\"}"));
    all.add(Wanted.of("GET", "/refunds/{id}", refund, NOBODYS, null));
    all.add(Wanted.of("GET", "/catalog/{id}", item, NOBODYS, null));
    all.add(Wanted.of("PATCH", "/catalog/{id}", item, NOBODYS, "{\"name\":\"Их\"}"));
    all.add(Wanted.of("DELETE", "/catalog/{id}", item, NOBODYS, null));
    all.add(Wanted.of("GET", "/catalog/images/{id}", image, UUID.randomUUID(), null));

    strangers.forEach(
        (who, key) -> {
          for (Wanted wanted : all) {
            Reply foreign = ask(wanted.method(), wanted.path(), wanted.body(), key);
            Reply missing = ask(wanted.method(), wanted.missing(), wanted.body(), key);
            assertThat(foreign.status()).as(who + ": " + wanted).isEqualTo(404);
            assertThat(foreign.text()).as(who + ": " + wanted).isEqualTo(missing.text());
          }
        });

    for (Wanted wanted : all) {
      if (wanted.method().equals("GET")) {
        assertThat(gateway.get(wanted.path()).status()).as(wanted.toString()).isEqualTo(200);
      }
    }
    assertThat(gateway.get(API + "/catalog/" + item).at("/name")).isEqualTo("Чай");
    assertThat(gateway.get(API + "/invoices/" + open).at("/status")).isEqualTo("pending");
    assertThat(gateway.get(API + "/refunds").at("/meta/total")).isEqualTo("1");
  }

  @Test
  void noListCountsOrShowsWhatIsNotOnesOwn() {
    strangers.forEach(
        (who, key) -> {
          for (String list :
              List.of(
                  "/invoices",
                  "/invoices?search=" + invoice,
                  "/invoices?sort_by=id",
                  "/invoices?sort_by=amount",
                  "/invoices?sort_by=status",
                  "/invoices?sort_by=client_name",
                  "/invoices?status=paid,partially_refunded",
                  "/invoices?from=2026-05-14&date_field=paid_at",
                  "/refunds",
                  "/refunds?invoice_id=" + invoice,
                  "/catalog",
                  "/catalog?search=%D1%87%D0%B0%D0%B9")) {
            Reply page = gateway.get(API + list, key);
            assertThat(page.status()).as(list).isEqualTo(200);
            assertThat(page.at("/meta/total")).as(who + ": " + list).isEqualTo("0");
            assertThat(page.json().at("/data").size()).as(who + ": " + list).isZero();
          }
          Reply checked =
              gateway.post(
                  API + "/invoices/status/check", "{\"invoice_ids\":[%d]}".formatted(invoice), key);
          assertThat(checked.json().at("/invoices").size()).as(who).isZero();
          assertThat(checked.at("/not_found/0")).as(who).isEqualTo(Long.toString(invoice));
          assertThat(gateway.get(API + "/webhook/configure", key).at("/url")).isEqualTo("null");
        });
  }

  @Test
  void nothingForeignGoesIntoOnesOwn() {
    strangers.forEach(
        (who, key) -> {
          Reply cart =
              gateway.post(
                  API + "/invoices/qr",
                  "{\"cart_items\":[{\"catalog_item_id\":%d,\"count\":1}]}".formatted(item),
                  key);
          assertThat(cart.status()).as(who).isEqualTo(422);
          assertThat(cart.json().at("/error/fields").propertyNames())
              .containsExactly("cart_items.0.catalog_item_id");
          Reply picture =
              gateway.post(
                  API + "/catalog",
                  """
                  {"items":[{"name":"x","selling_price":1,"unit_id":1,"image_id":"%s"}]}\
                  """
                      .formatted(image),
                  key);
          assertThat(picture.status()).as(who).isEqualTo(422);
        });
  }

  private Reply ask(String method, String path, String body, String key) {
    HttpRequest.Builder request = gateway.bare(path).header("X-API-Key", key);
    if (body == null) {
      return gateway.send(request.method(method, BodyPublishers.noBody()));
    }
    return gateway.send(
        request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private static byte[] png() {
    String head = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n";
    String content = "\u0089PNG\r\n\u001a\n and so on";
    return (head + content + "\r\n--b--\r\n")
        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
