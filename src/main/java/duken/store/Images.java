package duken.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of pictures, beside the database and named by their digest. A picture is there whole or
 * not at all, also after a power cut. Nothing is ever deleted: a picture may be asked for as long
 * as its row exists, and rows of pictures stay. A crash between the bytes and their row leaves
 * bytes without a row; they are out of reach, and uploading the same picture again adopts them.
 */
public interface Images {

  /**
   * Where a picture's bytes are written to while they arrive, on the disk it will stay on. What a
   * crash leaves there is removed at the next start.
   */
  Path incoming();

  /**
   * Keeps a picture. Harmless when repeated. When this returns, it survives a power cut.
   *
   * @param sha256 of the bytes, lower hex
   * @param file in {@link #incoming()}; it may be moved away
   * @throws StoreUnavailable when the folder cannot be written
   */
  void keep(Scope scope, String sha256, Path file);

  /**
   * Opens a picture for reading from its beginning; whoever opens it closes it.
   *
   * @param size in bytes, as it was kept
   * @return empty when it is not there in that size
   * @throws StoreUnavailable when it cannot be read
   */
  Optional<InputStream> open(Scope scope, String sha256, int size);
}
