package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.InvoiceJson;
import duken.desktop.print.SlipPrinting;
import duken.desktop.text.Language;
import duken.domain.Money;
import duken.paper.PrinterChoice;
import duken.paper.PrinterPlace.Kind;
import duken.paper.PrinterTrouble;
import duken.paper.ReceiptPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips from the till, by keys, on a printer at a port of this computer or as files. */
class SlipJourneyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private ReceiptPrinter printer;
  private DeskRig rig;

  @BeforeAll
  static void draw() {
    FxRig.start();
  }

  @BeforeEach
  void open() throws IOException {
    printer = new ReceiptPrinter();
    rig = FxRig.get(() -> new DeskRig(1366, 768));
  }

  @AfterEach
  void close() throws IOException {
    FxRig.run(rig::close);
    rig.computer.printing.close();
    printer.close();
  }

  private void desk(PrinterChoice choice) {
    rig.window.context().preferences().printer(choice);
  }

  private PrinterChoice byNetwork() {
    return PrinterChoice.NONE.at(Kind.NETWORK, printer.place());
  }

  private void sells(Consumer<PracticeSale> how) {
    FxRig.run(
        () -> {
          rig.type("2500").press(KeyCode.ENTER);
          rig.engine.edit(rig.lastSale(), how);
          rig.engine.sales().train(rig.lastSale(), "pay");
          rig.pump();
        });
  }

  private void papers(int many) {
    await().atMost(PATIENCE).until(() -> printer.papers().size() == many);
  }

  private String file(String start) {
    await().atMost(PATIENCE).until(() -> found(start) != null);
    try (PDDocument slip = Loader.loadPDF(Files.readAllBytes(found(start)))) {
      return new PDFTextStripper().getText(slip).replace('\u00a0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path found(String start) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(it -> it.getFileName().toString().matches(start + ".pdf"))
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words get their text with the next frame. */
  private void awaitsGreen() {
    await().atMost(PATIENCE).until(this::isGreen);
  }

  private boolean isGreen() {
    return FxRig.get(
        () ->
            rig.scene.getRoot().lookupAll(".paid-word").stream()
                .flatMap(it -> it.lookupAll(".text").stream())
                .anyMatch(SlipJourneyTest::saysPaid));
  }

  private static boolean saysPaid(Node node) {
    return node instanceof Text text && text.getText().equals("Оплачено");
  }

  @Test
  void aPaidSalePrintsItsSlipOnceAndAgainWhenAskedAndTheDrawerOpens() {
    desk(byNetwork().withDrawer(true));
    sells(_ -> {});
    papers(1);
    assertThat(printer.papers().getFirst())
        .matches(it -> it.cuts() == 1 && it.kicks() == 1 && it.faults().isEmpty());
    FxRig.run(() -> rig.ctrl(KeyCode.R));
    papers(2);
    assertThat(printer.papers().get(1)).matches(it -> it.cuts() == 1 && it.kicks() == 0);
    FxRig.run(() -> rig.press(KeyCode.ESCAPE).ctrl(KeyCode.D));
    papers(3);
    assertThat(printer.papers().get(2)).matches(it -> it.cuts() == 0 && it.kicks() == 1);
    sells(_ -> {});
    papers(4);
  }

  @Test
  void greenWaitsForNoPrinter() {
    printer.deaf(true);
    desk(byNetwork());
    sells(_ -> {});
    awaitsGreen();
    assertThat(rig.computer.printing.waiting()).isOne();
    printer.deaf(false);
  }

  @Test
  void aDeadPrinterIsACalmTroubleAndSalesGoOn() {
    desk(PrinterChoice.NONE.at(Kind.DEVICE, folder.resolve("lp0").toString()));
    sells(_ -> {});
    awaitsGreen();
    await()
        .atMost(PATIENCE)
        .until(() -> rig.computer.printing.trouble() == PrinterTrouble.NOT_THERE);
    FxRig.run(() -> rig.press(KeyCode.ESCAPE));
    sells(_ -> {});
    awaitsGreen();
  }

  @Test
  void aDeskThatPrintsNothingByItselfPrintsWhenAsked() {
    desk(byNetwork().automatically(false));
    sells(_ -> {});
    FxRig.run(() -> rig.press(KeyCode.ESCAPE).press(KeyCode.F2, KeyCode.ENTER).ctrl(KeyCode.P));
    papers(1);
  }

  @Test
  void aSlipSaysHowItWasPaidAndNothingOfThePayer() {
    desk(PrinterChoice.NONE.at(Kind.FOLDER, folder.toString()).in(Language.KK.tag()));
    sells(
        sale -> {
          sale.type = "terminal";
          sale.method = "card";
          sale.last4 = "0042";
          sale.rrn = "600000000042";
          sale.clientName = "Асель Т.";
          sale.items =
              List.of(
                  new InvoiceJson.Item(1, 1, null, "Қымыз", "1250.00", "1250.00", 2, 1, "0.00"));
        });
    assertThat(file("slip-t[0-9]+"))
        .contains("Карта •••• 0042", "RRN", "600000000042", "Қымыз", "2 × 1 250", "2 500 ₸")
        .contains("Барлығы", "Фискалдық чек емес", "ОҚУ", "У-")
        .doesNotContain("Асель");
  }

  @Test
  void aPhoneNumberIsMasked() {
    desk(PrinterChoice.NONE.at(Kind.FOLDER, folder.toString()));
    FxRig.run(
        () -> {
          rig.type("2500").press(KeyCode.F3).type("7012345678").press(KeyCode.ENTER);
          rig.engine.sales().train(rig.lastSale(), "pay");
          rig.pump();
        });
    assertThat(file("slip-t[0-9]+"))
        .contains("+7 (7••) •••-••-78", "Не фискальный чек")
        .doesNotContain("701", "2345678", "234-56");
  }

  @Test
  void aRefundHasASlipOfItsOwn() {
    desk(PrinterChoice.NONE.at(Kind.FOLDER, folder.toString()));
    sells(_ -> {});
    FxRig.run(
        () ->
            new SlipPrinting(rig.window.context())
                .refunded(rig.engine.sales().get(rig.lastSale()).sale(), Money.ofTenge(500)));
    assertThat(file("slip-t[0-9]+-refund"))
        .contains("Возврат", "500 ₸", "Из суммы продажи", "2 500 ₸", "Не фискальный чек");
  }
}
