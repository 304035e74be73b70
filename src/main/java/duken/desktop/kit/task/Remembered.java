package duken.desktop.kit.task;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.Property;

/** What puts things back as they are now. */
public final class Remembered {

  private Remembered() {}

  public static Runnable values(Property<?>... properties) {
    List<Runnable> each = Stream.of(properties).map(Remembered::value).toList();
    return () -> each.forEach(Runnable::run);
  }

  private static <T> Runnable value(Property<T> property) {
    T now = property.getValue();
    return () -> property.setValue(now);
  }
}
