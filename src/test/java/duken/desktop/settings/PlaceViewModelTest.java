package duken.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import duken.desktop.Bench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceViewModelTest {

  private final Bench bench = new Bench();
  private final PlaceViewModel model = new PlaceViewModel(bench.engine, bench.context.background());
  private final List<String> said = new ArrayList<>();

  private void save() {
    model.save(() -> said.add("saved"), e -> said.add("failed"));
  }

  private String known() {
    BankJson.Status status = bench.engine.bank().status();
    return status.place().latitude() + " " + status.place().longitude();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "43.238949, 76.889709",
        "43.238949 76.889709",
        " (43.238949,76.889709) ",
        "43,238949; 76,889709",
        "43.238949\t76.889709"
      })
  void aPairFromAMapFillsBothFields(String pasted) {
    model.longitude().set(pasted);
    assertThat(model.latitude().get()).isEqualTo("43.238949");
    assertThat(model.longitude().get()).isEqualTo("76.889709");
    save();
    assertThat(known()).isEqualTo("43.238949 76.889709");
    assertThat(said).containsExactly("saved");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',      76.8,   settings.place.both,         ''
          43.2,    '',     '',                          settings.place.both
          91,      76.8,   settings.place.latitude.far, ''
          43.2,    181,    '',                          settings.place.longitude.far
          north,   76.8,   settings.place.invalid,      ''
          """)
  void whatIsNoPlaceIsSaidAtItsField(String north, String east, String wrong, String wrongToo) {
    model.latitude().set(north);
    model.longitude().set(east);
    save();
    assertThat(text(model.wrongLatitude().get())).isEqualTo(wrong);
    assertThat(text(model.wrongLongitude().get())).isEqualTo(wrongToo);
    assertThat(said).isEmpty();
    assertThat(known()).isEqualTo("null null");
  }

  @Test
  void emptyFieldsForgetThePlace() {
    model.latitude().set("43.2, 76.8");
    save();
    model.latitude().set("");
    model.longitude().set(" ");
    save();
    assertThat(known()).isEqualTo("null null");
    assertThat(model.isUntouched()).isTrue();
  }

  @Test
  void moreDigitsThanABankTakesAreRounded() {
    model.latitude().set("43.23894949999, 76,8");
    save();
    assertThat(known()).isEqualTo("43.238949 76.8");
  }

  @Test
  void whatIsBeingTypedStaysWhenTheEngineTellsItsState() {
    model.latitude().set("43.5");
    bench.engine.bank().place(new BankJson.Place("1", "2"));
    model.told(bench.engine.bank().status());
    assertThat(model.latitude().get()).isEqualTo("43.5");
    assertThat(model.isUntouched()).isFalse();
  }

  private static String text(String word) {
    return word == null ? "" : word;
  }
}
