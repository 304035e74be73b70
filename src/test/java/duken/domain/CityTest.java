package duken.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /**
   * Degrees of two public gazetteers, rounded: what was not written here cannot agree by chance.
   */
  private static final String GAZETTEER =
      """
      Aksai 51.2 53.0, Aksu 52.0 76.9, Aktau 43.7 51.2, Aktobe 50.3 57.2, Almaty 43.3 76.9,
      Aral 46.8 61.7, Arkalyk 50.2 66.9, Astana 51.2 71.4, Atyrau 47.1 51.9, Balkhash 46.8 75.0,
      Zhanaozen 43.3 52.9, Zharkent 44.2 80.0, Zhezkazgan 47.8 67.8, Karaganda 49.8 73.1,
      Kaskelen 43.2 76.6, Kentau 43.5 68.5, Kokshetau 53.3 69.4, Konaev 43.9 77.1,
      Kostanay 53.2 63.6, Kosshy 51.0 71.4, Kulsary 47.0 54.0, Kyzylorda 44.9 65.5,
      Lisakovsk 52.5 62.5, Pavlodar 52.3 77.0, Petropavl 54.9 69.2, Ridder 50.3 83.5,
      Rudny 53.0 63.1, Saran 49.8 72.8, Satpayev 47.9 67.5, Semey 50.4 80.2,
      Stepnogorsk 52.4 71.9, Talgar 43.3 77.2, Taldykorgan 45.0 78.4, Taraz 42.9 71.4,
      Temirtau 50.1 73.0, Turkistan 43.3 68.3, Oral 51.2 51.4, Oskemen 50.0 82.6,
      Shakhtinsk 49.7 72.6, Shymkent 42.3 69.6, Shchuchinsk 52.9 70.2, Ekibastuz 51.7 75.3
      """;

  @Test
  void everyCityLiesWhereTheGazetteersSay() {
    Map<String, City> cities =
        City.ALL.stream().collect(Collectors.toMap(City::english, Function.identity()));
    BigDecimal tolerance = new BigDecimal("0.06");
    for (String line : GAZETTEER.strip().split(",\\s+")) {
      String[] place = line.split(" ");
      City city = cities.remove(place[0]);
      assertThat(city).as(line).isNotNull();
      assertThat(city.latitude()).as(line).isCloseTo(new BigDecimal(place[1]), within(tolerance));
      assertThat(city.longitude()).as(line).isCloseTo(new BigDecimal(place[2]), within(tolerance));
    }
    assertThat(cities).isEmpty();
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
