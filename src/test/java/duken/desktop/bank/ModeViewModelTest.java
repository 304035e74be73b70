package duken.desktop.bank;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.EngineApi;
import duken.api.NewInvoiceJson;
import duken.desktop.Bench;
import duken.desktop.PracticeEngine;
import duken.desktop.shell.DeskPreferences.RemoteEngine;
import duken.desktop.shell.EngineSwitch;
import duken.domain.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModeViewModelTest {

  private final Bench bench = new Bench();
  private final PracticeEngine live = new PracticeEngine(bench.time).live();
  private final List<Mode> went = new ArrayList<>();
  private final List<ModeViewModel.Waiting> asked = new ArrayList<>();
  private Optional<Mode> now = Optional.of(Mode.TEST);
  private final ModeViewModel model =
      new ModeViewModel(new Door(), bench.engine, bench.context.background());

  private final class Door implements EngineSwitch {
    @Override
    public Optional<String> dataFolder() {
      return Optional.empty();
    }

    @Override
    public Optional<duken.api.AdminApi> admin() {
      return Optional.empty();
    }

    @Override
    public boolean isFixed() {
      return false;
    }

    @Override
    public EngineApi reach(RemoteEngine engine) {
      throw new AssertionError("not another engine");
    }

    @Override
    public void use(RemoteEngine engine) {
      throw new AssertionError("not another engine");
    }

    @Override
    public Optional<Mode> mode() {
      return now;
    }

    @Override
    public EngineApi reach(Mode mode) {
      return live;
    }

    @Override
    public void switchTo(Mode mode) {
      live.state();
      went.add(mode);
    }
  }

  @Test
  void whatWaitsInBothModesIsSaidBeforeGoingOver() {
    bench.engine.till().createQr(new NewInvoiceJson("100", null, null, null), "a");
    live.till().createQr(new NewInvoiceJson("100", null, null, null), "a");
    live.till().createQr(new NewInvoiceJson("200", null, null, null), "b");
    model.consider(Mode.LIVE, asked::add);
    assertThat(asked).containsExactly(new ModeViewModel.Waiting(1, 2));
    assertThat(went).isEmpty();
    model.go(Mode.LIVE);
    assertThat(went).containsExactly(Mode.LIVE);
  }

  @Test
  void theModeOfNowIsNotAskedFor() {
    model.consider(Mode.TEST, asked::add);
    assertThat(asked).isEmpty();
  }

  @Test
  void aKeyThatDecidesLeavesNoChoice() {
    now = Optional.empty();
    model.consider(Mode.LIVE, asked::add);
    assertThat(asked).isEmpty();
  }

  @Test
  void anEngineThatDoesNotAnswerLeavesEverythingAsItIs() {
    live.away(true);
    model.consider(Mode.LIVE, asked::add);
    assertThat(asked).isEmpty();
    model.go(Mode.LIVE);
    assertThat(went).isEmpty();
    assertThat(model.troubleProperty().get()).isNotNull();
    assertThat(model.busyProperty().get()).isFalse();
  }
}
