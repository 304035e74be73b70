package duken.houserules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * Who knows what of a provider that calls back (ePay sheet, section 10): provider, verifier,
 * settlement and billing know only what is theirs.
 */
record CallbackBoundaries(House house) {

  private static final String EPAY = "provider.epay";
  private static final String CALLBACK = "provider.epay.callback";

  Stream<ArchRule> rules() {
    return Stream.of(
        theVerifierKnowsNoProvider(),
        theProviderKnowsNoVerifier(),
        settlementKnowsNoCallback(),
        billingKnowsNoProviderOfItsOwn());
  }

  private ArchRule theVerifierKnowsNoProvider() {
    return noClasses()
        .that(house.inside(CALLBACK))
        .should()
        .dependOnClassesThat(
            resideInAPackage(house.room(EPAY)).or(house.inside("engine")).or(house.inside("store")))
        .as("the callback verifier knows no provider, no engine and no store")
        .because("who proves a message must not be able to settle it");
  }

  private ArchRule theProviderKnowsNoVerifier() {
    return noClasses()
        .that(house.inside(EPAY))
        .and(not(house.inside(CALLBACK)))
        .and(not(simpleName("EpayModule")))
        .should()
        .dependOnClassesThat(house.inside(CALLBACK))
        .as("the provider knows no callback verifier")
        .because("tokens, QRs and statuses have nothing to do with who calls us");
  }

  private ArchRule settlementKnowsNoCallback() {
    return noClasses()
        .that(house.inside("engine"))
        .and(simpleNameContaining("Settlement"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(house.room("provider")).and(simpleNameStartingWith("Callback")))
        .as("settlement knows no callback")
        .because("it settles facts, whoever brings them and in whatever form");
  }

  private ArchRule billingKnowsNoProviderOfItsOwn() {
    return noClasses()
        .that(house.inside("domain").or(house.inside("engine")).or(house.inside("store")))
        .should()
        .dependOnClassesThat(house.inside(EPAY))
        .as("billing knows no provider of its own")
        .because("a provider's words, formats and QRs stay behind the provider's front");
  }
}
