package duken.desktop.history;

import duken.api.DeskJson.Sale;
import duken.api.DeskJson.Sales;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Writes every sale that the chosen days and filters match into a file of the person's choice. */
final class SalesExport {

  private final DeskContext context;
  private final HistoryViewModel model;
  private final Supplier<Optional<Path>> place;

  /**
   * @param place asks for the file on the JavaFX thread; empty when the person thinks better of it
   */
  SalesExport(DeskContext context, HistoryViewModel model, Supplier<Optional<Path>> place) {
    this.context = context;
    this.model = model;
    this.place = place;
  }

  /** The system's own question for a file. */
  static Optional<Path> ask(Window window) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName("sales.csv");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
    return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
  }

  /** Asks where to and writes; says how many were written, or that it could not be. */
  void save() {
    Optional<Path> file = place.get();
    if (file.isEmpty()) {
      return;
    }
    context
        .background()
        .ask(
            () -> write(file.get()),
            count -> say(Tone.GOOD, "history.csv.saved", count),
            _ -> say(Tone.CAREFUL, "history.csv.failed"));
  }

  private int write(Path file) {
    List<Sale> sales = all();
    try {
      Files.writeString(file, SalesCsv.of(context.texts(), sales));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sales.size();
  }

  /** Page by page; what moves to another page meanwhile is there once. */
  private List<Sale> all() {
    Map<Long, Sale> found = new LinkedHashMap<>();
    long offset = 0;
    Sales page;
    do {
      page = context.engine().sales().list(model.filter(offset));
      page.sales().forEach(sale -> found.putIfAbsent(sale.invoice().id(), sale));
      offset += page.sales().size();
    } while (!page.sales().isEmpty() && offset < page.total());
    return new ArrayList<>(found.values());
  }

  private void say(Tone tone, String key, Object... values) {
    context.navigator().say(Message.of(tone, key, values));
  }
}
