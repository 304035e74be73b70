package duken.provider.sandbox;

import java.util.List;

/** Made-up customers, written as banks show them to shops. */
final class PayerNames {

  private static final List<String> NAMES =
      List.of(
          "Асель Т.",
          "Ерлан К.",
          "Айгуль С.",
          "Данияр М.",
          "Мадина А.",
          "Тимур Ж.",
          "Динара Б.",
          "Нурлан О.",
          "Жанна П.",
          "Арман Д.",
          "Камила Р.",
          "Олег В.",
          "Сауле Н.",
          "Бекзат И.",
          "Анна Л.",
          "Ринат Г.");

  private PayerNames() {}

  /** Always the same name for the same text. */
  static String of(String text) {
    return NAMES.get(Math.floorMod(text.hashCode(), NAMES.size()));
  }
}
