package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateway contract, sections 11.4 and 11.5. */
class ImagesTest {

  private static final String UPLOAD = "/api/v1/catalog/upload-image";
  private static final int LARGEST = 5_242_880;
  private static final byte[] PNG = latin1("\u0089PNG\r\n\u001a\nrest\r\n--of\r\n\r\nit");
  private static final byte[] JPEG = latin1("\u00ff\u00d8\u00ff\u00e0rest");
  private static final byte[] WEBP = latin1("RIFF\u0001\u0002\u0003\u0004WEBPVP8 rest");

  @TempDir Path folder;
  private RunningGateway gateway;

  @org.junit.jupiter.api.BeforeEach
  void open() {
    gateway =
        new RunningGateway(
            RunningGateway.unlimited(),
            duken.store.jdbc.TestStores.h2InMemoryOrTempFile(),
            folder,
            duken.engine.Engine::start);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aPictureIsKeptAndServedAsItWas() {
    Reply kept = upload(part("file", "image/png", PNG));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    String id = kept.at("/image_id");
    assertThat(kept.text())
        .isEqualTo(
            """
            {"image_id":"%s","image_url":"http://localhost:3000/api/v1/catalog/images/%s",\
            "mime_type":"image/png","size_bytes":%d}\
            """
                .formatted(id, id, PNG.length));
    Reply served = gateway.get("/api/v1/catalog/images/" + id);
    assertThat(served.status()).isEqualTo(200);
    assertThat(served.body()).isEqualTo(PNG);
    assertThat(served.header("Content-Type")).contains("image/png");
    assertThat(served.header("Content-Length")).contains(Integer.toString(PNG.length));
    assertThat(served.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(served.header("Cache-Control").orElseThrow()).startsWith("private");
    assertThat(served.header("X-RateLimit-Limit")).isPresent();
  }

  @Test
  void whoKnowsAPictureIsNotSentItAgain() throws Exception {
    String path = "/api/v1/catalog/images/" + upload(part("file", "", PNG)).at("/image_id");
    String tag = gateway.get(path).header("ETag").orElseThrow();
    assertThat(tag).matches("\"[0-9a-f]{64}\"");
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      Reply reply = gateway.send(gateway.request(path).header("If-None-Match", known).GET());
      assertThat(reply.status()).as(known).isEqualTo(304);
      assertThat(reply.body()).isEmpty();
      assertThat(reply.header("ETag")).contains(tag);
    }
    assertThat(gateway.send(gateway.request(path).header("If-None-Match", "\"x\"").GET()).body())
        .isEqualTo(PNG);
    try (RawHttp raw = gateway.raw()) {
      String answer =
          raw.send(
                  "HEAD "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                      + "X-API-Key: "
                      + gateway.key
                      + "\r\n\r\n")
              .untilClosed();
      assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT))
          .contains("content-length: " + PNG.length);
    }
  }

  @Test
  void theLeadingBytesDecideWhatItIs() {
    assertThat(upload(part("file", "image/jpeg", JPEG)).at("/mime_type")).isEqualTo("image/jpeg");
    assertThat(upload(part("file", "", WEBP)).at("/mime_type")).isEqualTo("image/webp");
    assertThat(upload(part("file", "application/octet-stream", JPEG)).status()).isEqualTo(200);
    assertThat(upload(part("file", "IMAGE/PNG; x=y", PNG)).status()).isEqualTo(200);
  }

  @Test
  void whatIsNoPictureOrAnotherThanItSaysIsRefused() throws IOException {
    for (byte[] bad :
        List.of(
            part("file", "image/jpeg", PNG),
            part("file", "text/plain", PNG),
            part("file", "image/gif", latin1("GIF89a")),
            part("file", "image/png", latin1("<svg/>")),
            part("file", "", new byte[] {1}))) {
      Reply reply = upload(bad);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("INVALID_FILE_TYPE");
      assertThat(reply.at("/error_code")).isEqualTo("invalid_file_type");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void theOlderFieldNameIsTakenToo() {
    assertThat(upload(part("image", "", PNG)).status()).isEqualTo(200);
    Reply both = upload(part("image", "", JPEG), part("file", "", PNG));
    assertThat(both.at("/mime_type")).isEqualTo("image/png");
  }

  @Test
  void aMissingOrEmptyPartIsNamed() {
    Reply none = gateway.send(gateway.request(UPLOAD).POST(BodyPublishers.noBody()));
    for (Reply reply :
        List.of(
            none,
            upload(part("file", "", new byte[0])),
            upload(part("photo", "", PNG)),
            upload())) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(422);
      assertThat(reply.at("/error/fields/file/0")).isEqualTo("Обязательное поле");
    }
  }

  @Test
  void theLargestPictureIsKeptAndOneByteMoreIsNot() throws IOException {
    Reply kept = upload(part("file", "image/png", sized(LARGEST)));
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.at("/size_bytes")).isEqualTo("5242880");
    assertThat(gateway.get("/api/v1/catalog/images/" + kept.at("/image_id")).body())
        .isEqualTo(sized(LARGEST));
    Reply larger = upload(part("file", "image/png", sized(LARGEST + 1)));
    assertThat(larger.status()).isEqualTo(413);
    assertThat(larger.code()).isEqualTo("FILE_TOO_LARGE");
    assertThat(larger.at("/error_code")).isEqualTo("file_too_large");
    byte[] large = form(part("file", "image/png", sized(LARGEST + 200_000)));
    Reply chunked =
        gateway.send(
            uploading().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    assertThat(chunked.code()).isEqualTo("FILE_TOO_LARGE");
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatSaysItIsTooLargeIsRefusedWithoutReadingIt() throws Exception {
    for (String length : List.of("5400000", "9000000", "99999999999")) {
      try (RawHttp raw = gateway.raw()) {
        String answer =
            raw.send(
                    "POST "
                        + UPLOAD
                        + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
                        + gateway.key
                        + "\r\nExpect: 100-continue\r\nContent-Type: multipart/form-data;"
                        + " boundary=x\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .untilClosed();
        assertThat(answer).as(length).startsWith("HTTP/1.1 413").contains("FILE_TOO_LARGE");
      }
    }
  }

  @Test
  void aStrangersPictureIsNotReadAtAll() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send(
          "POST "
              + UPLOAD
              + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: kpa_test_no\r\n"
              + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000000\r\n\r\n");
      assertThat(raw.statusLine()).startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void theSameBytesAreTheSamePictureInAShopAndMode() throws IOException {
    String first = upload(part("file", "image/png", PNG)).at("/image_id");
    assertThat(upload(part("file", "", PNG)).at("/image_id")).isEqualTo(first);
    assertThat(files()).hasSize(1);
    Reply live =
        gateway.send(
            gateway
                .bare(UPLOAD)
                .header("X-API-Key", gateway.liveKey)
                .header("Content-Type", "multipart/form-data; boundary=b-1")
                .POST(BodyPublishers.ofByteArray(form(part("file", "", PNG)))));
    assertThat(live.at("/image_id")).isNotEqualTo(first);
  }

  @Test
  void aPictureIsItsOwnShopsOnly() {
    String id = upload(part("file", "image/png", PNG)).at("/image_id");
    String path = "/api/v1/catalog/images/" + id;
    Tenant other = gateway.shopAccess.tenantNamed("Другая");
    String otherKey = gateway.newKey(other, Mode.TEST, ApiKey.Role.API);
    for (String foreign : List.of(otherKey, gateway.liveKey)) {
      assertThat(gateway.get(path, foreign).status()).isEqualTo(404);
      assertThat(gateway.post("/api/v1/catalog", item(id), foreign).status()).isEqualTo(422);
    }
    assertThat(gateway.send(gateway.bare(path).GET()).status()).isEqualTo(401);
    assertThat(gateway.get("/api/v1/catalog/images/1-1-1-1-1").status()).isEqualTo(404);
    assertThat(gateway.get("/api/v1/catalog/images/..%2f..%2fx").status()).isEqualTo(404);
  }

  @Test
  void anItemShowsItsPictureUntilItIsTakenAway() {
    String id = upload(part("file", "image/png", PNG)).at("/image_id");
    Reply made = gateway.post("/api/v1/catalog", item(id));
    assertThat(made.at("/data/0/image_url")).endsWith("/api/v1/catalog/images/" + id);
    String path = "/api/v1/catalog/" + made.at("/data/0/id");
    String other = upload(part("file", "", JPEG)).at("/image_id");
    assertThat(patch(path, "{\"image_id\":\"" + other + "\"}").at("/image_id")).isEqualTo(other);
    assertThat(patch(path, "{\"is_image_deleted\":false}").at("/image_id")).isEqualTo(other);
    Reply without = patch(path, "{\"is_image_deleted\":true}");
    assertThat(without.at("/image_id")).isEqualTo("null");
    assertThat(without.at("/image_url")).isEqualTo("null");
    String unknown = "00000000-0000-4000-8000-000000000000";
    Reply refused = patch(path, "{\"image_id\":\"" + unknown + "\"}");
    assertThat(refused.json().at("/error/fields").propertyNames()).containsExactly("image_id");
  }

  @Test
  void aPictureWhoseBytesAreLostIsNotFound() throws IOException {
    String id = upload(part("file", "image/png", PNG)).at("/image_id");
    Files.delete(files().getFirst());
    assertThat(gateway.get("/api/v1/catalog/images/" + id).status()).isEqualTo(404);
    assertThat(upload(part("file", "image/png", PNG)).at("/image_id")).isEqualTo(id);
    assertThat(gateway.get("/api/v1/catalog/images/" + id).body()).isEqualTo(PNG);
  }

  @Test
  void whatIsNoFormOrABrokenOneIsTold() {
    Reply json = gateway.post(UPLOAD, "{}");
    assertThat(json.status()).isEqualTo(415);
    Reply untyped = gateway.send(gateway.request(UPLOAD).POST(BodyPublishers.ofByteArray(PNG)));
    assertThat(untyped.status()).isEqualTo(415);
    byte[] whole = form(part("file", "", PNG));
    for (byte[] broken :
        List.of(
            PNG,
            Arrays.copyOf(whole, whole.length - 6),
            Arrays.copyOf(whole, 20),
            latin1("--b-1\r\nContent-Type: image/png\r\n\r\nx\r\n--b-1--\r\n"))) {
      Reply reply = gateway.send(uploading().POST(BodyPublishers.ofByteArray(broken)));
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    }
    Reply unbound =
        gateway.send(
            gateway
                .request(UPLOAD)
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofByteArray(whole)));
    assertThat(unbound.status()).isEqualTo(400);
  }

  @Test
  void aFileNameIsNeitherAPathNorAField() throws IOException {
    byte[] sly =
        latin1(
            "preamble\r\n--b-1  \r\nContent-Disposition: form-data; "
                + "filename=\"../x; name=\\\"photo\\\"; name=y\"; name=file\r\n\r\n"
                + new String(PNG, StandardCharsets.ISO_8859_1)
                + "\r\n--b-1--\r\nepilogue");
    assertThat(gateway.send(uploading().POST(BodyPublishers.ofByteArray(sly))).status())
        .isEqualTo(200);
    assertThat(files()).hasSize(1);
    assertThat(files().getFirst().getFileName().toString()).matches("[0-9a-f]{64}");
  }

  private Reply upload(byte[]... parts) {
    return gateway.send(uploading().POST(BodyPublishers.ofByteArray(form(parts))));
  }

  private HttpRequest.Builder uploading() {
    return gateway.request(UPLOAD).header("Content-Type", "multipart/form-data; boundary=\"b-1\"");
  }

  private Reply patch(String path, String body) {
    return gateway.send(
        gateway
            .request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  private static String item(String imageId) {
    return "{\"items\":[{\"name\":\"Чай\",\"selling_price\":1,\"unit_id\":1,\"image_id\":\""
        + imageId
        + "\"}]}";
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("images"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] sized(int size) {
    return Arrays.copyOf(PNG, size);
  }

  private static byte[] form(byte[]... parts) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      form.writeBytes(latin1("--b-1\r\n"));
      form.writeBytes(part);
      form.writeBytes(latin1("\r\n"));
    }
    form.writeBytes(latin1("--b-1--\r\n"));
    return form.toByteArray();
  }

  private static byte[] part(String name, String type, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(
        latin1("Content-Disposition: form-data; name=\"" + name + "\"; filename=\"a.png\"\r\n"));
    if (!type.isEmpty()) {
      part.writeBytes(latin1("Content-Type: " + type + "\r\n"));
    }
    part.writeBytes(latin1("\r\n"));
    part.writeBytes(content);
    return part.toByteArray();
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
