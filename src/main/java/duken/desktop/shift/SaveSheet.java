package duken.desktop.shift;

import duken.api.ShiftJson;
import duken.api.reconcile.ReconcileJson.Fee;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.shift.export.CsvFile;
import duken.desktop.shift.export.OneCStatement;
import duken.desktop.shift.export.PdfFile;
import duken.desktop.shift.export.ReportFile;
import duken.desktop.shift.export.ShiftDocument;
import duken.desktop.shift.export.XlsxFile;
import duken.desktop.text.Texts;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Saves a shift's report as a file: PDF, Excel, CSV, or a statement for 1C. */
final class SaveSheet {

  private static final double WIDTH = 640;

  private final DeskContext context;
  private final Texts texts;
  private final ShiftViewModel model;
  private final ShiftDocuments documents;
  private final Place place;

  private ShiftJson.Report report;
  private String shop;

  SaveSheet(DeskContext context, ShiftViewModel model, ShiftDocuments documents, Place place) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.documents = documents;
    this.place = place;
  }

  /** Where a file goes. */
  @FunctionalInterface
  interface Place {

    /**
     * Asks for it.
     *
     * @param name proposed, with its ending
     * @return empty when nobody wants it after all
     */
    Optional<Path> choose(String name);

    /** The system's own dialog. */
    static Place asked(DeskContext context) {
      return name -> {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().get("shift.action.save"));
        chooser.setInitialFileName(name);
        Window window =
            Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
      };
    }
  }

  /** Writes what the engine told of the money. */
  @FunctionalInterface
  private interface Content {
    void write(List<ShiftJson.Money> money, OutputStream out) throws IOException;
  }

  void open(ShiftJson.Report shift, String shopName) {
    report = shift;
    shop = shopName;
    VBox body = new VBox(10);
    Sheet sheet = new Sheet(texts.of("shift.save.title", shift.number()), body, WIDTH);
    TextField account = new TextField(context.preferences().account().orElse(""));
    account.setId("shift-account");
    account.getStyleClass().add("big-field");
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), "shift.save.account");
    name.setLabelFor(account);
    account.accessibleTextProperty().bind(texts.of("shift.save.account"));
    Label fault = new WrappedLabel("outcome");
    fault.setId("shift-account-fault");
    body.getChildren()
        .addAll(
            choice(
                sheet,
                Material2RoundMZ.PICTURE_AS_PDF,
                KeyCode.DIGIT1,
                "pdf",
                () -> document("pdf", new PdfFile())),
            choice(
                sheet,
                Material2RoundAL.GRID_ON,
                KeyCode.DIGIT2,
                "xlsx",
                () -> document("xlsx", new XlsxFile())),
            choice(
                sheet,
                Material2RoundMZ.TABLE_ROWS,
                KeyCode.DIGIT3,
                "csv",
                () -> document("csv", new CsvFile())),
            choice(
                sheet,
                Material2RoundAL.ACCOUNT_BALANCE,
                KeyCode.DIGIT4,
                "txt",
                () -> statement(account, fault)),
            new VBox(4, name, account, fault));
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    context.navigator().open(sheet.with(back));
  }

  private KeyButton choice(Sheet sheet, Ikon icon, KeyCode digit, String kind, Runnable save) {
    KeyButton button =
        new KeyButton(icon, Hotkeys.alt(digit), save)
            .captioned(texts, "shift.save." + kind)
            .wire(sheet.keys(), Hotkeys.alt(digit));
    button.setId("shift-save-" + kind);
    return button;
  }

  private void document(String ending, ReportFile file) {
    boolean training = context.feed().isTraining();
    ShiftJson.Report shift = report;
    save(
        ending,
        (money, out) -> {
          List<Fee> fees = context.engine().reconcile().shiftFees(shift.id());
          ShiftDocument document = documents.report(shift, fees, money, training);
          file.write(document, out);
        });
  }

  private void statement(TextField account, Label fault) {
    String typed = account.getText().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (!OneCStatement.isAccount(typed)) {
      Tone.BAD.paint(fault);
      texts.bind(fault.textProperty(), "shift.save.account.fault");
      account.requestFocus();
      return;
    }
    context.preferences().account(typed);
    ShiftJson.Report shift = report;
    OneCStatement statement =
        new OneCStatement(shop, typed, context.moments().zone(), context.moments().now());
    OneCStatement.Purpose purpose =
        row ->
            texts.get(
                row.refund() ? "shift.save.purpose.refund" : "shift.save.purpose.sale",
                row.invoiceNumber(),
                documents.way(row.way()));
    save("txt", (money, out) -> statement.write(shift, byBank(money), purpose, out));
  }

  /** A bank's statement knows no cash. */
  private static List<ShiftJson.Money> byBank(List<ShiftJson.Money> money) {
    return money.stream().filter(row -> !row.way().equals("cash")).toList();
  }

  private void save(String ending, Content content) {
    String name =
        texts
            .get("shift.save.name", report.number(), report.desk())
            .replaceAll("[^\\p{L}\\p{N} ._-]", "_");
    Optional<Path> chosen = place.choose(name + "." + ending);
    if (chosen.isEmpty()) {
      return;
    }
    context.navigator().closeSheet();
    model.money(report.id(), money -> write(chosen.get(), money, content), this::failed);
  }

  private void write(Path file, List<ShiftJson.Money> money, Content content) {
    context
        .background()
        .tell(
            () -> written(file, money, content),
            () -> say(Tone.GOOD, "shift.saved", file.getFileName()),
            _ -> say(Tone.BAD, "shift.not_saved", file.getFileName()));
  }

  /** Whole or not at all: a report that stops in the middle looks like a smaller day. */
  private static void written(Path file, List<ShiftJson.Money> money, Content content) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.write(money, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void failed(RuntimeException e) {
    context.navigator().say(Message.of(e));
  }

  private void say(Tone tone, String key, Object... args) {
    context.navigator().say(Message.of(tone, key, args));
  }
}
