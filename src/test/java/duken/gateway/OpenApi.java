package duken.gateway;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import duken.api.Paths;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds every call of {@code /api/v1} against {@code docs/openapi.yaml}: the answer always, the
 * request unless it was refused for its form. Windows' and pay pages' calls are not its business.
 */
final class OpenApi {

  static final Path DOCUMENT = Path.of("docs/openapi.yaml");

  /**
   * Refusals of a request's form, not of what it wants; such requests were made wrong on purpose.
   */
  private static final Set<String> OF_FORM =
      Set.of(
          "BAD_REQUEST",
          "UNAUTHORIZED",
          "ORIGIN_FORBIDDEN",
          "NOT_FOUND",
          "METHOD_NOT_ALLOWED",
          "REQUEST_TIMEOUT",
          "PAYLOAD_TOO_LARGE",
          "FILE_TOO_LARGE",
          "UNSUPPORTED_MEDIA_TYPE",
          "HOST_FORBIDDEN",
          "VALIDATION_ERROR",
          "INVALID_FILE_TYPE",
          "RATE_LIMITED",
          "SERVICE_UNAVAILABLE",
          "FORBIDDEN");

  /** Has every refusal there is; unknown paths and verbs are answered like it. */
  private static final String ANY_PATH = Paths.API + "/invoices/1/refund";

  /** The validator takes a parameter's name for a pattern, and {@code status[]} for none. */
  private static final String STATUSES = "status_with_brackets";

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(
              text().replace("name: status[]", "name: " + STATUSES))
          .withBasePathOverride(Paths.API)
          .withLevelResolver(
              LevelResolver.create()
                  // Unknown fields and parameters of a request are ignored, says the document.
                  .withLevel("validation.request.parameter.query.unexpected", Level.IGNORE)
                  // Schemas that say nothing of further fields stay open: allOf needs it.
                  .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                  .build())
          .build();

  /** Paths that need no key. The validator knows what single operations need, not all together. */
  private static final Set<String> OPEN =
      new OpenAPIV3Parser()
          .readContents(text()).getOpenAPI().getPaths().entrySet().stream()
              .filter(
                  path ->
                      path.getValue().readOperations().stream()
                          .allMatch(it -> List.of().equals(it.getSecurity())))
              .map(path -> Paths.API + path.getKey())
              .collect(Collectors.toUnmodifiableSet());

  private OpenApi() {}

  static String text() {
    try {
      return Files.readString(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks what goes over the wire below {@code /api/v1}; a HEAD is not documented. */
  static void check(Exchange exchange) {
    check(exchange, true);
  }

  /** Checks the answer alone: the request is more than the document promises to take. */
  static void checkAnswer(Exchange exchange) {
    check(exchange, false);
  }

  private static void check(Exchange exchange, boolean withRequest) {
    boolean ours = exchange.path().equals(Paths.API) || exchange.path().startsWith(Paths.API + "/");
    if (!ours || exchange.method().equals("HEAD")) {
      return;
    }
    List<String> wrong = new ArrayList<>(problemsOfAnswer(exchange));
    if (wrong.isEmpty() && withRequest && !wasRefusedForItsForm(exchange.reply())) {
      wrong.addAll(problemsOfRequest(exchange));
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "%s does not hold for %s %s, answered %d %s:%n%s"
              .formatted(
                  DOCUMENT,
                  exchange.method(),
                  exchange.target(),
                  exchange.reply().status(),
                  exchange.reply().text(),
                  String.join("\n", wrong)));
    }
  }

  /** What is wrong with the answer, nothing when it is as documented. */
  static List<String> problemsOfAnswer(Exchange exchange) {
    SimpleResponse.Builder answer = SimpleResponse.Builder.status(exchange.reply().status());
    exchange.reply().headers().map().forEach(answer::withHeader);
    answer.withBody(exchange.reply().body());
    SimpleResponse response = answer.build();
    Request.Method method = methodOf(exchange);
    ValidationReport report =
        method == null ? null : VALIDATOR.validateResponse(exchange.path(), method, response);
    boolean isUnknown = report == null || isUnknown(report);
    if (isUnknown && exchange.reply().status() < 400) {
      return List.of("it is not documented");
    }
    return errors(
        isUnknown ? VALIDATOR.validateResponse(ANY_PATH, Request.Method.POST, response) : report);
  }

  /** What is wrong with the request. */
  static List<String> problemsOfRequest(Exchange exchange) {
    SimpleRequest.Builder request = new SimpleRequest.Builder(methodOf(exchange), exchange.path());
    exchange.headers().forEach(request::withHeader);
    parametersOf(exchange.query()).forEach(request::withQueryParam);
    if (exchange.body().length > 0) {
      request.withBody(exchange.body());
    }
    List<String> wrong = new ArrayList<>(errors(VALIDATOR.validateRequest(request.build())));
    boolean hasKey = exchange.headers().keySet().stream().anyMatch("X-API-Key"::equalsIgnoreCase);
    if (!hasKey && !OPEN.contains(exchange.path())) {
      wrong.add("X-API-Key is missing");
    }
    return wrong;
  }

  private static boolean wasRefusedForItsForm(Reply reply) {
    return reply.status() >= 400 && (reply.status() == 503 || OF_FORM.contains(reply.code()));
  }

  private static boolean isUnknown(ValidationReport report) {
    return report.getMessages().stream()
        .map(ValidationReport.Message::getKey)
        .anyMatch(
            key ->
                key.equals("validation.request.path.missing")
                    || key.equals("validation.request.operation.notAllowed"));
  }

  private static Request.Method methodOf(Exchange exchange) {
    for (Request.Method method : Request.Method.values()) {
      if (method.name().equals(exchange.method())) {
        return method;
      }
    }
    return null;
  }

  private static Map<String, List<String>> parametersOf(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      String known = decoded(name).replaceFirst("^status\\[[0-9]*]$", STATUSES);
      parameters.computeIfAbsent(known, _ -> new ArrayList<>()).add(decoded(value));
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static List<String> errors(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .map(
            message ->
                message.getKey()
                    + ": "
                    + message.getMessage()
                    + message.getNestedMessages().stream()
                        .map(ValidationReport.Message::getMessage)
                        .collect(Collectors.joining("; ", " ", "")))
        .toList();
  }
}
