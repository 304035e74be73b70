package duken.app.autostart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.desktop.shell.ThisComputer.LoginStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartTest {

  private static final String LAUNCHER = "/opt/duken/bin/duken";

  @TempDir private Path home;
  @TempDir private Path root;

  @Test
  void onLinuxItIsAnEntryBesideThePackagesOwn() throws IOException {
    install();
    LoginStart start = linux(Map.of()).orElseThrow();
    Path entry = home.resolve(".config/autostart/duken.desktop");
    assertThat(start.isOn()).isFalse();

    start.turn(true);

    assertThat(start.isOn()).isTrue();
    assertThat(Files.readAllLines(entry))
        .startsWith("[Desktop Entry]")
        .contains("Exec=/usr/bin/duken desk", "TryExec=/usr/bin/duken");
    start.turn(true);
    start.turn(false);
    assertThat(start.isOn()).isFalse();
    assertThat(entry).doesNotExist();
    start.turn(false);
  }

  @Test
  void theFolderOfSettingsMayBeElsewhere() throws IOException {
    install();

    linux(Map.of("XDG_CONFIG_HOME", home.resolve("conf").toString())).orElseThrow().turn(true);

    assertThat(home.resolve("conf/autostart/duken.desktop")).exists();
  }

  @Test
  void itIsNotOfferedWhereTheProgramWasNotInstalled() throws IOException {
    assertThat(linux(Map.of())).isEmpty();
    install();
    assertThat(Autostart.of("Linux", null, home, Map.of(), root)).isEmpty();
    assertThat(Autostart.of("Mac OS X", "/Users/k/duken/bin/duken", home, Map.of(), root))
        .isEmpty();
  }

  @Test
  void itSaysWhenTheSystemDoesNotAllowIt() throws IOException {
    install();
    Files.writeString(home.resolve(".config"), "a file where a folder should be");

    assertThatThrownBy(() -> linux(Map.of()).orElseThrow().turn(true))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void onMacOsItIsAnAgentOfThePerson() throws IOException {
    LoginStart start =
        Autostart.of(
                "Mac OS X",
                "/Applications/R&D/Duken.app/Contents/MacOS/Duken",
                home,
                Map.of(),
                root)
            .orElseThrow();

    start.turn(true);

    assertThat(Files.readString(home.resolve("Library/LaunchAgents/kz.duken.desk.plist")))
        .contains("<string>/Applications/R&amp;D/Duken.app/Contents/MacOS/Duken</string>");
  }

  @Test
  void onWindowsItIsAValueOfThePersonsRegistry() {
    List<String> called = new ArrayList<>();
    RunKey key =
        new RunKey(
            "C:\\Duken\\duken.exe",
            arguments -> {
              called.add(String.join(" ", arguments));
              return arguments.contains("query") ? 1 : 0;
            });

    assertThat(key.isOn()).isFalse();
    key.turn(true);
    key.turn(false);

    String value = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v Duken";
    assertThat(called)
        .containsExactly(
            "query " + value,
            "add " + value + " /t REG_SZ /d \"C:\\Duken\\duken.exe\" /f",
            "delete " + value + " /f");
    assertThatThrownBy(() -> new RunKey("duken", _ -> 5).turn(true))
        .isInstanceOf(UncheckedIOException.class);
  }

  private Optional<LoginStart> linux(Map<String, String> environment) {
    return Autostart.of("Linux", LAUNCHER, home, environment, root);
  }

  private void install() throws IOException {
    Path entry = root.resolve("usr/share/applications/duken.desktop");
    Files.createDirectories(entry.getParent());
    Files.createFile(entry);
  }
}
