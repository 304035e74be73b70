package duken.gateway.server;

import duken.gateway.http.FormPart;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/**
 * A {@code multipart/form-data} body (RFC 7578) whose parts are files in a folder. File names and
 * everything else a part says of itself but its field and its type are not looked at. Closing it
 * removes what nobody moved away.
 */
final class UploadedForm implements AutoCloseable {

  private static final int MOST_PARTS = 50;
  private static final int LONGEST_HEAD = 8192;

  /** RFC 2046, section 5.1.1. */
  private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[^ ]");

  private final List<MultiPart.Part> sent = new ArrayList<>();
  private final List<FormPart> parts = new ArrayList<>();

  private UploadedForm() {}

  /**
   * Reads a form while it arrives.
   *
   * @param contentType with the boundary
   * @param folder for the parts
   * @throws HttpRefusal BROKEN_FORM when it cannot be read, and what reading the body throws
   */
  static UploadedForm read(String contentType, RequestBody body, Path folder) {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
      throw broken();
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setFilesDirectory(folder);
    parser.setUseFilesForPartsWithoutFileName(true);
    parser.setMaxMemoryFileSize(0);
    parser.setMaxParts(MOST_PARTS);
    parser.setPartHeadersMaxLength(LONGEST_HEAD);
    UploadedForm form = new UploadedForm();
    try {
      CompletableFuture<MultiPartFormData.Parts> read = new CompletableFuture<>();
      parser.parse(Content.Source.from(body), Promise.Invocable.toPromise(read));
      read.join().forEach(form.sent::add);
      form.describe();
      return form;
    } catch (CompletionException e) {
      form.close();
      throw refusalOf(e);
    } catch (IOException | RuntimeException e) {
      form.close();
      throw e instanceof HttpRefusal httpRefusal ? httpRefusal : broken();
    }
  }

  /** In order. */
  List<FormPart> parts() {
    return parts;
  }

  @Override
  public void close() {
    sent.forEach(MultiPart.Part::close);
  }

  private void describe() throws IOException {
    for (MultiPart.Part part : sent) {
      if (part.getName() == null) {
        throw broken();
      }
      Path file = part instanceof MultiPart.PathPart onDisk ? onDisk.getPath() : null;
      long size = file == null ? 0 : Files.size(file);
      parts.add(new FormPart(part.getName(), mediaType(part), size, size == 0 ? null : file));
    }
  }

  private static String mediaType(MultiPart.Part part) {
    String declared = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return declared == null ? "" : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static HttpRefusal refusalOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpRefusal httpRefusal) {
        return httpRefusal;
      }
    }
    return broken();
  }

  private static HttpRefusal broken() {
    return HttpRefusal.because(Problem.BROKEN_FORM);
  }
}
