package duken.desktop.customer;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import duken.desktop.Picture;
import duken.desktop.kit.Theme;
import duken.desktop.shell.Counter;
import duken.desktop.text.Language;
import duken.domain.Money;
import duken.domain.cart.CartDiscount;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import duken.domain.catalog.Unit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The customer's monitor beside the cashier's, and what is heard of a sale. */
class CustomerScreenTest {

  private static final Rectangle2D MONITOR = new Rectangle2D(1366, 0, 1024, 768);
  private static final Rectangle2D SMALL = new Rectangle2D(1366, 0, 800, 480);
  private static final Path FOLDER = Path.of("target", "screens");

  private final List<String> focus = new ArrayList<>();

  private CustomerScreen screen(DeskRig rig) {
    CustomerScreen screen =
        new CustomerScreen(
            rig.computer.displays(),
            rig.counter.map(Counter::customerDisplay),
            () -> focus.add("back"));
    screen.follow(
        rig.customer,
        rig.feed.stateProperty(),
        rig.counter.map(Counter::customerLanguage),
        rig.theme,
        rig.window.context().heartbeat());
    return screen;
  }

  private static void face(DeskRig rig, Rectangle2D bounds, Language language) {
    rig.computer.plug(bounds);
    rig.counter.set(Counter.FIRST.facing(Displays.of(bounds).name(), language));
  }

  private static void train(DeskRig rig, String how) {
    rig.engine.sales().train(rig.lastSale(), how);
    rig.pump();
  }

  @Test
  void theCustomerSeesThePaymentOnTheScreenAndNothingElse() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            assertThat(rig.customer.get()).isEqualTo(CustomerShow.IDLE);
            rig.type("15000").press(KeyCode.ENTER);
            assertThat(rig.customer.get()).isInstanceOf(CustomerShow.Pay.class);
            rig.press(KeyCode.ESCAPE);
            assertThat(rig.customer.get()).isEqualTo(CustomerShow.IDLE);
            rig.alt(KeyCode.DIGIT1);
            assertThat(rig.customer.get()).isInstanceOf(CustomerShow.Pay.class);
            train(rig, "pay");
            assertThat(rig.customer.get())
                .isEqualTo(new CustomerShow.Paid(duken.domain.Money.ofTenge(15_000)));
            rig.type("7");
            assertThat(rig.customer.get()).isEqualTo(CustomerShow.IDLE);
            rig.press(KeyCode.ENTER, KeyCode.DELETE, KeyCode.DELETE);
            assertThat(rig.customer.get()).isEqualTo(CustomerShow.IDLE);
          }
        });
  }

  @Test
  void theScreenGoesWithItsMonitorAndComesBackWithIt() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768);
              CustomerScreen screen = screen(rig)) {
            assertThat(screen.isOpen()).isFalse();
            face(rig, MONITOR, Language.KK);
            assertThat(screen.isOpen()).isTrue();
            assertThat(screen.scene().getWindow().getX()).isEqualTo(1366);
            assertThat(screen.scene().getWindow().getWidth()).isEqualTo(1024);
            assertThat(focus).contains("back");
            rig.type("15000").press(KeyCode.ENTER);
            rig.computer.plug(null);
            assertThat(screen.isOpen()).isFalse();
            assertThat(rig.scene.lookup(".pay-sum").isVisible()).isTrue();
            rig.computer.plug(SMALL);
            assertThat(screen.isOpen()).as("another monitor").isFalse();
            rig.computer.plug(MONITOR);
            assertThat(screen.isOpen()).isTrue();
            assertThat(screen.scene().lookup(".customer-sum").isVisible()).isTrue();
            rig.counter.set(Counter.FIRST);
            assertThat(screen.isOpen()).isFalse();
          }
        });
  }

  @Test
  void thanksStayForAWhileThoughTheCashierGoesOn() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768);
              CustomerScreen screen = screen(rig)) {
            face(rig, MONITOR, Language.RU);
            rig.type("100").press(KeyCode.ENTER);
            train(rig, "pay");
            rig.press(KeyCode.ENTER);
            assertThat(screen.scene().lookup(".customer-paid").isVisible()).isTrue();
            for (int beat = 0; beat < 16; beat++) {
              rig.pass(java.time.Duration.ofMillis(250));
            }
            assertThat(screen.scene().lookup(".customer-paid").isVisible()).isFalse();
            train(rig, "pay");
            rig.type("200").press(KeyCode.ENTER);
            assertThat(screen.scene().lookup(".customer-paid").isVisible()).isFalse();
          }
        });
  }

  @Test
  void everyStateFitsInEveryLanguageAndOnASmallMonitor() {
    Map<String, Consumer<DeskRig>> states = new LinkedHashMap<>();
    states.put("customer-idle", _ -> {});
    states.put("customer-qr", rig -> rig.type("99999999,99").press(KeyCode.ENTER));
    states.put("customer-logo", rig -> rig.customer.set(new CustomerShow.Idle(png())));
    states.put("customer-basket", rig -> rig.customer.set(new CustomerShow.Basket(basket())));
    states.put(
        "customer-bill",
        rig -> rig.type("2500").press(KeyCode.F3).type("7012345678").press(KeyCode.ENTER));
    states.put(
        "customer-paid",
        rig -> {
          rig.engine.live();
          rig.engine.bank.connected();
          rig.pump().type("15000").press(KeyCode.ENTER);
          train(rig, "pay");
        });
    states.forEach(
        (name, lead) ->
            FxRig.run(
                () -> {
                  for (Rectangle2D size : new Rectangle2D[] {MONITOR, SMALL}) {
                    try (DeskRig rig = new DeskRig(1366, 768);
                        CustomerScreen screen = screen(rig)) {
                      lead.accept(rig);
                      for (Language language : Language.values()) {
                        face(rig, size, language);
                        rig.theme.set(language == Language.EN ? Theme.DARK : Theme.LIGHT);
                        assertThat(Picture.cutOff(screen.scene()))
                            .as(name + " " + language)
                            .isEmpty();
                        String file = name + "-" + language.tag() + "-" + (int) size.getWidth();
                        Picture.write(screen.scene(), FOLDER.resolve(file + ".png"));
                      }
                    }
                  }
                }));
  }

  @Test
  void aPaidSaleIsHeardOnceAndOnlyWhereItShallBe() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            sell(rig, "pay");
            assertThat(rig.computer.heard).as("in training").isEmpty();
            rig.counter.set(Counter.FIRST.heard(true, 60, true));
            sell(rig, "pay");
            assertThat(rig.computer.heard).containsExactly("paid 15000.00 ru 60");
            sell(rig, "decline");
            assertThat(rig.computer.heard).containsExactly("paid 15000.00 ru 60", "failed 60");
            rig.type("15000").press(KeyCode.ENTER, KeyCode.DELETE, KeyCode.DELETE);
            assertThat(rig.computer.heard).hasSize(2);
            rig.counter.set(Counter.FIRST.heard(false, 60, true));
            sell(rig, "pay");
            assertThat(rig.computer.heard).hasSize(2);
          }
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.live();
            rig.engine.bank.connected();
            rig.pump();
            rig.texts.speak(Language.KK);
            rig.type("15000").press(KeyCode.ENTER, KeyCode.ESCAPE).type("7");
            train(rig, "pay");
            assertThat(rig.computer.heard).containsExactly("paid 15000.00 kk 80");
          }
        });
  }

  private static GoodsCart basket() {
    List<GoodsLine> lines = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      CartGoods milk = new CartGoods((long) i, "Молоко 3,2 % " + i, Unit.PIECE, Money.ofTenge(500));
      lines.add(GoodsLine.of(i, milk, i * GoodsLine.ONE));
    }
    CartGoods apples = new CartGoods(10L, "Яблоки апорт", Unit.KILOGRAM, Money.ofTenge(990));
    lines.add(GoodsLine.of(10, apples, 355));
    return new GoodsCart(lines, new CartDiscount.Percent(BigDecimal.TEN), null);
  }

  private static byte[] png() {
    BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 200; y++) {
        image.setRGB(x, y, x * 0x200 + y);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void sell(DeskRig rig, String how) {
    rig.type("15000").press(KeyCode.ENTER);
    train(rig, how);
  }
}
