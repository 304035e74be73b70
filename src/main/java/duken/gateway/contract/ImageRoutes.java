package duken.gateway.contract;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.catalog.CatalogImage;
import duken.domain.catalog.ImageType;
import duken.domain.staff.Permission;
import duken.engine.admin.CatalogService;
import duken.gateway.http.FormPart;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.HttpRequest;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import duken.store.Images;
import duken.store.Store;
import duken.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of the catalog (gateway contract, sections 11.4 and 11.5). */
public final class ImageRoutes {

  /** The largest picture, 5 MB. */
  public static final int LARGEST = 5_242_880;

  private static final Logger LOG = LoggerFactory.getLogger(ImageRoutes.class);

  /** What programs send that do not know what they send. */
  private static final Set<String> NO_TYPE = Set.of("", "application/octet-stream");

  /** A name of JPEG that is widely sent although nobody registered it. */
  private static final String JPG = "image/jpg";

  private final CatalogService desk;
  private final Store store;
  private final Images images;
  private final Links links;

  /**
   * @param store for reading
   * @param images for reading
   */
  public ImageRoutes(CatalogService desk, Store store, Images images, Links links) {
    this.desk = desk;
    this.store = store;
    this.images = images;
    this.links = links;
  }

  /** The routes, below {@code /api/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.post("/catalog/upload-image", this::upload).needing(Permission.GOODS),
        Route.get("/catalog/images/{imageId}", this::read));
  }

  private HttpAnswer upload(RoutedRequest routedRequest) {
    List<FormPart> parts = routedRequest.httpRequest().form();
    FormPart file =
        part(parts, "file")
            .or(() -> part(parts, "image"))
            .filter(part -> part.size() > 0)
            .orElseThrow(() -> DomainRefusal.field("file", Complaint.of("required")));
    if (file.size() > LARGEST) {
      throw HttpRefusal.because(Problem.FILE_TOO_LARGE);
    }
    ImageType type = typeOf(file).orElseThrow(ImageRoutes::wrongType);
    String declared = JPG.equals(file.mediaType()) ? ImageType.JPEG.mime() : file.mediaType();
    if (!NO_TYPE.contains(declared) && !declared.equals(type.mime())) {
      throw wrongType();
    }
    CatalogImage image = desk.addImage(routedRequest.caller(), file.file(), type);
    return HttpAnswer.json(
        200, new Uploaded(image.id(), links.image(image.id()), image.type().mime(), image.size()));
  }

  private static Optional<ImageType> typeOf(FormPart file) {
    try (InputStream content = Files.newInputStream(file.file())) {
      return ImageType.ofLeadingBytes(content.readNBytes(ImageType.LEADING_BYTES));
    } catch (IOException e) {
      throw new StoreUnavailable("a picture that was sent cannot be read", e);
    }
  }

  private HttpAnswer read(RoutedRequest routedRequest) {
    CatalogImage image =
        id(routedRequest)
            .flatMap(id -> store.read(tx -> tx.catalog().findImage(routedRequest.scope(), id)))
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
    String tag = '"' + image.sha256() + '"';
    Map<String, String> always =
        Map.of(
            "ETag", tag,
            "Cache-Control", "private, max-age=86400",
            "X-Content-Type-Options", "nosniff");
    if (isKnown(routedRequest.httpRequest(), tag)) {
      return new HttpAnswer(304, always, new byte[0]);
    }
    InputStream content =
        images
            .open(routedRequest.scope(), image.sha256(), image.size())
            .orElseThrow(
                () -> {
                  LOG.error("picture {} has no bytes beside the database", image.id());
                  return DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
                });
    return HttpAnswer.streamed(200, always, new HttpAnswer.Source(image.size(), content))
        .with("Content-Type", image.type().mime());
  }

  private static Optional<UUID> id(RoutedRequest routedRequest) {
    try {
      return Optional.of(BodyFields.parseUuid(routedRequest.parameters().get("imageId")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isKnown(HttpRequest httpRequest, String tag) {
    return httpRequest.headers().getOrDefault("if-none-match", List.of()).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(known -> known.strip().replaceFirst("^W/", ""))
        .anyMatch(known -> known.equals(tag) || known.equals("*"));
  }

  private static Optional<FormPart> part(List<FormPart> parts, String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  private static HttpRefusal wrongType() {
    return new HttpRefusal(
        Problem.INVALID_FILE_TYPE, Map.of("file", List.of(Complaint.of("file.type"))), Map.of());
  }

  private record Uploaded(UUID imageId, String imageUrl, String mimeType, int sizeBytes) {}
}
