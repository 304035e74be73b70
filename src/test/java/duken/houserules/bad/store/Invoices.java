package duken.houserules.bad.store;

/** Stands for the real one. */
public interface Invoices {

  /** Stands for the real one. */
  void update();
}
