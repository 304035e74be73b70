package duken.paper;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a printer is, and how it is told what to print. */
public sealed interface PrinterPlace {

  /** No printer. */
  record None() implements PrinterPlace {}

  /** A file of the system that a receipt printer hangs on, {@code /dev/usb/lp0}. */
  record Device(Path file) implements PrinterPlace {}

  /** A serial port, {@code /dev/ttyUSB0} or {@code COM3}. */
  record Serial(String port, int baud) implements PrinterPlace {}

  /** A receipt printer in the shop's network. */
  record Network(String host, int port) implements PrinterPlace {}

  /** A queue of the system that hands a receipt printer its commands as they are. */
  record Queue(String name) implements PrinterPlace {}

  /** Any printer of the system: the slip is drawn on its pages. */
  record Pages(String name) implements PrinterPlace {}

  /** No printer at all: each slip becomes a PDF in this folder. */
  record Folder(Path folder) implements PrinterPlace {}

  /** Kinds of places as they are remembered and chosen. */
  enum Kind {
    NONE,
    DEVICE,
    SERIAL,
    NETWORK,
    QUEUE,
    PAGES,
    FOLDER;

    /** {@code device}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word; none for anything else. */
    public static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      return NONE;
    }
  }

  /** Port of receipt printers in a network. */
  int USUAL_PORT = 9100;

  /** Speed of serial receipt printers, unless something else is set with their switches. */
  int USUAL_BAUD = 9600;

  /** What was typed names no place of its kind. */
  final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable() {
      super("no such place", null, false, false);
    }
  }

  /**
   * What a person typed, or what is remembered of it.
   *
   * @param text a path, {@code COM3@19200}, {@code 192.168.1.60:9100} or the name of a printer
   * @throws Unreadable when it names nothing
   */
  static PrinterPlace parse(Kind kind, String text) throws Unreadable {
    String typed = text == null ? "" : text.strip();
    if (kind == Kind.NONE) {
      return new None();
    }
    if (typed.isEmpty() || typed.length() > Typed.LONGEST || typed.indexOf('\0') >= 0) {
      throw new Unreadable();
    }
    return switch (kind) {
      case NONE -> new None();
      case DEVICE -> new Device(Typed.path(typed));
      case SERIAL -> Typed.serial(typed);
      case NETWORK -> Typed.network(typed);
      case QUEUE -> new Queue(typed);
      case PAGES -> new Pages(typed);
      case FOLDER -> new Folder(Typed.path(typed));
    };
  }

  /** Forms of what is typed. */
  final class Typed {

    private static final int LONGEST = 300;
    private static final int LAST_PORT = 65_535;
    private static final Pattern SERIAL =
        Pattern.compile("([A-Za-z0-9_./-]{1,100})(?:@([0-9]{3,7}))?");
    private static final Pattern NETWORK =
        Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9.-]{0,100}[A-Za-z0-9])?)(?::([0-9]{1,5}))?");

    private Typed() {}

    private static Path path(String typed) throws Unreadable {
      try {
        Path path = Path.of(typed);
        if (!path.isAbsolute()) {
          throw new Unreadable();
        }
        return path;
      } catch (java.nio.file.InvalidPathException _) {
        throw new Unreadable();
      }
    }

    private static Serial serial(String typed) throws Unreadable {
      Matcher it = SERIAL.matcher(typed);
      if (!it.matches()) {
        throw new Unreadable();
      }
      return new Serial(
          it.group(1), it.group(2) == null ? USUAL_BAUD : Integer.parseInt(it.group(2)));
    }

    private static Network network(String typed) throws Unreadable {
      Matcher it = NETWORK.matcher(typed);
      int port = it.matches() && it.group(2) != null ? Integer.parseInt(it.group(2)) : USUAL_PORT;
      if (!it.matches() || port < 1 || port > LAST_PORT) {
        throw new Unreadable();
      }
      return new Network(it.group(1), port);
    }
  }
}
