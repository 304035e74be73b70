package duken.desktop.sound;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bell that every computer has, for one that has nothing better. */
public final class SystemBell {

  private static final Logger LOG = LoggerFactory.getLogger(SystemBell.class);

  private SystemBell() {}

  /** Rings, if the system lets it. */
  public static void ring() {
    try {
      Toolkit.getDefaultToolkit().beep();
    } catch (HeadlessException | AWTError | LinkageError e) {
      LOG.info("this computer has no bell: {}", e.getClass().getSimpleName());
    }
  }
}
