package duken.houserules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The layout of the house is a test, and every rule of it has been seen to bite. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {

  private static final String BAD_HOUSE = "duken.houserules.bad";

  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("duken");

  @Test
  void theHouseWasRead() {
    assertThat(House.ROOMS)
        .allSatisfy(
            room ->
                assertThat(house.stream().filter(new House("duken").within(room.name())).count())
                    .as("classes read in room %s", room.name())
                    .isGreaterThanOrEqualTo(room.atLeast()));
    assertThat(house.stream().filter(type -> type.getPackageName().startsWith("duken.app")).count())
        .as("classes read in room app")
        .isGreaterThanOrEqualTo(6);
  }

  @Test
  void everyPackageIsARoomOnThePlan() {
    assertThat(house)
        .allSatisfy(
            type ->
                assertThat(type.getPackageName())
                    .matches(
                        name ->
                            name.startsWith("duken.app")
                                || House.ROOMS.stream()
                                    .anyMatch(
                                        room ->
                                            (name + ".").startsWith("duken." + room.name() + ".")),
                        "is a room on the plan"));
  }

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    return new HouseRules("duken")
        .all().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleBites() {
    JavaClasses badHouse = new ClassFileImporter().importPackages(BAD_HOUSE);
    return new HouseRules(BAD_HOUSE)
        .all().stream()
            .map(
                rule ->
                    DynamicTest.dynamicTest(
                        rule.getDescription(), () -> assertThatItBites(rule, badHouse)));
  }

  @Test
  void everyWayToInterruptIsSeen() {
    JavaClasses badHouse = new ClassFileImporter().importPackages(BAD_HOUSE);
    assertThatThrownBy(() -> new HouseRules(BAD_HOUSE).nobodyInterrupts().check(badHouse))
        .hasMessageContaining("Thread.interrupt()")
        .hasMessageContaining("ExecutorService.shutdownNow()")
        .hasMessageContaining("Future.cancel(boolean)");
  }

  private static void assertThatItBites(ArchRule rule, JavaClasses badHouse) {
    assertThatThrownBy(() -> rule.check(badHouse))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("because")
        .hasMessageContaining("was violated (");
  }
}
