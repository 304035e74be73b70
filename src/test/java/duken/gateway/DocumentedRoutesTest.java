package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.Paths;
import duken.gateway.http.Route;
import duken.gateway.http.RouteTable;
import duken.gateway.problem.Problem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is served is documented, and the other way round. */
class DocumentedRoutesTest {

  private static final RunningGateway GATEWAY = new RunningGateway(RunningGateway.unlimited());
  private static final OpenAPI DOCUMENT =
      new OpenAPIV3Parser().readContents(OpenApi.text()).getOpenAPI();

  @AfterAll
  static void close() {
    GATEWAY.close();
  }

  @Test
  void everyRouteThatIsServedIsDocumented() {
    Set<String> undocumented = served();
    undocumented.removeAll(documented());
    assertThat(undocumented).isEmpty();
  }

  @Test
  void everyRouteThatIsDocumentedIsServed() {
    Set<String> notServed = documented();
    notServed.removeAll(served());
    assertThat(notServed).isEmpty();
  }

  @Test
  void theDocumentNamesTheCodesOfThisProgramAndNoOther() {
    assertThat(enumOf("ErrorCode")).isEqualTo(codes(Problem::code));
    assertThat(enumOf("ErrorCodeMirror")).isEqualTo(codes(Problem::mirror));
  }

  @Test
  void theDocumentIsServedToWhoHasAKey() {
    Reply reply = GATEWAY.get("/api/v1/openapi.yaml");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).contains("application/yaml; charset=utf-8");
    assertThat(reply.text()).isEqualTo(OpenApi.text());
    assertThat(GATEWAY.send(GATEWAY.bare("/api/v1/openapi.yaml").GET()).status()).isEqualTo(401);
  }

  @Test
  void everyCallNeedsAKeyExceptThoseDocumentedWithoutOne() {
    DOCUMENT
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          boolean page = item.getServers() != null;
                          List<SecurityRequirement> needed =
                              operation.getSecurity() == null
                                  ? DOCUMENT.getSecurity()
                                  : operation.getSecurity();
                          String target =
                              (page ? "" : Paths.API) + path.replaceAll("\\{[^}]*}", "1");
                          GATEWAY.clock.move(Duration.ofSeconds(3));
                          Reply reply =
                              GATEWAY.sendLoosely(
                                  GATEWAY
                                      .bare(target)
                                      .method(method.name(), BodyPublishers.noBody()));
                          assertThat(reply.status() == 401)
                              .as(method + " " + target + " answered " + reply.status())
                              .isEqualTo(!needed.isEmpty());
                        }));
    assertThat(DOCUMENT.getComponents().getSecuritySchemes().get("ApiKeyAuth").getName())
        .isEqualTo("X-API-Key");
  }

  /** A name that is taken is told to windows alone. */
  private static Set<String> codes(Function<Problem, String> word) {
    return Arrays.stream(Problem.values())
        .filter(problem -> problem != Problem.NAME_TAKEN)
        .map(word)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> enumOf(String schema) {
    Set<String> words = new TreeSet<>();
    for (Object word : DOCUMENT.getComponents().getSchemas().get(schema).getEnum()) {
      words.add(word.toString());
    }
    return words;
  }

  private static Set<String> served() {
    GuardChain.Areas areas =
        new GuardChainBuilder(GATEWAY.parts, RunningGateway.unlimited(), () -> false).areas();
    Set<String> served = new TreeSet<>();
    add(served, Paths.API, areas.open());
    add(served, Paths.API, areas.contract());
    add(served, "", areas.pages());
    return served;
  }

  private static void add(Set<String> served, String base, RouteTable table) {
    for (Route route : table.routes()) {
      served.add(route.method() + " " + base + nameless(route.template()));
    }
  }

  private static Set<String> documented() {
    Set<String> documented = new TreeSet<>();
    DOCUMENT
        .getPaths()
        .forEach(
            (path, item) -> {
              String base = item.getServers() == null ? Paths.API : "";
              item.readOperationsMap()
                  .keySet()
                  .forEach(method -> documented.add(method + " " + base + nameless(path)));
            });
    return documented;
  }

  /** The path with its parameters' names taken out; they may differ. */
  private static String nameless(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(segment -> segment.contains("{") ? "{}" : segment)
        .collect(Collectors.joining("/"));
  }
}
