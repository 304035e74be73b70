package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.NewInvoiceJson;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A window that stands open all day holds no more in the evening than in the morning. */
class LongDayTest {

  private static final int SALES = 40;

  private int sold;

  @Test
  void aTillAtWhichNobodyWorksHasNoMoreNodesAfterManySalesOfTheOthers() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            // More than the list of the day shows at once.
            for (int i = 0; i < 20; i++) {
              pay(rig, sellElsewhere(rig));
            }
            int morning = nodes(dressed(rig));
            for (int i = 0; i < SALES; i++) {
              pay(rig, sellElsewhere(rig));
            }
            assertThat(nodes(dressed(rig))).isLessThanOrEqualTo(morning);
          }
        });
  }

  @Test
  void aTileStaysWhatItIsWhenAnotherSaleComes() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.type("100").press(KeyCode.ENTER, KeyCode.ESCAPE);
            Set<Node> first = tiles(rig);
            assertThat(first).hasSize(1);
            rig.type("200").press(KeyCode.ENTER, KeyCode.ESCAPE);
            assertThat(tiles(rig)).hasSize(2).containsAll(first);
          }
        });
  }

  @Test
  void whatShowedASaleIsLetGoWhenTheSaleIsOver() {
    List<WeakReference<Node>> seen = new ArrayList<>();
    DeskRig rig = FxRig.get(() -> new DeskRig(1366, 768));
    FxRig.run(
        () -> {
          for (int i = 0; i < SALES; i++) {
            long id = sellElsewhere(rig);
            tiles(rig).forEach(it -> seen.add(new WeakReference<>(it)));
            pay(rig, id);
            rig.press(KeyCode.ESCAPE);
          }
        });
    assertThat(seen).hasSizeGreaterThanOrEqualTo(SALES);
    await("tiles of the day to be gone")
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              FxRig.run(() -> dressed(rig));
              System.gc();
              return seen.stream().filter(it -> it.get() != null).count() <= 5;
            });
    FxRig.run(rig::close);
  }

  private long sellElsewhere(DeskRig rig) {
    sold++;
    NewInvoiceJson wish = new NewInvoiceJson("700", null, null, null);
    long id = rig.engine.till().createQr(wish, "elsewhere-" + sold).id();
    rig.pump();
    return id;
  }

  private static void pay(DeskRig rig, long id) {
    rig.engine.sales().train(id, "pay");
    rig.pump();
  }

  private static Set<Node> tiles(DeskRig rig) {
    return dressed(rig).lookupAll(".tile");
  }

  /** A scroll pane holds its content only once it is dressed. */
  private static Parent dressed(DeskRig rig) {
    Parent root = rig.scene.getRoot();
    root.applyCss();
    root.layout();
    return root;
  }

  private static int nodes(Node node) {
    return node instanceof Parent parent
        ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(LongDayTest::nodes).sum()
        : 1;
  }
}
