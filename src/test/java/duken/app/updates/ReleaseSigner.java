package duken.app.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Signs as a release does, by the command of the installer and with a key made for the test. */
final class ReleaseSigner {

  private static final String COMMAND = "installer/src/duken/installer/Announcement.java";

  private static Method main;

  private final Path folder;
  private final Path key;
  private final String publicKey;

  ReleaseSigner(Path folder) throws IOException {
    this.folder = folder;
    key = folder.resolve("release.key");
    run("key", key.toString());
    publicKey = Files.readString(folder.resolve("release.key.pub")).strip();
  }

  String publicKey() {
    return publicKey;
  }

  /** A signed document. */
  String sign(String version, String published) throws IOException {
    Path news = folder.resolve("news.json");
    Path out = folder.resolve("latest.json");
    Files.writeString(
        news,
        """
        {
          "product": "duken",
          "version": "%s",
          "published": "%s",
          "page": "https://duken.example/download",
          "news": {
            "ru": ["первое", "второе"],
            "kk": ["бірінші", "екінші \\"тырнақша\\""],
            "en": ["one", "two"]
          }
        }
        """
            .formatted(version, published));
    run("sign", key.toString(), news.toString(), out.toString());
    return Files.readString(out);
  }

  /**
   * Compiled once, then called as its command line calls it: a Java per signature takes seconds.
   */
  private void run(String... args) throws IOException {
    if (main == null) {
      Path classes = Files.createDirectories(folder.resolve("classes"));
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-d", classes.toString(), COMMAND);
      assertThat(code).isZero();
      URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
      try {
        main = loader.loadClass("duken.installer.Announcement").getMethod("main", String[].class);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    try {
      main.invoke(null, (Object) args);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
