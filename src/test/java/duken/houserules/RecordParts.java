package duken.houserules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** How many things are passed by position to make a record. */
final class RecordParts {

  private static final int MOST = 9;

  /** Decision 0062 says why of each. */
  private static final Set<String> LONGER =
      Set.of(
          "api.CatalogItemJson",
          "api.ShiftJson$Report",
          "api.cash.CashJson$Drawer",
          "api.cash.CashJson$Operation",
          "api.cash.CashJson$Part",
          "desktop.shell.DeskContext",
          "domain.BankOperation",
          "domain.catalog.CatalogItem",
          "engine.cash.CashDrawer",
          "simulator.cashier.fault.Behaviour",
          "store.shift.Shift");

  private RecordParts() {}

  static ArchRule rule(House house) {
    return classes()
        .that(describe("are records", (JavaClass type) -> type.isRecord()))
        .and(not(describe("are named in decision 0062", type -> isLonger(house, type))))
        .should(haveFewParts())
        .as("a record has at most " + MOST + " parts")
        .because("ten things of the same few types are sooner or later passed in the wrong order");
  }

  private static boolean isLonger(House house, JavaClass type) {
    return LONGER.stream().anyMatch(name -> type.getName().equals(house.room(name)));
  }

  private static ArchCondition<JavaClass> haveFewParts() {
    return new ArchCondition<>("have few parts") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long parts =
            type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
        events.add(
            new SimpleConditionEvent(
                type, parts <= MOST, type.getName() + " has " + parts + " parts"));
      }
    };
  }
}
