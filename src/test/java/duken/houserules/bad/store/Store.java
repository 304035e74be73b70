package duken.houserules.bad.store;

/** Stands for the real one. */
public interface Store {

  /** Stands for the real one. */
  void write(Runnable work);
}
