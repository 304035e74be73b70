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

/** The network, as far as the bank. */
record NetworkCheck(CounterDevices devices, Background background) implements CounterCheck {

  @Override
  public Step step() {
    return Step.NETWORK;
  }

  @Override
  public List<Ikon> picture() {
    return List.of(
        Material2RoundMZ.POINT_OF_SALE, Material2RoundMZ.WIFI, Material2RoundAL.ACCOUNT_BALANCE);
  }

  @Override
  public void look(Consumer<Message> found) {
    background.ask(
        devices::timeOutside,
        outside ->
            found.accept(
                outside.isPresent()
                    ? Message.of(Tone.GOOD, "firstrun.network.there")
                    : Message.of(Tone.CAREFUL, "firstrun.network.none")),
        e -> found.accept(Message.of(e)));
  }
}
