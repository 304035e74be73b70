package duken.houserules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The habits of the house as rules; {@link House} has its plan. */
final class HouseRules {

  private static final String BAD_NAME = ".*(Utils?|Helpers?|Managers?|Impl)";

  private final House house;

  HouseRules(String root) {
    this.house = new House(root);
  }

  /** Every rule there is. */
  List<ArchRule> all() {
    return Stream.of(
            house.walls(),
            house.shelves(),
            Stream.of(house.guestList()),
            new CallbackBoundaries(house).rules(),
            habits())
        .flatMap(rules -> rules)
        .toList();
  }

  private Stream<ArchRule> habits() {
    return Stream.of(
        nobodyKnowsTheApp(),
        theDomainIsPure(),
        nobodyInterrupts(),
        nobodySleeps(),
        onlyTheAppTalks(),
        timeComesIn(),
        oneLog(),
        noBinaryFloatingPoint(),
        noVagueNames(),
        noVagueFields(),
        noVagueRooms(),
        noStaticState(),
        oneWriter(),
        noArrowsBackInTheEngine(),
        theGatewayOnlyReads(),
        RecordParts.rule(house));
  }

  private ArchRule nobodyKnowsTheApp() {
    return noClasses()
        .that(not(house.inside("app")))
        .should()
        .dependOnClassesThat(house.inside("app"))
        .as("nobody imports app")
        .because("app wires the rooms; a room that knows the wiring cannot be wired otherwise");
  }

  private ArchRule theDomainIsPure() {
    return classes()
        .that(house.inside("domain"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                house.room("domain") + "..",
                "java.lang..",
                "java.util..",
                "java.time..",
                "java.math..",
                "java.text.."))
        .as("domain does no I/O")
        .because("what is true without network, disk and clock can be tested without them");
  }

  ArchRule nobodyInterrupts() {
    return noClasses()
        .should()
        .accessTargetWhere(
            access(
                "ends a thread by interrupting it",
                call ->
                    calls(call, Thread.class, "interrupt")
                        || call.getTarget().getName().equals("shutdownNow")
                        || (call.getTarget().getName().equals("cancel")
                            && (call.getTargetOwner().isAssignableTo(Future.class)
                                || call.getTargetOwner()
                                    .isAssignableTo("javafx.concurrent.Worker")))
                        || call.getTargetOwner()
                            .getName()
                            .startsWith("java.util.concurrent.StructuredTaskScope")))
        .as("nobody interrupts a thread")
        .because(
            "one interrupt inside an H2 read closes the database file for everybody; loops stop by"
                + " a latch, HTTP by time limits");
  }

  private ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .accessTargetWhere(access("sleeps", call -> calls(call, Thread.class, "sleep")))
        .as("nobody sleeps")
        .because("a sleeping thread cannot be told to stop, and a sleeping test guesses");
  }

  private ArchRule onlyTheAppTalks() {
    return noClasses()
        .that(not(house.inside("app")))
        .should()
        .accessTargetWhere(
            access(
                "writes to the terminal",
                call ->
                    (call.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err").contains(call.getTarget().getName()))
                        || call.getTarget().getName().equals("printStackTrace")))
        .as("only app writes to the terminal")
        .because("standard output belongs to the command line, everything else to the log");
  }

  private ArchRule timeComesIn() {
    return noClasses()
        .that(not(house.inside("app")))
        .should()
        .accessTargetWhere(
            access(
                "asks the machine for the time",
                call ->
                    calls(call, System.class, "currentTimeMillis")
                        || (call.getTarget().getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time")
                            && hasNoClock(call))
                        || (call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getTarget().getName().startsWith("system"))
                        || calls(call, InstantSource.class, "system")))
        .as("time is handed in")
        .because("a clock that comes in can be moved by a test, and there is one of it");
  }

  private ArchRule oneLog() {
    return noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("java.util.logging.."))
        .as("nobody uses java.util.logging")
        .because("there is one log, and one place where it is redacted");
  }

  private ArchRule noBinaryFloatingPoint() {
    Set<String> binary = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    DescribedPredicate<JavaClass> nearMoney =
        house
            .inside("domain")
            .or(house.inside("engine"))
            .or(house.inside("api"))
            .or(house.inside("store"));
    return noMembers()
        .that()
        .areDeclaredInClassesThat(nearMoney)
        .should(
            ArchCondition.from(
                describe(
                    "touch binary floating point",
                    (JavaMember member) ->
                        Stream.concat(
                                member.getAllInvolvedRawTypes().stream(),
                                member instanceof JavaCodeUnit code ? touched(code) : Stream.of())
                            .anyMatch(type -> binary.contains(type.getName())))))
        .as("no double or float near money")
        .because("0.1 + 0.2 is not 0.3; money is Money, in tiyn");
  }

  private ArchRule noVagueNames() {
    return noClasses()
        .should()
        .haveNameMatching(BAD_NAME)
        .as("no class is called Utils, Helper, Manager or Impl")
        .because("such a name tells nothing, so anything goes in");
  }

  private ArchRule noVagueFields() {
    return noFields()
        .should(
            ArchCondition.from(
                describe(
                    "be called so",
                    (JavaField field) -> field.getName().matches("(?i)" + BAD_NAME))))
        .as("no field is called utils, helper, manager or impl")
        .because("such a name tells nothing");
  }

  private ArchRule noVagueRooms() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..utils..", "..common..", "..impl..", "..helper..", "..misc..")
        .as("no room is called util, common or impl")
        .because("a line of code asks its way, and these names are no answer");
  }

  private ArchRule noStaticState() {
    return fields()
        .that(
            describe(
                "are static",
                (JavaField field) ->
                    field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !field.getName().startsWith("$")))
        .should()
        .beFinal()
        .as("no static field can change")
        .because("state belongs to an object somebody made and handed in");
  }

  private ArchRule oneWriter() {
    return noClasses()
        .that(
            not(
                describe(
                    "Settlement or the store itself",
                    (JavaClass type) ->
                        type.getName().startsWith(house.room("engine") + ".settlement.Settlement")
                            || type.getPackageName().startsWith(house.room("store")))))
        .should()
        .accessTargetWhere(
            access(
                "writes an invoice",
                call ->
                    call.getTargetOwner().getName().equals(house.room("store") + ".Invoices")
                        && call.getTarget().getName().equals("update")))
        .as("only Settlement changes an invoice")
        .because("a status with two writers is sooner or later wrong (design, section 4)");
  }

  private ArchRule noArrowsBackInTheEngine() {
    return slices()
        .matching(house.room("engine") + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("no arrow inside the engine runs back")
        .because("invoice, refund, sync, settlement and runtime lie above one another");
  }

  private ArchRule theGatewayOnlyReads() {
    return noClasses()
        .that(house.inside("gateway"))
        .should()
        .accessTargetWhere(
            access(
                "writes to the store",
                call ->
                    call.getTargetOwner().getName().equals(house.room("store") + ".Store")
                        && call.getTarget().getName().startsWith("write")))
        .as("the gateway writes nothing itself")
        .because("every change goes through the engine, which knows the rules");
  }

  /** The types of everything a method calls with or gets back. */
  private static Stream<JavaClass> touched(JavaCodeUnit code) {
    return code.getCallsFromSelf().stream()
        .flatMap(
            call ->
                Stream.concat(
                    Stream.of(call.getTarget().getRawReturnType()),
                    call.getTarget().getRawParameterTypes().stream()));
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String what, Predicate<JavaAccess<?>> test) {
    return describe(what, test);
  }

  private static boolean calls(JavaAccess<?> call, Class<?> owner, String name) {
    return call.getTarget().getName().equals(name) && call.getTargetOwner().isAssignableTo(owner);
  }

  private static boolean hasNoClock(JavaAccess<?> access) {
    return !access.getTarget().getFullName().contains("Clock");
  }
}
