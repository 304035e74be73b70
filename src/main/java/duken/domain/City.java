package duken.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A city of Kazakhstan and its centre: where a shop is, as long as nobody says it more precisely.
 *
 * @param russian its name
 * @param kazakh its name
 * @param english its name
 * @param latitude degrees north, four places, about ten metres
 * @param longitude degrees east
 */
public record City(
    String russian, String kazakh, String english, BigDecimal latitude, BigDecimal longitude) {

  /**
   * The cities of the republic, of its regions, and others with many shops; by Russian name. Each
   * place was compared with a public gazetteer, most with two; meant is the city, not an address.
   */
  public static final List<City> ALL =
      List.of(
          city("Аксай", "Ақсай", "Aksai", "51.1681", "52.9978"),
          city("Аксу", "Ақсу", "Aksu", "52.0403", "76.9274"),
          city("Актау", "Ақтау", "Aktau", "43.6500", "51.1667"),
          city("Актобе", "Ақтөбе", "Aktobe", "50.2839", "57.1670"),
          city("Алматы", "Алматы", "Almaty", "43.2567", "76.9286"),
          city("Аральск", "Арал", "Aral", "46.7983", "61.6699"),
          city("Аркалык", "Арқалық", "Arkalyk", "50.2492", "66.9203"),
          city("Астана", "Астана", "Astana", "51.1801", "71.4460"),
          city("Атырау", "Атырау", "Atyrau", "47.1068", "51.9036"),
          city("Балхаш", "Балқаш", "Balkhash", "46.8481", "74.9950"),
          city("Жанаозен", "Жаңаөзен", "Zhanaozen", "43.3412", "52.8619"),
          city("Жаркент", "Жаркент", "Zharkent", "44.1628", "80.0000"),
          city("Жезказган", "Жезқазған", "Zhezkazgan", "47.7833", "67.7667"),
          city("Караганда", "Қарағанды", "Karaganda", "49.8047", "73.1094"),
          city("Каскелен", "Қаскелең", "Kaskelen", "43.1983", "76.6207"),
          city("Кентау", "Кентау", "Kentau", "43.5169", "68.5050"),
          city("Кокшетау", "Көкшетау", "Kokshetau", "53.2833", "69.4000"),
          city("Конаев", "Қонаев", "Konaev", "43.8667", "77.0667"),
          city("Костанай", "Қостанай", "Kostanay", "53.2144", "63.6246"),
          city("Косшы", "Қосшы", "Kosshy", "50.9733", "71.3636"),
          city("Кульсары", "Құлсары", "Kulsary", "46.9500", "54.0167"),
          city("Кызылорда", "Қызылорда", "Kyzylorda", "44.8528", "65.5092"),
          city("Лисаковск", "Лисаков", "Lisakovsk", "52.5369", "62.4953"),
          city("Павлодар", "Павлодар", "Pavlodar", "52.2873", "76.9674"),
          city("Петропавловск", "Петропавл", "Petropavl", "54.8667", "69.1500"),
          city("Риддер", "Риддер", "Ridder", "50.3441", "83.5129"),
          city("Рудный", "Рудный", "Rudny", "52.9729", "63.1168"),
          city("Сарань", "Саран", "Saran", "49.8000", "72.8500"),
          city("Сатпаев", "Сәтбаев", "Satpayev", "47.9000", "67.5333"),
          city("Семей", "Семей", "Semey", "50.4111", "80.2275"),
          city("Степногорск", "Степногорск", "Stepnogorsk", "52.3500", "71.8833"),
          city("Талгар", "Талғар", "Talgar", "43.3035", "77.2408"),
          city("Талдыкорган", "Талдықорған", "Taldykorgan", "45.0156", "78.3739"),
          city("Тараз", "Тараз", "Taraz", "42.9000", "71.3667"),
          city("Темиртау", "Теміртау", "Temirtau", "50.0549", "72.9646"),
          city("Туркестан", "Түркістан", "Turkistan", "43.2973", "68.2518"),
          city("Уральск", "Орал", "Oral", "51.2333", "51.3667"),
          city("Усть-Каменогорск", "Өскемен", "Oskemen", "49.9714", "82.6059"),
          city("Шахтинск", "Шахтинск", "Shakhtinsk", "49.7100", "72.5872"),
          city("Шымкент", "Шымкент", "Shymkent", "42.3155", "69.5869"),
          city("Щучинск", "Щучинск", "Shchuchinsk", "52.9333", "70.2000"),
          city("Экибастуз", "Екібастұз", "Ekibastuz", "51.7237", "75.3229"));

  /** The city with this name in one of the three languages, whatever the case of its letters. */
  public static Optional<City> named(String text) {
    String wanted = plain(text);
    return ALL.stream().filter(city -> city.names().anyMatch(wanted::equals)).findFirst();
  }

  /** The cities of which a name begins so, in their order; all for an empty text. */
  public static List<City> beginning(String text) {
    String wanted = plain(text);
    return ALL.stream()
        .filter(city -> city.names().anyMatch(name -> name.startsWith(wanted)))
        .toList();
  }

  /** The city whose centre lies at this very place. */
  public static Optional<City> at(BigDecimal latitude, BigDecimal longitude) {
    return ALL.stream()
        .filter(city -> city.latitude.compareTo(latitude) == 0)
        .filter(city -> city.longitude.compareTo(longitude) == 0)
        .findFirst();
  }

  private Stream<String> names() {
    return Stream.of(russian, kazakh, english).map(City::plain);
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replace(' ', '-');
  }

  private static City city(
      String russian, String kazakh, String english, String latitude, String longitude) {
    return new City(russian, kazakh, english, new BigDecimal(latitude), new BigDecimal(longitude));
  }
}
