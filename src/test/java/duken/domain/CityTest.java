package duken.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CityTest {

  @Test
  void aCityIsFoundByItsNameInEachLanguage() {
    for (String name :
        new String[] {"Усть-Каменогорск", "өскемен", " OSKEMEN ", "усть каменогорск"}) {
      assertThat(City.named(name)).as(name).map(City::english).contains("Oskemen");
    }
    assertThat(City.named("Атлантида")).isEmpty();
    assertThat(City.beginning("Ал")).extracting(City::russian).containsExactly("Алматы");
  }

  @Test
  void everyCityLiesInKazakhstanAndIsNamedOnce() {
    assertThat(City.ALL)
        .allSatisfy(
            city -> {
              assertThat(city.latitude()).isBetween(new BigDecimal("40.5"), new BigDecimal("55.5"));
              assertThat(city.longitude())
                  .isBetween(new BigDecimal("46.4"), new BigDecimal("87.4"));
              assertThat(City.at(city.latitude(), city.longitude())).contains(city);
            })
        .extracting(City::russian)
        .doesNotHaveDuplicates()
        .isSorted();
  }
}
