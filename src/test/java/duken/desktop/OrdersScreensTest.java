package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import duken.api.EngineProblem;
import duken.api.orders.OrderJson;
import duken.api.orders.OrdersJson;
import duken.desktop.kit.format.Sums;
import duken.desktop.orders.OrderAlarm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Orders of the shop on kaspi.kz in the window. */
class OrdersScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 700));

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("orders", OrdersScreensTest::orders);
    all.put("orders-empty", rig -> standing(rig, null, null).press(KeyCode.F11));
    all.put("orders-unsure", rig -> orders(standing(rig, "unsure", null)));
    all.put("orders-refused-token", rig -> orders(standing(rig, "token_refused", null)));
    all.put(
        "orders-import",
        rig ->
            orders(standing(rig, null, new OrdersJson.Progress("running", 1420, 1, 3, time(9)))));
    all.put("orders-unconfirmed", rig -> down(orders(rig), 1));
    all.put("orders-return", rig -> down(orders(rig), 3));
    all.put("orders-accept", rig -> orders(rig).alt(KeyCode.DIGIT1));
    all.put("orders-cancel", rig -> orders(rig).alt(KeyCode.DIGIT2));
    all.put("orders-assemble", rig -> down(orders(rig), 2).alt(KeyCode.DIGIT1));
    all.put("orders-buyer", OrdersScreensTest::buyer);
    all.put("orders-slip", OrdersScreensTest::slip);
    all.put("orders-connect", rig -> orders(rig).press(KeyCode.F4));
    all.put(
        "orders-connect-unsure",
        rig -> {
          rig.engine.attempt =
              new BankJson.Attempt(
                  "connected", Map.of("orders_seen", "no"), null, null, List.of(), false);
          connecting(rig).press(KeyCode.ENTER);
        });
    return GALLERY.of(all);
  }

  @Test
  void theBuyerIsShownWhenAskedForAndTheSlipNamesNobody() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            slip(buyer(rig));
            assertThat(String.join("\n", words(sheet(rig))))
                .contains(
                    "Лист сборки заказа 100000001", "1 × Кофемолка Bosch", "SKU-77 · 18 500 ₸")
                .contains("4 × Кофе в зёрнах", "Итого 118 500 ₸", "Не фискальный чек", "самовывоз")
                .doesNotContain("Асель")
                .doesNotContain("(700)");
            rig.press(KeyCode.ESCAPE);
            down(rig, 4);
            rig.ctrl(KeyCode.B);
            assertThat(((Label) find(rig, "orders-buyer")).getText()).contains("уже не хранятся");
          }
        });
  }

  @Test
  void aLineShowsThePictureOfTheCatalogAndABasketWhereThereIsNone() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            orders(rig);
            List<ImageView> pictures = pictures(rig.scene.getRoot());
            assertThat(pictures).hasSize(1);
            Color middle = pictures.getFirst().getImage().getPixelReader().getColor(40, 40);
            assertThat(middle).isEqualTo(SampleOrders.PICTURE_COLOUR);
            assertThat(rig.engine.orders.picturesAsked).isOne();
            down(rig, 1);
            down(rig, 1);
            assertThat(pictures(rig.scene.getRoot())).hasSize(1);
            assertThat(rig.engine.orders.picturesAsked).isOne();
            try (DeskRig broken = new DeskRig(1366, 768)) {
              broken.engine.orders.picture = new byte[] {1, 2, 3};
              assertThat(pictures(orders(broken).scene.getRoot())).isEmpty();
            }
          }
        });
  }

  @Test
  void aTokenIsPastedWithWhatCameAlongFromThePage() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            orders(rig).press(KeyCode.F4);
            find(rig, "orders-token");
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, " Tok3n=\r\n"));
            rig.ctrl(KeyCode.V).press(KeyCode.ENTER);
            assertThat(rig.engine.wishes.getLast().values())
                .containsEntry("KASPI_MERCHANT_TOKEN", "Tok3n=");
          }
        });
  }

  @Test
  void anOrderIsAcceptedByTwoKeysAndItsOutcomeIsSaid() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            orders(rig).alt(KeyCode.DIGIT1);
            rig.engine.orders.nextAnswer = accepted("100000001", "confirmed");
            rig.press(KeyCode.ENTER);

            assertThat(rig.engine.orders.done).containsExactly("accept 100000001 {}");
            rig.engine.orders.orders.removeLast();
            rig.engine.orders.standing = told(null, null, 1, time(10));
            rig.pump();
            assertThat(said(rig)).contains("Kaspi подтвердил");
          }
        });
  }

  @Test
  void anOutcomeNobodyKnowsIsSaidToBeUnconfirmed() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            orders(rig);
            ((Button) find(rig, "orders-accept")).fire();
            rig.engine.orders.nextAnswer = accepted("100000001", "unconfirmed");
            ((Button) find(rig, "question-yes")).fire();

            assertThat(said(rig)).contains("Не подтверждено");
            rig.engine.orders.nextFailure =
                new EngineProblem(502, "PROVIDER_ERROR", "no", Map.of());
            down(rig, 1);
            down(rig, 1);
            ((Button) find(rig, "orders-assemble")).fire();
            rig.press(KeyCode.ENTER);
            assertThat(said(rig)).contains("Kaspi отказал");
          }
        });
  }

  @Test
  void aCodeIsSentAndThenTyped() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            down(orders(rig), 2).alt(KeyCode.DIGIT2).press(KeyCode.ENTER);
            assertThat(rig.engine.orders.done).containsExactly("send-code 100000003 {}");
            rig.press(KeyCode.ENTER);
            assertThat(rig.engine.orders.done).hasSize(1);
            ((TextField) find(rig, "orders-code")).setText("1000");
            rig.press(KeyCode.ENTER);

            assertThat(rig.engine.orders.done)
                .last()
                .isEqualTo("complete 100000003 {security_code=1000}");
          }
        });
  }

  @Test
  void cancellingWantsAReasonAndAssemblingANumber() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            orders(rig).alt(KeyCode.DIGIT2);
            ((RadioButton) find(rig, "orders-reason-BUYER_NOT_REACHABLE")).setSelected(true);
            ((TextField) find(rig, "orders-comment")).setText("трубку не берут");
            rig.press(KeyCode.ENTER);
            down(rig, 2).alt(KeyCode.DIGIT1);
            ((TextField) find(rig, "orders-parcels")).setText("0");
            rig.press(KeyCode.ENTER);
            assertThat(rig.engine.orders.done).hasSize(1);
            ((TextField) find(rig, "orders-parcels")).setText("3");
            rig.press(KeyCode.ENTER);

            assertThat(rig.engine.orders.done)
                .containsExactly(
                    "cancel 100000001 {reason=BUYER_NOT_REACHABLE, comment=трубку не берут}",
                    "assemble 100000003 {number_of_space=3}");
          }
        });
  }

  @Test
  void filtersAreAskedOfTheEngine() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            orders(rig).ctrl(KeyCode.DIGIT6);
            assertThat(rig.engine.orders.filters.getLast().state()).isEqualTo("KASPI_DELIVERY");
            ListView<?> list = (ListView<?>) find(rig, "orders-list");
            assertThat(list.getItems()).hasSize(1);
          }
        });
  }

  @Test
  void anImportOfOlderOrdersIsBegunAndStopped() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            orders(rig).press(KeyCode.F3);
            assertThat(rig.engine.orders.fetched).isNotNull();
            orders(standing(rig, null, new OrdersJson.Progress("running", 100, 0, 3, time(9))));
            ((Button) find(rig, "orders-stop")).fire();
            assertThat(rig.engine.orders.stopped).isTrue();
          }
        });
  }

  @Test
  void theTokenIsForgottenOnceItWorksAndAMissingOneIsNamed() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            orders(rig).press(KeyCode.F4, KeyCode.ENTER);
            assertThat(rig.engine.wishes).isEmpty();
            assertThat(connectSaid(rig)).contains("токен");
            rig.press(KeyCode.ESCAPE);
            connecting(rig).press(KeyCode.ENTER);

            assertThat(rig.engine.wishes.getLast().values())
                .containsEntry("KASPI_MERCHANT_TOKEN", "secret")
                .containsEntry("KASPI_MERCHANT_UID", "30001")
                .doesNotContainKey("KASPI_MERCHANT_BASE_URL");
            assertThat(((TextField) find(rig, "orders-token")).getText()).isEmpty();
          }
        });
  }

  @Test
  void aNewOrderIsSaidWithASoundOnlyWhenTheShopWantsOne() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            int[] sounds = {0};
            standing(rig, null, null).pump();
            new OrderAlarm(rig.window.context(), () -> sounds[0]++).listen();
            rig.engine.orders.standing = told(null, null, 3, time(11));
            rig.pump();
            assertThat(sounds[0]).isZero();
            rig.window.context().preferences().orderSound(true);
            rig.engine.orders.standing = told(null, null, 4, time(12));
            rig.pump();
            rig.pump();

            assertThat(sounds[0]).isEqualTo(1);
          }
        });
  }

  static DeskRig orders(DeskRig rig) {
    if (rig.engine.orders.standing == null) {
      standing(rig, null, null);
    }
    if (rig.engine.orders.orders.isEmpty()) {
      rig.engine.orders.orders.addAll(
          List.of(
              order("100000001", "NEW", "APPROVED_BY_BANK", "pending", "accept", "cancel"),
              unconfirmed(),
              order(
                  "100000003",
                  "KASPI_DELIVERY",
                  "ACCEPTED_BY_MERCHANT",
                  "pending",
                  "assemble",
                  "send-code",
                  "complete",
                  "cancel"),
              order(
                  "100000004",
                  "ARCHIVE",
                  "KASPI_DELIVERY_RETURN_REQUESTED",
                  "completed",
                  "returned"),
              order("100000005", "ARCHIVE", "COMPLETED", "completed"),
              order("100000006", "ARCHIVE", "A_WORD_OF_TOMORROW", "pending")));
    }
    rig.press(KeyCode.F11).pump();
    // A button under a scroll pane is in the window only once the pane has its skin.
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    return rig;
  }

  private static DeskRig buyer(DeskRig rig) {
    orders(rig).ctrl(KeyCode.B);
    Label buyer = (Label) find(rig, "orders-buyer");
    assertThat(buyer.isVisible()).isTrue();
    assertThat(buyer.getText()).contains("Асель Т.", "(700)");
    return rig;
  }

  private static DeskRig slip(DeskRig rig) {
    orders(rig).ctrl(KeyCode.P);
    assertThat(find(rig, "orders-slip-print")).isNotNull();
    return rig;
  }

  private static Parent sheet(DeskRig rig) {
    Node at = find(rig, "orders-slip-print");
    while (!at.getStyleClass().contains("sheet")) {
      at = at.getParent();
    }
    return (Parent) at;
  }

  private static List<String> words(Parent parent) {
    List<String> found = new ArrayList<>();
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node instanceof Text text) {
        found.add(text.getText().replace(Sums.SPACE, ' '));
      } else if (node instanceof Parent inner) {
        found.addAll(words(inner));
      }
    }
    return found;
  }

  private static List<ImageView> pictures(Parent parent) {
    parent.applyCss();
    parent.layout();
    List<ImageView> found = new ArrayList<>();
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node instanceof ImageView view) {
        found.add(view);
      } else if (node instanceof Parent inner) {
        found.addAll(pictures(inner));
      }
    }
    return found;
  }

  private static DeskRig standing(DeskRig rig, String trouble, OrdersJson.Progress progress) {
    rig.engine.live();
    rig.engine.orders.standing = told(trouble, progress, 2, time(10));
    return rig.pump();
  }

  private static OrdersJson.Standing told(
      String trouble, OrdersJson.Progress progress, int fresh, String newest) {
    return new OrdersJson.Standing(
        true, trouble, null, fresh, newest, "2026-04-30T10:00:00Z", progress);
  }

  private static DeskRig connecting(DeskRig rig) {
    orders(rig).press(KeyCode.F4);
    ((TextField) find(rig, "orders-token")).setText("secret");
    ((TextField) find(rig, "orders-uid")).setText("30001");
    return rig;
  }

  static DeskRig down(DeskRig rig, int rows) {
    ListView<?> list = (ListView<?>) find(rig, "orders-list");
    for (int i = 0; i < rows; i++) {
      list.getSelectionModel().selectNext();
    }
    return rig;
  }

  private static Node find(DeskRig rig, String id) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    return rig.scene.lookup("#" + id);
  }

  private static String said(DeskRig rig) {
    return ((Label) find(rig, "orders-said")).getText();
  }

  private static String connectSaid(DeskRig rig) {
    return ((Label) find(rig, "orders-connect-said")).getText();
  }

  private static OrderJson unconfirmed() {
    OrderJson it = order("100000002", "NEW", "APPROVED_BY_BANK", "pending", "accept", "cancel");
    return answer(it, it.stage().status(), "unconfirmed");
  }

  private static OrderJson accepted(String code, String confirmation) {
    OrderJson it = order(code, "PICKUP", "ACCEPTED_BY_MERCHANT", "pending", "send-code");
    return answer(it, "ACCEPTED_BY_MERCHANT", confirmation);
  }

  private static OrderJson answer(OrderJson it, String status, String confirmation) {
    return new OrderJson(
        it.id(),
        it.code(),
        new OrderJson.Stage(it.stage().state(), status, it.stage().canonicalStatus()),
        it.total(),
        it.createdAt(),
        it.delivery(),
        it.lines(),
        it.details(),
        new OrderJson.Next(
            it.next().actions(),
            confirmation,
            "unconfirmed".equals(confirmation) ? "accept" : null));
  }

  private static OrderJson order(
      String code, String state, String status, String canonical, String... actions) {
    return new OrderJson(
        "id-" + code,
        code,
        new OrderJson.Stage(state, status, canonical),
        "118500.00",
        time(8),
        new OrderJson.Delivery(
            "PAY_WITH_INSTALLMENT",
            state.equals("KASPI_DELIVERY") ? "DELIVERY_REGIONAL_PICKUP" : "DELIVERY_PICKUP",
            state.equals("KASPI_DELIVERY")),
        List.of(
            new OrderJson.Line(
                "SKU-77",
                "Кофемолка Bosch TSM6A013B, чёрная",
                BigDecimal.ONE,
                "18500.00",
                "18500.00",
                7L,
                SampleOrders.PICTURE),
            new OrderJson.Line(
                "4870001234567",
                "Кофе в зёрнах Арабика Эфиопия Иргачеффе, 1 кг",
                new BigDecimal("4"),
                "25000.00",
                "100000.00",
                null,
                null)),
        Map.of("planned_delivery_date", "2026-05-16T12:00:00Z", "express", "true"),
        new OrderJson.Next(List.of(actions), null, null));
  }

  private static String time(int hour) {
    return "2026-05-14T%02d:00:00Z".formatted(hour);
  }
}
