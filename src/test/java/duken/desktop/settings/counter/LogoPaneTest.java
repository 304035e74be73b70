package duken.desktop.settings.counter;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import duken.desktop.customer.CustomerShow;
import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.DeskContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogoPaneTest {

  @TempDir private Path folder;

  @Test
  void aPictureIsKeptShownAndTakenAway() throws IOException {
    Path file = picture("png", 300);
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            DeskContext context = rig.window.context();
            LogoPane pane = pane(context, file);
            button(pane, 0).fire();
            assertThat(context.preferences().logo()).isPresent();
            assertThat(rig.customer.get())
                .isInstanceOfSatisfying(
                    CustomerShow.Idle.class, idle -> assertThat(idle.logo()).isNotNull());
            assertThat(said(pane)).isEqualTo("Логотип поставлен.");
            button(pane, 1).fire();
            assertThat(context.preferences().logo()).isEmpty();
            assertThat(rig.customer.get()).isEqualTo(CustomerShow.IDLE);
          }
        });
  }

  @Test
  void whatIsNoPictureChangesNothing() throws IOException {
    Path text = folder.resolve("logo.png");
    Files.writeString(text, "это не картинка", StandardCharsets.UTF_8);
    Path broken = folder.resolve("broken.png");
    Files.write(broken, new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
    Path large = folder.resolve("large.jpg");
    Files.write(large, new byte[3 << 20]);
    for (Path file : new Path[] {text, broken, large, picture("gif", 300), picture("png", 8)}) {
      FxRig.run(
          () -> {
            try (DeskRig rig = new DeskRig(1366, 768)) {
              DeskContext context = rig.window.context();
              LogoPane pane = pane(context, file);
              button(pane, 0).fire();
              assertThat(context.preferences().logo()).as(file.toString()).isEmpty();
              assertThat(said(pane)).contains("Это не картинка");
            }
          });
    }
  }

  private static LogoPane pane(DeskContext context, Path file) {
    return new LogoPane(context, new Hotkeys(), () -> Optional.of(file));
  }

  private static Button button(LogoPane pane, int at) {
    return (Button)
        ((javafx.scene.layout.Pane) pane.getChildren().getFirst()).getChildren().get(at);
  }

  private static String said(LogoPane pane) {
    return ((Label) pane.getChildren().getLast()).getText();
  }

  private Path picture(String type, int size) throws IOException {
    Path file = folder.resolve(size + "." + type);
    ImageIO.write(new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB), type, file.toFile());
    return file;
  }
}
