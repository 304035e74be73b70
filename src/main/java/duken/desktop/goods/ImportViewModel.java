package duken.desktop.goods;

import duken.api.EngineApi;
import duken.api.goods.ImportJson;
import duken.desktop.goods.exchange.Column;
import duken.desktop.goods.exchange.GoodsRows;
import duken.desktop.goods.exchange.Mapping;
import duken.desktop.goods.exchange.TableFile;
import duken.desktop.goods.exchange.UnreadableTable;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Takes a list of goods from a file over: its columns are named, it is read and compared with what
 * is there, a person sees what would come of it, and only then it is written, whole or not at all.
 */
final class ImportViewModel {

  /** How far it has come. */
  sealed interface State {
    /** The file is looked at for the first time. */
    record Opening() implements State {}

    /**
     * A person says which column is what.
     *
     * @param said what is in the way, or null
     */
    record Naming(Mapping mapping, Message said) implements State {}

    /** The file is read and compared; nothing is written. */
    record Reading(int rows) implements State {}

    /** There are mistakes in the file. */
    record Faulty(GoodsRows read) implements State {}

    /** The engine would not take these rows. */
    record Refused(ImportJson.Result result) implements State {}

    /** What would come of it. */
    record Shown(GoodsRows read, ImportJson.Result result) implements State {}

    /** It is written. */
    record Writing(int done, int total) implements State {}

    /** It is over: done, stopped, or nothing came of it. */
    record Over(Message said, boolean done) implements State {}
  }

  private final EngineApi engine;
  private final Background background;
  private final Path file;
  private final String word = UUID.randomUUID().toString();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Opening());
  private final AtomicInteger read = new AtomicInteger();
  private volatile boolean stopped;
  private boolean asking;

  ImportViewModel(EngineApi engine, Background background, Path file) {
    this.engine = engine;
    this.background = background;
    this.file = file;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Looks at the file. */
  void open() {
    work(
        () -> {
          Mapping mapping = Mapping.of(TableFile.of(file));
          return new State.Naming(mapping, null);
        });
  }

  /** Says where a column is; null when the file has none. */
  void place(Column column, Integer at) {
    if (state.get() instanceof State.Naming(Mapping mapping, _)) {
      state.set(new State.Naming(mapping.with(column, at), null));
    }
  }

  /** Goes on: reads the file, or writes what was shown. */
  void goOn() {
    switch (state.get()) {
      case State.Naming(Mapping mapping, _) when mapping.isEnough() -> read(mapping);
      case State.Naming(Mapping mapping, _) ->
          state.set(new State.Naming(mapping, Message.of(Tone.BAD, "goods.import.name.and.price")));
      case State.Shown(GoodsRows rows, ImportJson.Result result)
          when result.created() + result.changed() > 0 ->
          write(rows);
      default -> {}
    }
  }

  /** Ends reading or writing; nothing has happened then. */
  void stop() {
    stopped = true;
    if (state.get() instanceof State.Writing) {
      background.tell(() -> engine.goods().stop(word), () -> {}, _ -> {});
    }
  }

  /** Looks how far it has come. */
  void beat() {
    if (state.get() instanceof State.Reading) {
      state.set(new State.Reading(read.get()));
    }
    if (state.get() instanceof State.Writing && !asking) {
      asking = true;
      background.ask(
          () -> engine.goods().progress(word),
          now -> {
            asking = false;
            if (state.get() instanceof State.Writing && now.total() > 0) {
              state.set(new State.Writing(now.done(), now.total()));
            }
          },
          _ -> asking = false);
    }
  }

  private void read(Mapping mapping) {
    stopped = false;
    read.set(0);
    state.set(new State.Reading(0));
    work(() -> compared(mapping));
  }

  private State compared(Mapping mapping) throws IOException {
    Optional<GoodsRows> rows =
        GoodsRows.read(
            TableFile.of(file),
            mapping,
            number -> {
              read.set(number);
              return !stopped;
            });
    if (rows.isEmpty()) {
      return over(Tone.PLAIN, "goods.import.stopped");
    }
    if (rows.get().faultCount() > 0) {
      return new State.Faulty(rows.get());
    }
    if (rows.get().rows().isEmpty()) {
      return over(Tone.BAD, "goods.import.empty");
    }
    ImportJson.Result result = engine.goods().preview(word, rows.get().rows());
    return result.problems().isEmpty()
        ? new State.Shown(rows.get(), result)
        : new State.Refused(result);
  }

  private void write(GoodsRows rows) {
    stopped = false;
    state.set(new State.Writing(0, rows.rows().size()));
    background.ask(
        () -> engine.goods().run(word, rows.rows()),
        result -> state.set(written(result)),
        failure -> state.set(new State.Over(Message.of(failure), false)));
  }

  private static State written(ImportJson.Result result) {
    if (result.stopped()) {
      return over(Tone.PLAIN, "goods.import.stopped");
    }
    return result.problems().isEmpty()
        ? new State.Over(
            Message.of(
                Tone.GOOD,
                "goods.import.done",
                Sums.grouped(Long.toString(result.created())),
                Sums.grouped(Long.toString(result.changed())),
                Sums.grouped(Long.toString(result.unchanged()))),
            true)
        : new State.Refused(result);
  }

  private static State over(Tone tone, String textKey, Object... args) {
    return new State.Over(Message.of(tone, textKey, args), false);
  }

  @FunctionalInterface
  private interface Work {
    State next() throws IOException;
  }

  private void work(Work work) {
    background.ask(
        () -> {
          try {
            return work.next();
          } catch (UnreadableTable e) {
            return over(Tone.BAD, e.textKey(), e.row());
          } catch (IOException _) {
            return over(Tone.BAD, "goods.import.unread");
          }
        },
        state::set,
        failure -> state.set(new State.Over(Message.of(failure), false)));
  }
}
