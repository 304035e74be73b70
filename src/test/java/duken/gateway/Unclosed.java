package duken.gateway;

import duken.store.Store;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store that outlives the gateway that closes it: for restarts within one test. */
record Unclosed(Store store) implements Store {

  @Override
  public <T> T write(Function<Tx, T> work) {
    return store.write(work);
  }

  @Override
  public void writeLightly(Consumer<Tx> work) {
    store.writeLightly(work);
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return store.read(work);
  }

  @Override
  public boolean isAlive() {
    return store.isAlive();
  }

  @Override
  public void close() {}
}
