package duken.desktop.updates;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is known of newer versions. Call on the JavaFX thread; nothing here waits. */
public interface Updates {

  /** Knows of none and never asks. */
  Updates NONE =
      new Updates() {
        private final ReadOnlyObjectWrapper<Release> none = new ReadOnlyObjectWrapper<>();

        @Override
        public ReadOnlyObjectProperty<Release> releaseProperty() {
          return none.getReadOnlyProperty();
        }

        @Override
        public void later(Release release) {
          throw new IllegalStateException("there is none");
        }

        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public boolean isFixed() {
          return true;
        }

        @Override
        public void turn(boolean on) {
          throw new IllegalStateException("this window asks nobody");
        }
      };

  /** The newer version to tell of; null when there is none, or it was put off. */
  ReadOnlyObjectProperty<Release> releaseProperty();

  /** Says no more of this version. */
  void later(Release release);

  /** Whether it is asked for newer versions once a day. */
  boolean isOn();

  /** Whether that stands in the program's settings, so that the window cannot change it. */
  boolean isFixed();

  /** Asks from now on, or no more. */
  void turn(boolean on);
}
