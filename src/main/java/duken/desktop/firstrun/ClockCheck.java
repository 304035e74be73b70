package duken.desktop.firstrun;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.task.Background;
import duken.desktop.shell.CounterDevices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The clock: a bank refuses what is signed at a wrong time. */
record ClockCheck(CounterDevices devices, Background background, Moments moments)
    implements CounterCheck {

  /** What nobody notices, and no bank minds. */
  private static final Duration SMALL = Duration.ofMinutes(2);

  @Override
  public Step step() {
    return Step.CLOCK;
  }

  @Override
  public List<Ikon> picture() {
    return List.of(Material2RoundMZ.POINT_OF_SALE, Material2RoundMZ.SCHEDULE);
  }

  @Override
  public void look(Consumer<Message> found) {
    background.ask(
        devices::timeOutside,
        outside -> found.accept(message(outside)),
        e -> found.accept(Message.of(e)));
  }

  private Message message(Optional<Instant> outside) {
    String wire = moments.now().toString();
    String now = moments.date(wire) + " " + moments.time(wire);
    if (outside.isEmpty()) {
      return Message.of(Tone.PLAIN, "firstrun.clock.alone", now);
    }
    Duration off = Duration.between(outside.get(), moments.now()).abs();
    return off.compareTo(SMALL) <= 0
        ? Message.of(Tone.GOOD, "firstrun.clock.right", now)
        : Message.of(Tone.CAREFUL, "firstrun.clock.wrong", now, off.toMinutes());
  }
}
