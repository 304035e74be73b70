package duken.desktop.firstrun;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.CounterDevices;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** A second screen, turned to the customer. */
record ScreenCheck(CounterDevices devices) implements CounterCheck {

  @Override
  public Step step() {
    return Step.SCREEN;
  }

  @Override
  public List<Ikon> picture() {
    return List.of(
        Material2RoundMZ.POINT_OF_SALE, Material2RoundAL.ARROW_FORWARD, Material2RoundAL.LIVE_TV);
  }

  @Override
  public void look(Consumer<Message> found) {
    List<String> screens = devices.screens();
    found.accept(
        screens.size() > 1
            ? Message.of(Tone.GOOD, "firstrun.screen.several", String.join(", ", screens))
            : Message.of(Tone.PLAIN, "firstrun.screen.single", String.join(", ", screens)));
  }
}
