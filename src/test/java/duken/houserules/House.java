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
   * A room.
   *
   * @param name package below the root
   * @param whole the room is the package with all below it, not the front alone
   * @param mayEnter other rooms' fronts
   * @param atLeast how many classes a reading of the house must have found here
   */
  record Room(String name, boolean whole, List<String> mayEnter, int atLeast) {}

  private static final List<String> ROADS =
      List.of("domain", "provider", "provider.account", "provider.http", "security");

  static final List<Room> ROOMS =
      List.of(
          new Room("domain", true, List.of(), 17),
          new Room("security", true, List.of(), 9),
          new Room("store.staff", true, List.of("domain"), 1),
          new Room("store.jdbc.staff", true, List.of("domain", "store.staff", "store.jdbc.sql"), 1),
          new Room("store", false, List.of("domain", "store.event", "store.staff"), 12),
          new Room("store.event", true, List.of("domain", "store"), 3),
          new Room(
              "store.jdbc",
              false,
              List.of(
                  "domain",
                  "store",
                  "store.event",
                  "store.jdbc.event",
                  "store.jdbc.marketplace",
                  "store.jdbc.sql"),
              20),
          new Room(
              "store.jdbc.event",
              true,
              List.of("domain", "store", "store.event", "store.jdbc.sql"),
              1),
          new Room("store.jdbc.sql", true, List.of(), 8),
          new Room("store.jdbc.marketplace", true, List.of("store", "store.jdbc.sql"), 1),
          new Room("store.files", true, List.of("domain", "store"), 1),
          new Room("provider", false, List.of("domain"), 10),
          new Room("provider.account", true, List.of("domain", "provider"), 4),
          new Room("provider.http", true, List.of("domain", "provider"), 2),
          new Room("provider.sandbox", true, ROADS, 5),
          new Room("provider.cashier", true, ROADS, 22),
          new Room("provider.official", true, ROADS, 0),
          new Room("provider.kaspipay", true, ROADS, 0),
          new Room("provider.smartpos", true, ROADS, 0),
          new Room("provider.epay", true, ROADS, 20),
          new Room("provider.marketplace", true, ROADS, 12),
          new Room(
              "marketplace",
              true,
              List.of("domain", "security", "store", "engine", "provider", "provider.marketplace"),
              5),
          new Room(
              "engine",
              true,
              List.of("domain", "store", "store.event", "provider", "provider.account", "security"),
              30),
          new Room("webhook", true, List.of("domain", "store", "store.event", "security"), 10),
          new Room("api", true, List.of("domain"), 12),
          new Room(
              "gateway",
              true,
              List.of(
                  "domain",
                  "api",
                  "api.orders",
                  "engine",
                  "marketplace",
                  "provider.account",
                  "security",
                  "store",
                  "store.event"),
              55),
          new Room("client", true, List.of("domain", "api", "api.orders"), 3),
          new Room("simulator", true, List.of(), 60),
          new Room("desktop", true, List.of("domain", "api", "api.orders"), 88));

  /** Subjects that have a package of their own below a front, and are entered with it. */
  private static final Map<String, List<String>> SUBJECTS =
      Map.of(
          "domain", List.of("domain.staff"),
          "store", List.of("store.staff"),
          "store.jdbc", List.of("store.jdbc.staff"),
          "engine", List.of("engine.staff"),
          "api", List.of("api.staff"));

  /** Which rooms a library lives in; a library that is not here is not in the house. */
  private static final Map<String, Libraries> LIBRARIES = libraries();

  /**
   * @param packages of the library
   * @param tx it lives in, with everything below them
   */
  private record Libraries(List<String> packages, List<String> tx) {}

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
    all.put("ZXing", in(List.of("com.google.zxing.."), List.of("desktop", "gateway")));
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
    all.put("OkHttp", in(List.of("okhttp3..", "okio.."), with(providers, "webhook", "client")));
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
                "webhook",
                "store.jdbc",
                "simulator",
                "app")));
    return all;
  }

  private static Libraries in(List<String> packages, List<String> tx) {
    return new Libraries(packages, tx);
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

  private ArchRule wall(Room room) {
    List<String> open = new ArrayList<>(room.mayEnter().stream().map(this::room).toList());
    Stream.concat(room.mayEnter().stream(), Stream.of(room.name()))
        .flatMap(name -> SUBJECTS.getOrDefault(name, List.of()).stream())
        .forEach(subject -> open.add(room(subject)));
    open.add(room.whole() ? room(room.name()) + ".." : room(room.name()));
    DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..");
    return classes()
        .that(room.whole() ? inside(room.name()) : resideInAPackage(room(room.name())))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(ours).or(resideInAnyPackage(open.toArray(String[]::new))))
        .as(room.name() + " knows only " + (room.mayEnter().isEmpty() ? "itself" : room.mayEnter()))
        .because("a room's neighbours are its price: whoever knows more breaks with more")
        .allowEmptyShould(true);
  }

  /** One rule per library: who may know it. */
  Stream<ArchRule> shelves() {
    return LIBRARIES.entrySet().stream().map(entry -> shelf(entry.getKey(), entry.getValue()));
  }

  private ArchRule shelf(String library, Libraries where) {
    String[] tx = where.tx().stream().map(name -> room(name) + "..").toArray(String[]::new);
    return classes()
        .that(DescribedPredicate.not(resideInAnyPackage(tx)))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(resideInAnyPackage(where.packages().toArray(String[]::new))))
        .as(library + " lives only in " + where.tx())
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
