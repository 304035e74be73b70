package duken.houserules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The plan of the house: its rooms, which rooms a room may enter, and which libraries live where.
 *
 * @param root the package the house stands in, so that a bad house can be built to try the rules on
 */
record House(String root) {

  /**
   * A room: a package with all below it but the rooms that are named on their own.
   *
   * @param name package below the root
   * @param mayEnter other rooms
   * @param atLeast how many classes a reading of the house must have found here
   */
  record Room(String name, List<String> mayEnter, int atLeast) {}

  private static final List<String> PROVIDER_MAY_ENTER =
      List.of("domain", "provider", "provider.account", "provider.http", "security");

  static final List<Room> ROOMS =
      List.of(
          new Room("domain", List.of(), 17),
          new Room("security", List.of(), 9),
          new Room("store", List.of("domain"), 12),
          new Room("store.jdbc", List.of("domain", "store", "store.jdbc.sql"), 20),
          new Room("store.jdbc.sql", List.of(), 8),
          new Room("store.files", List.of("domain", "store"), 1),
          new Room("provider", List.of("domain"), 10),
          new Room("provider.account", List.of("domain", "provider"), 4),
          new Room("provider.http", List.of("domain", "provider"), 2),
          new Room("provider.sandbox", PROVIDER_MAY_ENTER, 5),
          new Room("provider.cashier", PROVIDER_MAY_ENTER, 22),
          new Room("provider.official", PROVIDER_MAY_ENTER, 0),
          new Room("provider.kaspipay", PROVIDER_MAY_ENTER, 0),
          new Room("provider.smartpos", PROVIDER_MAY_ENTER, 0),
          new Room("provider.epay", PROVIDER_MAY_ENTER, 20),
          new Room("provider.marketplace", PROVIDER_MAY_ENTER, 12),
          new Room(
              "marketplace",
              List.of("domain", "security", "store", "engine", "provider", "provider.marketplace"),
              5),
          new Room(
              "engine", List.of("domain", "store", "provider", "provider.account", "security"), 30),
          new Room("notice", List.of("domain", "store", "security"), 6),
          new Room("webhook", List.of("domain", "store", "security"), 10),
          new Room("api", List.of("domain"), 12),
          new Room(
              "gateway",
              List.of(
                  "domain",
                  "api",
                  "engine",
                  "marketplace",
                  "notice",
                  "provider.account",
                  "security",
                  "store"),
              55),
          new Room("client", List.of("domain", "api"), 3),
          new Room("simulator", List.of(), 60),
          new Room("paper", List.of(), 20),
          new Room("desktop", List.of("domain", "api", "paper"), 88));

  /** Which rooms a library lives in; a library that is not here is not in the house. */
  private static final Map<String, Libraries> LIBRARIES = libraries();

  /**
   * @param packages of the library
   * @param rooms it lives in, with everything below them
   */
  private record Libraries(List<String> packages, List<String> rooms) {}

  private static Map<String, Libraries> libraries() {
    Map<String, Libraries> all = new LinkedHashMap<>();
    List<String> providers =
        List.of(
            "provider.http",
            "provider.cashier",
            "provider.official",
            "provider.kaspipay",
            "provider.smartpos",
            "provider.epay",
            "provider.marketplace");
    all.put(
        "JavaFX",
        in(List.of("javafx..", "atlantafx..", "org.kordamp.."), List.of("desktop", "app")));
    all.put(
        "FastCSV", in(List.of("de.siegmar.fastcsv.."), List.of("desktop.shift", "desktop.goods")));
    all.put(
        "fastexcel",
        in(List.of("org.dhatim.fastexcel.."), List.of("desktop.shift", "desktop.goods")));
    all.put(
        "PDFBox",
        in(
            List.of("org.apache.pdfbox..", "org.apache.fontbox.."),
            List.of("desktop.shift", "paper")));
    all.put(
        "receipt printers",
        in(
            List.of("com.github.anastaciocintra..", "com.fazecast.jSerialComm.."),
            List.of("paper")));
    all.put(
        "the system's printers",
        in(List.of("javax.print..", "java.awt.print.."), List.of("paper")));
    all.put("ZXing", in(List.of("com.google.zxing.."), List.of("desktop", "gateway", "paper")));
    all.put(
        "SQL",
        in(
            List.of(
                "java.sql..",
                "javax.sql..",
                "org.h2..",
                "org.postgresql..",
                "org.flywaydb..",
                "com.zaxxer.."),
            List.of("store.jdbc")));
    all.put(
        "OkHttp",
        in(List.of("okhttp3..", "okio.."), with(providers, "notice", "webhook", "client")));
    all.put("Jetty", in(List.of("org.eclipse.jetty.."), List.of("gateway.server")));
    all.put(
        "Bouncy Castle",
        in(List.of("org.bouncycastle.."), with(providers, "security", "simulator")));
    all.put("picocli", in(List.of("picocli.."), List.of("app")));
    all.put("Logback", in(List.of("ch.qos.logback.."), List.of("app")));
    all.put("the bridge of java.util.logging", in(List.of("org.slf4j.bridge.."), List.of("app")));
    all.put("the system's key store", in(List.of("com.github.javakeyring.."), List.of("app")));
    all.put(
        "Jackson",
        in(
            List.of("tools.jackson..", "com.fasterxml.jackson.."),
            with(
                providers,
                "provider.sandbox",
                "api",
                "gateway",
                "client",
                "notice",
                "webhook",
                "store.jdbc",
                "simulator",
                "app")));
    return all;
  }

  private static Libraries in(List<String> packages, List<String> rooms) {
    return new Libraries(packages, rooms);
  }

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  /** The name of a package of this house. */
  String room(String name) {
    return root + "." + name;
  }

  /** Everything in a room. */
  DescribedPredicate<JavaClass> inside(String name) {
    return resideInAPackage(room(name) + "..");
  }

  /** One rule per room: whom it may know. */
  Stream<ArchRule> walls() {
    return ROOMS.stream().map(this::wall);
  }

  /** In a room, and in none of those below it that are named on their own. */
  DescribedPredicate<JavaClass> within(String name) {
    List<String> others =
        ROOMS.stream().map(Room::name).filter(it -> it.startsWith(name + ".")).toList();
    return inside(name)
        .and(
            DescribedPredicate.describe(
                "not in a room of its own",
                (JavaClass type) -> others.stream().noneMatch(it -> inside(it).test(type))));
  }

  private ArchRule wall(Room room) {
    DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..");
    DescribedPredicate<JavaClass> open =
        Stream.concat(Stream.of(room.name()), room.mayEnter().stream())
            .map(this::within)
            .reduce(DescribedPredicate.alwaysFalse(), (one, other) -> one.or(other));
    return classes()
        .that(within(room.name()))
        .should()
        .onlyDependOnClassesThat(DescribedPredicate.not(ours).or(open))
        .as(room.name() + " knows only " + (room.mayEnter().isEmpty() ? "itself" : room.mayEnter()))
        .because("a room's neighbours are its price: whoever knows more breaks with more")
        .allowEmptyShould(true);
  }

  /** One rule per library: who may know it. */
  Stream<ArchRule> shelves() {
    return LIBRARIES.entrySet().stream().map(entry -> shelf(entry.getKey(), entry.getValue()));
  }

  private ArchRule shelf(String library, Libraries where) {
    String[] rooms = where.rooms().stream().map(name -> room(name) + "..").toArray(String[]::new);
    return classes()
        .that(DescribedPredicate.not(resideInAnyPackage(rooms)))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(resideInAnyPackage(where.packages().toArray(String[]::new))))
        .as(library + " lives only in " + where.rooms())
        .because("a library that stays in its room can be raised or replaced in one place")
        .allowEmptyShould(true);
  }

  /** Nothing comes in unseen: the JDK, SLF4J and the libraries named above, no others. */
  ArchRule guestList() {
    List<String> known =
        new ArrayList<>(
            LIBRARIES.values().stream().flatMap(where -> where.packages().stream()).toList());
    known.addAll(
        List.of(
            root + "..",
            "java..",
            "javax.net..",
            "javax.crypto..",
            "javax.xml.stream..",
            "javax.imageio..",
            "javax.sound.sampled..",
            "org.slf4j"));
    return classes()
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(known.toArray(String[]::new)))
        .as("only libraries on the plan are used")
        .because("a dependency more is a decision (docs/decisions), not an import");
  }
}
