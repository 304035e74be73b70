package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.store.IdempotentCalls.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JdbcIdempotentCallsTest extends OnBothDatabases {

  private static final Instant A_DAY_BEFORE = NOON.minus(Duration.ofHours(24));

  @Test
  void theSecondCallFindsTheFirst() {
    assertThat(reserves(call("k", NOON), A_DAY_BEFORE)).isEmpty();

    assertThat(reserves(call("k", NOON.plusSeconds(1)), A_DAY_BEFORE)).contains(call("k", NOON));
    assertThat(reserves(call("other", NOON), A_DAY_BEFORE)).isEmpty();
  }

  @Test
  void whatItMadeAndItsAnswerAreKept() {
    reserves(call("k", NOON), A_DAY_BEFORE);
    changes("bind", "k");
    assertThat(reserves(call("k", NOON), A_DAY_BEFORE).orElseThrow().madeId()).isEqualTo(42);

    changes("finish", "k");
    assertThat(reserves(call("k", NOON), A_DAY_BEFORE))
        .contains(new Call("k", "digest", 201, "{\"id\":42,\"имя\":\"Асель\"}", NOON, 42L));
  }

  @Test
  void aFinishedCallMakesNothingMore() {
    reserves(call("k", NOON), A_DAY_BEFORE);
    changes("finish", "k");
    changes("bind", "k");
    changes("bind", "nobody's");

    assertThat(reserves(call("k", NOON), A_DAY_BEFORE).orElseThrow().madeId()).isNull();
  }

  @Test
  void aKeyThatWasGivenBackIsFree() {
    reserves(call("k", NOON), A_DAY_BEFORE);
    changes("release", "k");

    assertThat(reserves(call("k", NOON), A_DAY_BEFORE)).isEmpty();
  }

  @Test
  void aKeyIsFreeAgainWhenItsCallIsTooOld() {
    reserves(call("k", NOON), A_DAY_BEFORE);
    changes("finish", "k");
    Call next = call("k", NOON.plus(Duration.ofHours(24)));

    assertThat(reserves(next, NOON)).isEmpty();
    assertThat(reserves(next, NOON)).contains(next);
  }

  @Test
  void oldCallsAreForgotten() {
    reserves(call("old", NOON), A_DAY_BEFORE);
    reserves(call("new", NOON.plusSeconds(1)), A_DAY_BEFORE);

    int forgotten = store.write(tx -> tx.idempotentCalls().deleteBefore(NOON.plusSeconds(1)));

    assertThat(forgotten).isEqualTo(1);
    assertThat(reserves(call("old", NOON), A_DAY_BEFORE)).isEmpty();
    assertThat(reserves(call("new", NOON), A_DAY_BEFORE)).isPresent();
  }

  @Test
  void ofManyAtOnceExactlyOneGetsTheKey() throws Exception {
    for (int round = 0; round < 10; round++) {
      Call call = call("k" + round, NOON);

      List<Boolean> got = Race.of(6, () -> reserves(call, A_DAY_BEFORE).isEmpty());

      assertThat(got).containsOnlyOnce(true);
    }
  }

  private static Call call(String key, Instant at) {
    return new Call(key, "digest", null, null, at, null);
  }

  private Optional<Call> reserves(Call call, Instant notBefore) {
    return store.<Optional<Call>>write(tx -> tx.idempotentCalls().reserve(call, notBefore));
  }

  private void changes(String what, String key) {
    store.write(
        tx -> {
          switch (what) {
            case "bind" -> tx.idempotentCalls().bind(key, 42);
            case "finish" ->
                tx.idempotentCalls()
                    .finish(key, 201, "{\"id\":42,\"имя\":\"Асель\"}", NOON.plusSeconds(1));
            default -> tx.idempotentCalls().release(key);
          }
          return null;
        });
  }
}
