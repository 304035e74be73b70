package duken.engine.staff;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who brings about what the engine does on this thread, for the lines of invoices' lives.
 *
 * @param desk name of the window's key
 * @param member name of the person whose PIN was entered, or null
 */
public record Actor(String desk, String member) {

  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

  /** Who acts on this thread; empty for what the engine does by itself and for programs. */
  public static Optional<Actor> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does this work in the actor's name. */
  public <T> T does(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Person and desk for a person's eyes: {@code Айгуль (Касса 1)}. */
  public String inWords() {
    return member == null ? desk : member + " (" + desk + ")";
  }
}
