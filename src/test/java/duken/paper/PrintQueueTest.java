package duken.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.paper.PrinterPlace.Kind;
import duken.paper.ReceiptPrinter.Paper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Slips on their way to printers that are well, dead, deaf and out of paper. */
@Timeout(60)
class PrintQueueTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-14T14:30:00Z"));
  private final List<PrinterTrouble> told = new CopyOnWriteArrayList<>();
  private final PrintQueue queue =
      new PrintQueue(now::get, Duration.ofMillis(30), Duration.ofSeconds(4));

  @TempDir private Path folder;
  private ReceiptPrinter printer;
  private PrinterChoice choice;

  @BeforeEach
  void plugIn() throws IOException {
    printer = new ReceiptPrinter();
    choice = PrinterChoice.NONE.at(Kind.NETWORK, printer.place());
    queue.onTrouble(it -> told.add(it == null ? PrinterTrouble.NOT_CHOSEN : it));
  }

  @AfterEach
  void unplug() throws IOException {
    queue.close();
    printer.close();
  }

  private void print(PrinterChoice where) {
    queue.print(SampleSlip.KAZAKH, "slip-15", where, false);
  }

  private Paper printed(int number) {
    await().atMost(PATIENCE).until(() -> printer.papers().size() >= number);
    Paper paper = printer.papers().get(number - 1);
    assertThat(paper.faults()).isEmpty();
    return paper;
  }

  private void troubled(PrinterTrouble by) {
    await().atMost(PATIENCE).until(() -> queue.trouble() == by);
  }

  private void well() {
    await().atMost(PATIENCE).until(() -> queue.trouble() == null && queue.waiting() == 0);
  }

  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void whatReachesThePrinterIsTheSlipDotForDotInWholeBandsAndCut(PaperWidth width) {
    print(choice.on(width));
    Paper paper = printed(1);
    BufferedImage wanted = SlipDrawing.picture(SlipLayout.of(SampleSlip.KAZAKH, width));
    assertThat(paper.picture().getWidth()).isEqualTo(width.dots());
    assertThat(paper.picture().getHeight()).isEqualTo(wanted.getHeight());
    for (int y = 0; y < wanted.getHeight(); y++) {
      for (int x = 0; x < wanted.getWidth(); x++) {
        if (paper.picture().getRGB(x, y) != wanted.getRGB(x, y)) {
          throw new AssertionError("another dot at " + x + ", " + y);
        }
      }
    }
    assertThat(paper.bands().subList(0, paper.bands().size() - 1))
        .isNotEmpty()
        .containsOnly(EscPosCommands.BAND);
    assertThat(paper.cuts()).isOne();
    assertThat(paper.kicks()).isZero();
    well();
  }

  @Test
  void theDrawerOpensWithASlipOrAlone() {
    queue.print(SampleSlip.KAZAKH, "slip-15", choice, true);
    assertThat(printed(1).kicks()).isOne();
    queue.kick(choice);
    assertThat(printed(2)).matches(it -> it.kicks() == 1 && it.cuts() == 0 && it.picture() == null);
  }

  @Test
  void whatWasPrintedComesAgainWithoutTheDrawer() {
    assertThat(queue.again(choice)).isFalse();
    queue.print(SampleSlip.KAZAKH, "slip-15", choice, true);
    printed(1);
    assertThat(queue.again(choice)).isTrue();
    assertThat(printed(2)).matches(it -> it.kicks() == 0 && it.cuts() == 1);
  }

  @Test
  void aDeadPrinterHoldsNobodyUpAndPrintsWhenItIsBackWithoutTheDrawerOfThen() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    PrinterChoice dead = choice.at(Kind.NETWORK, "127.0.0.1:" + port);
    long before = System.nanoTime();
    queue.print(SampleSlip.KAZAKH, "slip-15", dead, true);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    troubled(PrinterTrouble.NOT_THERE);
    now.updateAndGet(it -> it.plus(PrintQueue.KICK_WITHIN).plusSeconds(1));
    try (ServerSocket back = new ServerSocket(port);
        var line = back.accept()) {
      byte[] all = line.getInputStream().readAllBytes();
      assertThat(all).hasSizeGreaterThan(5_000);
      assertThat(new String(all, java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("\u001bp");
    }
    well();
  }

  @Test
  void nobodyWaitsTenMinutesForASlip() {
    PrinterChoice dead = choice.at(Kind.DEVICE, folder.resolve("lp9").toString());
    print(dead);
    troubled(PrinterTrouble.NOT_THERE);
    now.updateAndGet(it -> it.plus(PrintQueue.OLDEST).plusSeconds(1));
    troubled(PrinterTrouble.TOO_OLD);
    await().atMost(PATIENCE).until(() -> queue.waiting() == 0);
    print(choice);
    printed(1);
    well();
  }

  @Test
  void noMoreWaitThanAnybodyWouldWant() {
    PrinterChoice dead = choice.at(Kind.DEVICE, folder.resolve("lp9").toString());
    for (int i = 0; i <= PrintQueue.MOST; i++) {
      print(dead);
    }
    assertThat(queue.waiting()).isEqualTo(PrintQueue.MOST);
    assertThat(told).contains(PrinterTrouble.TOO_MANY);
    queue.forget();
    assertThat(queue.waiting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0x32,NO_PAPER", "0x16,COVER_OPEN"})
  void aPrinterThatSaysWhatItLacksIsNotPrintedOnUntilItHasIt(String bits, PrinterTrouble by) {
    printer.cause(Integer.decode(bits));
    print(choice);
    troubled(by);
    assertThat(printer.papers()).isEmpty();
    printer.cause(0x12);
    printed(1);
    well();
  }

  @Test
  void aPrinterThatAnswersNothingPrintsAllTheSame() {
    printer.cause(-1);
    print(choice);
    assertThat(printed(1).cuts()).isOne();
  }

  @Test
  void aPrinterThatTakesNothingIsLetGoOfAndTriedAgain() {
    printer.deaf(true);
    print(choice);
    troubled(PrinterTrouble.SILENT);
    printer.deaf(false);
    assertThat(printed(1).cuts()).isOne();
    well();
  }

  @Test
  void aDeviceFileTakesTheSameBytes() throws IOException {
    Path device = Files.createFile(folder.resolve("lp0"));
    print(choice.at(Kind.DEVICE, device.toString()));
    well();
    byte[] wanted =
        EscPosCommands.picture(
            SlipDrawing.picture(SlipLayout.of(SampleSlip.KAZAKH, PaperWidth.MM80)));
    assertThat(Files.readAllBytes(device)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "SERIAL,/dev/ttyNONE9,NOT_THERE",
    "QUEUE,No such printer,NOT_THERE",
    "PAGES,No such printer,NOT_THERE",
    "DEVICE,lp0,NOT_CHOSEN",
    "NETWORK,a b,NOT_CHOSEN"
  })
  void whatIsNotThereIsSaidCalmly(Kind kind, String place, PrinterTrouble by) {
    print(choice.at(kind, place));
    troubled(by);
  }

  @Test
  void withoutAPrinterASlipBecomesAFile() throws IOException {
    print(choice.at(Kind.FOLDER, folder.resolve("slips").toString()));
    well();
    Path file = folder.resolve("slips/slip-15.pdf");
    try (PDDocument slip = Loader.loadPDF(Files.readAllBytes(file));
        var names = Files.list(file.getParent())) {
      assertThat(new PDFTextStripper().getText(slip)).contains("2 500 ₸");
      assertThat(names).containsExactly(file);
    }
  }

  @Test
  void troubleIsToldOnceAndItsEndToo() {
    printer.cause(0x32);
    print(choice);
    troubled(PrinterTrouble.NO_PAPER);
    printer.cause(0x12);
    printed(1);
    well();
    assertThat(told.stream().filter(Objects::nonNull))
        .containsExactly(PrinterTrouble.NO_PAPER, PrinterTrouble.NOT_CHOSEN);
  }
}
