package duken.desktop.kit.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleActionTest {

  private final Deque<Runnable> calls = new ArrayDeque<>();
  private final List<Object> said = new ArrayList<>();
  private final SingleAction action = new SingleAction(new Background(calls::add, Runnable::run));

  @Test
  void aSecondPressIsDroppedWhileTheFirstIsUnderWay() {
    action.ask(() -> "first", said::add, said::add);
    action.ask(() -> "second", said::add, said::add);
    assertThat(action.isBusy()).isTrue();
    assertThat(calls).hasSize(1);
    calls.remove().run();
    assertThat(said).containsExactly("first");
    assertThat(action.isBusy()).isFalse();
  }

  @Test
  void whoIsToldOfAFailureMayBeginAgain() {
    RuntimeException failure = new IllegalStateException("no");
    action.tell(
        () -> {
          throw failure;
        },
        () -> said.add("done"),
        e -> action.ask(() -> "again", said::add, said::add));
    calls.remove().run();
    calls.remove().run();
    assertThat(said).containsExactly("again");
  }
}
