package duken.desktop.shift.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a report as a file of one kind. */
@FunctionalInterface
public interface ReportFile {

  /**
   * Writes the whole file; the stream stays open.
   *
   * @throws IOException what the stream throws
   */
  void write(ShiftDocument document, OutputStream out) throws IOException;
}
