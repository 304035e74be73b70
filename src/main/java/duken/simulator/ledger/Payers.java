package duken.simulator.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who answers to a phone number. Invented people; a number that ends in 0000 is nobody's. */
public final class Payers {

  private static final String NOBODY = "0000";
  private static final List<String> NAMES =
      List.of(
          "Айгерим Сапарова",
          "Данияр Ахметов",
          "Мадина Оспанова",
          "Ерлан Жумабаев",
          "Светлана Ким",
          "Нурлан Бекетов",
          "Алия Тулегенова",
          "Сергей Волков");

  private final Map<String, String> set = new ConcurrentHashMap<>();

  /** The full name of a number's owner, by its last ten digits. */
  public Optional<String> of(String phone) {
    String number = national(phone);
    String name = set.get(number);
    if (name != null) {
      return Optional.of(name).filter(text -> !text.isEmpty());
    }
    return number.endsWith(NOBODY) ? Optional.empty() : Optional.of(name(number.hashCode()));
  }

  /** The name of whoever scans this QR. */
  public String ofScan(long id) {
    return name(Long.hashCode(id));
  }

  /** Names the owner of a number; an empty name makes it nobody's. */
  public void name(String phone, String name) {
    set.put(national(phone), name);
  }

  /** A full name as the bank shortens it. */
  public static String shortened(String name) {
    String[] words = name.strip().split(" +", 2);
    return words.length < 2 ? name : words[0] + " " + words[1].charAt(0) + ".";
  }

  private static String name(int hash) {
    return NAMES.get(Math.floorMod(hash, NAMES.size()));
  }

  private static String national(String phone) {
    return phone.substring(Math.max(0, phone.length() - 10));
  }
}
