package duken.paper;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What of printers the system itself knows. Nothing is asked in the network. */
public final class PrinterSearch {

  private static final List<Path> DEVICES = List.of(Path.of("/dev/usb"), Path.of("/dev"));

  private PrinterSearch() {}

  /** Places of a kind, as one would type them; empty where only a person knows. May wait. */
  public static List<String> places(PrinterPlace.Kind kind) {
    return switch (kind) {
      case DEVICE -> devices();
      case SERIAL ->
          Stream.of(SerialPort.getCommPorts()).map(SerialPort::getSystemPortPath).sorted().toList();
      case QUEUE, PAGES -> SystemPrinters.names();
      case FOLDER -> List.of(Path.of(System.getProperty("user.home"), "Duken", "slips").toString());
      case NONE, NETWORK -> List.of();
    };
  }

  private static List<String> devices() {
    List<String> found = new ArrayList<>();
    for (Path folder : DEVICES) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (DirectoryStream<Path> some = Files.newDirectoryStream(folder, "lp[0-9]*")) {
        some.forEach(file -> found.add(file.toString()));
      } catch (IOException _) {
        // A folder that cannot be read has nothing for us.
      }
    }
    return found.stream().sorted().toList();
  }
}
