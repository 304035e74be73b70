package duken.installer;

import java.util.Locale;

/**
 * The system this runs on.
 *
 * @param architecture {@code x64} or {@code aarch64}
 */
record Host(System system, String architecture) {

  enum System {
    LINUX,
    WINDOWS,
    MACOS
  }

  /** This one. */
  static Host current() {
    String name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
    System system =
        name.startsWith("windows")
            ? System.WINDOWS
            : name.startsWith("mac") ? System.MACOS : System.LINUX;
    String architecture = java.lang.System.getProperty("os.arch");
    return new Host(system, architecture.equals("amd64") ? "x64" : architecture);
  }

  /** {@code linux-x64}. */
  String tag() {
    return system.name().toLowerCase(Locale.ROOT) + "-" + architecture;
  }

  /** Debian's name of the architecture. */
  String debianArchitecture() {
    return architecture.equals("x64") ? "amd64" : "arm64";
  }

  /** The name of the jmod tool for it. */
  String jmodPlatform() {
    return tag().replace("x64", "amd64");
  }

  /** Whether {@code name} is a native library here. */
  boolean isLibrary(String name) {
    return name.endsWith(".so") || name.endsWith(".dll") || name.endsWith(".dylib");
  }

  /** A program in a folder {@code bin}. */
  String program(String name) {
    return system == System.WINDOWS ? name + ".exe" : name;
  }
}
