package duken.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.EngineApi;
import duken.api.WebhookJson;
import duken.api.WebhookJson.Delivery;
import duken.api.desk.WebhookApi;
import duken.desktop.NoEngine;
import duken.desktop.kit.task.Background;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class DeliveriesViewModelTest {

  private static final class Post extends NoEngine.Webhook {
    final List<Delivery> sent = new ArrayList<>();
    final List<String> again = new ArrayList<>();
    int asked;

    @Override
    public List<Delivery> deliveries() {
      asked++;
      return List.copyOf(sent);
    }

    @Override
    public void resend(String deliveryId) {
      again.add(deliveryId);
    }

    EngineApi engine() {
      return new NoEngine() {
        @Override
        public WebhookApi webhook() {
          return Post.this;
        }
      };
    }
  }

  private final Post post = new Post();
  private final DeliveriesViewModel deliveries =
      new DeliveriesViewModel(post.engine(), new Background(Runnable::run, Runnable::run));

  private static Delivery delivery(String id, String state, int attempts) {
    String at = "2026-05-14T09:30:00Z";
    return new Delivery(
        id,
        7,
        "invoice.status_changed",
        "https://a.kz",
        new WebhookJson.Progress(state, attempts, at, at),
        new WebhookJson.LastAttempt(null, null, at),
        null);
  }

  @Test
  void aDeliveryThatArrivedMeanwhileKeepsItsRow() {
    post.sent.add(delivery("a", "queued", 1));
    deliveries.refresh();
    List<Boolean> replaced = new ArrayList<>();
    deliveries
        .newest()
        .addListener(
            (ListChangeListener<Delivery>)
                change -> {
                  while (change.next()) {
                    replaced.add(change.getFrom() == 0 && change.getTo() == 1);
                  }
                });
    post.sent.set(0, delivery("a", "delivered", 1));
    deliveries.refresh();
    assertThat(replaced).containsExactly(true);
    assertThat(deliveries.newest().getFirst().progress().state()).isEqualTo("delivered");
  }

  @Test
  void nothingIsAskedWhileNothingIsOnItsWay() {
    post.sent.add(delivery("a", "delivered", 1));
    deliveries.refresh();
    deliveries.follow();
    assertThat(post.asked).isEqualTo(1);
    post.sent.addFirst(delivery("b", "queued", 0));
    deliveries.refresh();
    deliveries.follow();
    assertThat(post.asked).isEqualTo(3);
  }

  @Test
  void whatWaitsForItsFirstAttemptNeedsNoResend() {
    assertThat(DeliveriesViewModel.mayResend(delivery("a", "queued", 0))).isFalse();
    assertThat(DeliveriesViewModel.mayResend(delivery("a", "queued", 2))).isTrue();
    assertThat(DeliveriesViewModel.mayResend(delivery("a", "parked", 3))).isTrue();
    assertThat(DeliveriesViewModel.mayResend(delivery("a", "delivered", 1))).isTrue();
  }

  @Test
  void aResendNamesTheDelivery() {
    deliveries.resend(delivery("a", "parked", 3), () -> {}, _ -> {});
    assertThat(post.again).containsExactly("a");
  }
}
