package duken.desktop.firstrun;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import duken.desktop.shell.CounterDevices;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Sound: two tones, which only an ear can judge. */
record SoundCheck(CounterDevices devices, Background background) implements CounterCheck {

  @Override
  public Step step() {
    return Step.SOUND;
  }

  @Override
  public List<Ikon> picture() {
    return List.of(Material2RoundMZ.POINT_OF_SALE, Material2RoundMZ.VOLUME_UP);
  }

  /** A counter that makes noises by itself frightens. */
  @Override
  public boolean looksAtOnce() {
    return false;
  }

  @Override
  public void look(Consumer<Message> found) {
    background.ask(
        devices::playSound,
        played ->
            found.accept(
                played
                    ? Message.of(Tone.GOOD, "firstrun.sound.played")
                    : Message.of(Tone.CAREFUL, "firstrun.sound.none")),
        e -> found.accept(Message.of(e)));
  }
}
