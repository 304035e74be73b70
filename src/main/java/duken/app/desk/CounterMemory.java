package duken.app.desk;

import duken.desktop.shell.Counter;
import duken.desktop.shell.Counter.UsualWay;
import duken.desktop.text.Language;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A counter in words; what is missing or cannot be read is as on a new one. */
final class CounterMemory {

  private static final String USUAL_WAY = "till.enter";
  private static final String SOUND = "sound";
  private static final String VOLUME = "sound.volume";
  private static final String IN_TRAINING = "sound.training";
  private static final String DISPLAY = "customer.display";
  private static final String LANGUAGE = "customer.language";
  private static final String TEXT = "text.percent";

  /** Where version 0.1 remembered that Enter means the terminal. */
  private static final String TERMINAL_ON_ENTER = "terminal.enter";

  private CounterMemory() {}

  static Counter read(Function<String, Optional<String>> values) {
    Counter first = Counter.FIRST;
    UsualWay before =
        flag(values.apply(TERMINAL_ON_ENTER), false) ? UsualWay.TERMINAL : first.usualWay();
    UsualWay usual =
        Arrays.stream(UsualWay.values())
            .filter(way -> values.apply(USUAL_WAY).filter(way.word()::equals).isPresent())
            .findFirst()
            .orElse(before);
    return new Counter(
        usual,
        flag(values.apply(SOUND), first.sound()),
        number(values.apply(VOLUME), first.volume()),
        flag(values.apply(IN_TRAINING), first.soundInTraining()),
        values.apply(DISPLAY).orElse(first.customerDisplay()),
        values.apply(LANGUAGE).map(Language::ofTag).orElse(first.customerLanguage()),
        number(values.apply(TEXT), first.textPercent()));
  }

  static void write(Counter counter, BiConsumer<String, String> values) {
    values.accept(USUAL_WAY, counter.usualWay().word());
    values.accept(SOUND, Boolean.toString(counter.sound()));
    values.accept(VOLUME, Integer.toString(counter.volume()));
    values.accept(IN_TRAINING, Boolean.toString(counter.soundInTraining()));
    values.accept(DISPLAY, counter.customerDisplay());
    values.accept(LANGUAGE, counter.customerLanguage().tag());
    values.accept(TEXT, Integer.toString(counter.textPercent()));
  }

  private static boolean flag(Optional<String> value, boolean otherwise) {
    return value.map(Boolean::parseBoolean).orElse(otherwise);
  }

  private static int number(Optional<String> value, int otherwise) {
    return value
        .filter(
            it ->
                it.length() < 5 && !it.isEmpty() && it.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }
}
