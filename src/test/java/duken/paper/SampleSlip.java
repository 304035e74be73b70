package duken.paper;

import duken.paper.Slip.Centred;
import duken.paper.Slip.Code;
import duken.paper.Slip.Pair;
import duken.paper.Slip.Plain;
import duken.paper.Slip.Rule;
import duken.paper.Slip.Size;
import java.util.List;

/** A slip as a shop prints it. */
final class SampleSlip {

  static final Slip KAZAKH =
      new Slip(
          List.of(
              new Centred("«Әже наны» дүкені, Құрманғазы к-сі", Size.BOLD),
              new Pair("14.05.2026 14:35", "У-15", Size.NORMAL),
              new Rule(),
              new Pair("Бауырсақ, үлкен ыдыста, үйде пісірілген 2 × 1 250", "2 500 ₸", Size.NORMAL),
              new Rule(),
              new Pair("Барлығы", "2 500 ₸", Size.LARGE),
              new Plain("Карта •••• 0042 · RRN 600000000042", Size.SMALL),
              new Code("https://shop.example.kz/pay/0123456789abcdefghijkl"),
              new Centred("Фискалдық чек емес", Size.SMALL)),
          "ОҚУ РЕЖИМІ");

  private SampleSlip() {}
}
