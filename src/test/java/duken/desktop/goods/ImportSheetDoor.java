package duken.desktop.goods;

import duken.desktop.DeskRig;
import java.nio.file.Path;

/** Opens a list of goods without the system's dialog. */
public final class ImportSheetDoor {

  private ImportSheetDoor() {}

  /** As if somebody had chosen this file. */
  public static void open(DeskRig rig, Path file) {
    new ImportSheet(rig.window.context(), file).open(() -> {});
  }
}
