package duken.app.desk;

import duken.desktop.orders.OrderChime;
import duken.desktop.shell.CounterDevices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.print.Printer;
import javafx.stage.Screen;

/** Looks at the counter by what the system says of it. */
final class CounterProbe implements CounterDevices {

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /** Whoever reaches this reaches the bank; only its date is looked at. */
  private static final URI BANK = URI.create("https://kaspi.kz/");

  @Override
  public List<String> screens() {
    return Screen.getScreens().stream()
        .map(
            screen ->
                "%.0f×%.0f"
                    .formatted(
                        screen.getBounds().getWidth() * screen.getOutputScaleX(),
                        screen.getBounds().getHeight() * screen.getOutputScaleY()))
        .toList();
  }

  @Override
  public boolean playSound() {
    return OrderChime.play();
  }

  @Override
  public List<String> printers() {
    return Printer.getAllPrinters().stream().map(Printer::getName).sorted().toList();
  }

  @Override
  public Optional<Instant> timeOutside() {
    HttpRequest request = HttpRequest.newBuilder(BANK).HEAD().timeout(PATIENCE).build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return client
          .send(request, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("Date")
          .map(CounterProbe::moment);
    } catch (IOException | DateTimeException _) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  private static Instant moment(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
