package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/**
 * Where the window takes a sum or a phone. A new one wants a line in {@link #all}, and what reads
 * it in the sources a line in {@link #COVERED}.
 */
final class SumAndPhonePlaces {

  /**
   * One place.
   *
   * @param open leads a new window to it, with nothing typed there
   * @param field its name, or null where the window takes the keys itself
   * @param confirm what a person presses after typing
   * @param again leads back to where nothing is typed, if it can
   * @param opensAnew whether it surely can, because a sheet is closed and opened again
   */
  record Place(
      List<SumAndPhoneInputs> inputs,
      Consumer<DeskRig> open,
      String field,
      Consumer<DeskRig> confirm,
      Consumer<DeskRig> again,
      boolean opensAnew) {

    Place(
        List<SumAndPhoneInputs> inputs,
        Consumer<DeskRig> open,
        String field,
        Consumer<DeskRig> confirm,
        Consumer<DeskRig> again) {
      this(inputs, open, field, confirm, again, false);
    }
  }

  /** A class that reads numbers, or a field that is named so, and the place that tries it. */
  static final Map<String, String> COVERED =
      Map.ofEntries(
          Map.entry("AmountEntry", "the amount of a sale"),
          Map.entry("SaleForm", "the amount of a sale"),
          Map.entry("PayerLookup", "the payer's phone"),
          Map.entry("PhonePanel", "the payer's phone"),
          Map.entry("TypedDigits", "the phone of the sign-in"),
          Map.entry("bank-phone", "the phone of the sign-in"),
          Map.entry("RefundForm", "a refund"),
          Map.entry("RefundFormPane", "a refund"),
          Map.entry("refund-sum", "a refund"),
          Map.entry("ItemForm", "the price of an item"),
          Map.entry("ItemSheet", "the price of an item"),
          Map.entry("goods-price", "the price of an item"),
          Map.entry("CartSheets", "the price of a line"),
          Map.entry("cart-price", "the price of a line"),
          Map.entry("cart-discount", "the discount of a line"),
          Map.entry("Discounts", "the discount of a line"),
          Map.entry("cart-whole-discount", "the discount of a cart"),
          Map.entry("CashSumField", "cash in"),
          Map.entry("cash-move-amount", "cash in"),
          Map.entry("cash-given", "what a customer gave"),
          Map.entry("cash-count-sum", "a count of cash, cash-count-sum"),
          Map.entry("cash-count-coins", "a count of cash, cash-count-coins"),
          Map.entry("cash-refund-amount", "a refund in cash"),
          Map.entry("NoticesSection", "the owner's limit"),
          Map.entry("NoticesViewModel", "the owner's limit"));

  /** Classes that read no number a person wrote, but what the engine told, or no money. */
  static final Set<String> OTHERS =
      Set.of(
          "SaleCell",
          "Quantities",
          "FactsCard",
          "CellWords",
          "SlipWords",
          "CounterSection",
          "PlaceViewModel",
          "CashKeys",
          "FeeTable",
          "LineWords",
          "ReconcileDocuments",
          "RuleSheet",
          "DrawerTable",
          "RefundViewModel",
          "RefundSheet");

  private SumAndPhonePlaces() {}

  /** The places by their names. */
  static Map<String, Place> all() {
    Map<String, Place> all = new LinkedHashMap<>();
    all.put(
        "the amount of a sale",
        new Place(
            SumAndPhoneInputs.sums(),
            _ -> {},
            null,
            rig -> rig.press(KeyCode.ENTER),
            SumAndPhonePlaces::emptyTill));
    all.put(
        "the amount of a link",
        new Place(
            SumAndPhoneInputs.sums(),
            rig -> {
              rig.engine.capabilities("qr", "link");
              rig.pump();
            },
            null,
            rig -> rig.ctrl(KeyCode.L),
            SumAndPhonePlaces::emptyTill));
    all.put(
        "the payer's phone",
        new Place(
            SumAndPhoneInputs.phones(),
            rig -> rig.type("2500").press(KeyCode.F3),
            null,
            rig -> rig.press(KeyCode.ENTER),
            rig -> {
              emptyTill(rig);
              rig.type("2500").press(KeyCode.F3);
            }));
    all.put(
        "a refund",
        new Place(
            SumAndPhoneInputs.sums(),
            rig -> refund(rig, "99999999"),
            "refund-sum",
            rig -> rig.press(KeyCode.ENTER, KeyCode.ENTER),
            rig -> field(rig, "refund-sum").clear()));
    all.put("the price of a line", cart("cart-price", KeyCode.E));
    all.put("the discount of a line", cart("cart-discount", KeyCode.E));
    all.put("the discount of a cart", cart("cart-whole-discount", KeyCode.T));
    all.put(
        "the owner's limit",
        new Place(
            SumAndPhoneInputs.sums(),
            rig -> rig.press(KeyCode.F9).alt(KeyCode.EQUALS).pump(),
            "notice-refund",
            rig -> rig.press(KeyCode.ENTER),
            rig -> field(rig, "notice-refund").clear()));
    all.put(
        "the price of an item",
        new Place(
            SumAndPhoneInputs.sums(),
            rig -> GoodsScreensTest.goods(rig).press(KeyCode.ENTER),
            "goods-price",
            rig -> rig.press(KeyCode.ENTER),
            rig -> {
              if (rig.scene.lookup("#goods-price") != null) {
                field(rig, "goods-price").clear();
              } else {
                rig.press(KeyCode.ENTER);
              }
            }));
    all.put(
        "what a customer gave",
        field(
            "cash-given",
            rig -> CashScreensTest.till(rig).type("1000").ctrl(KeyCode.N),
            rig -> rig.press(KeyCode.ENTER)));
    all.put(
        "a refund in cash",
        field(
            "cash-refund-amount",
            rig -> {
              CashScreensTest.till(rig).type("99999999").ctrl(KeyCode.N);
              rig.press(KeyCode.ENTER, KeyCode.ENTER, KeyCode.F2).ctrl(KeyCode.N);
              rig.press(KeyCode.F4);
            },
            rig -> rig.press(KeyCode.ENTER)));
    all.put(
        "cash in",
        field(
            "cash-move-amount",
            rig -> {
              CashScreensTest.shift(rig).alt(KeyCode.DIGIT2);
              field(rig, "cash-move-reason").setText("размен");
            },
            rig -> rig.press(KeyCode.F4)));
    for (String part : List.of("cash-count-sum", "cash-count-coins")) {
      all.put(
          "a count of cash, " + part,
          field(
              part,
              rig -> CashScreensTest.till(rig).ctrl(KeyCode.F2).press(KeyCode.ENTER),
              rig -> rig.press(KeyCode.ENTER)));
    }
    all.put(
        "the phone of the sign-in",
        new Place(
            SumAndPhoneInputs.phones(),
            SumAndPhonePlaces::signIn,
            null,
            rig -> rig.press(KeyCode.ENTER),
            rig -> {
              for (int i = 0; i < 20; i++) {
                rig.press(KeyCode.BACK_SPACE);
              }
            }));
    return all;
  }

  /** A sheet of the cart; a refused sum leaves it open. */
  private static Place cart(String field, KeyCode key) {
    return new Place(
        SumAndPhoneInputs.sums(),
        rig -> CartScreensTest.dear(rig).ctrl(key),
        field,
        rig -> rig.press(KeyCode.ENTER),
        rig -> rig.press(KeyCode.ESCAPE).ctrl(key));
  }

  /** A field that is empty again when it is emptied. */
  private static Place field(String name, Consumer<DeskRig> open, Consumer<DeskRig> confirm) {
    return new Place(
        SumAndPhoneInputs.sums(),
        rig -> {
          open.accept(rig);
          field(rig, name).clear();
        },
        name,
        confirm,
        rig -> {
          if (rig.scene.lookup("#" + name) instanceof TextInputControl) {
            field(rig, name).clear();
          }
        });
  }

  /** Sets an open payment aside and takes away what is typed. */
  private static void emptyTill(DeskRig rig) {
    rig.press(KeyCode.F1, KeyCode.ESCAPE);
  }

  /** The field of this name, which must be there. */
  static TextInputControl field(DeskRig rig, String name) {
    Node node = rig.scene.lookup("#" + name);
    assertThat(node).as(name).isInstanceOf(TextInputControl.class);
    return (TextInputControl) node;
  }

  private static void refund(DeskRig rig, String sum) {
    rig.type(sum).press(KeyCode.ENTER);
    rig.engine.sales().train(rig.lastSale(), "pay");
    rig.pump().press(KeyCode.ENTER, KeyCode.F2);
    rig.window.showSale(rig.lastSale());
    rig.press(KeyCode.F4);
    field(rig, "refund-sum").clear();
  }

  private static void signIn(DeskRig rig) {
    rig.press(KeyCode.F9).alt(KeyCode.DIGIT2).pump().ctrl(KeyCode.DIGIT6).pump();
    rig.press(KeyCode.ENTER);
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    ((CheckBox) rig.scene.lookup("#bank-accept")).setSelected(true);
    ((Button) rig.scene.lookup("#bank-notice-next")).fire();
  }
}
