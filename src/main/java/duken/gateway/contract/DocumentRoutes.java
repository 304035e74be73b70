package duken.gateway.contract;

import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The contract as OpenAPI, the same file as {@code docs/openapi.yaml}. */
public final class DocumentRoutes {

  private static final String RESOURCE = "/duken/gateway/openapi.yaml";

  private final byte[] document;

  /**
   * Reads the document.
   *
   * @throws IllegalStateException when the program was packed without it
   */
  public DocumentRoutes() {
    try (InputStream in = DocumentRoutes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is missing in the program");
      }
      document = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The route, below {@code /api/v1}. */
  public List<Route> routes() {
    return List.of(Route.get("/openapi.yaml", _ -> document()));
  }

  private HttpAnswer document() {
    return new HttpAnswer(
        200,
        Map.of(
            "Content-Type", "application/yaml; charset=utf-8",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff"),
        document);
  }
}
