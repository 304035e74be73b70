package duken.desktop.firstrun;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import duken.desktop.shell.CounterDevices;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The printers this computer knows. Nothing is printed. */
record PrinterCheck(CounterDevices devices, Background background) implements CounterCheck {

  private static final int SHOWN = 3;

  @Override
  public Step step() {
    return Step.PRINTER;
  }

  @Override
  public List<Ikon> picture() {
    return List.of(Material2RoundAL.LOCAL_PRINTSHOP, Material2RoundMZ.RECEIPT_LONG);
  }

  @Override
  public void look(Consumer<Message> found) {
    background.ask(
        devices::printers,
        names ->
            found.accept(
                names.isEmpty()
                    ? Message.of(Tone.PLAIN, "firstrun.printer.none")
                    : Message.of(
                        Tone.GOOD,
                        "firstrun.printer.found",
                        String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))))),
        e -> found.accept(Message.of(e)));
  }
}
