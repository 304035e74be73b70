package duken.app.wiring;

import duken.store.Store;
import java.util.function.Consumer;
import java.util.function.Function;

/** One transaction of a store as a store of its own: whoever opened it rolls it back. */
record UndoneStore(Tx tx) implements Store {

  @Override
  public synchronized <T> T write(Function<Tx, T> work) {
    return work.apply(tx);
  }

  @Override
  public synchronized void writeLightly(Consumer<Tx> work) {
    work.accept(tx);
  }

  @Override
  public synchronized <T> T read(Function<Tx, T> work) {
    return work.apply(tx);
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public void close() {}
}
