package duken.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.paper.PrinterPlace.Kind;
import duken.paper.PrinterPlace.Network;
import duken.paper.PrinterPlace.Serial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterPlaceTest {

  @Test
  void whatIsNotTypedIsWhatIsUsual() throws Exception {
    assertThat(PrinterPlace.parse(Kind.NETWORK, " 192.168.1.60 "))
        .isEqualTo(new Network("192.168.1.60", 9100));
    assertThat(PrinterPlace.parse(Kind.NETWORK, "printer.local:9101"))
        .isEqualTo(new Network("printer.local", 9101));
    assertThat(PrinterPlace.parse(Kind.SERIAL, "COM3")).isEqualTo(new Serial("COM3", 9600));
    assertThat(PrinterPlace.parse(Kind.SERIAL, "/dev/ttyUSB0@19200"))
        .isEqualTo(new Serial("/dev/ttyUSB0", 19_200));
  }

  @ParameterizedTest
  @CsvSource({
    "NETWORK,''",
    "NETWORK,a b",
    "NETWORK,host:0",
    "NETWORK,host:70000",
    "NETWORK,http://host",
    "DEVICE,lp0",
    "FOLDER,slips",
    "SERIAL,COM3@fast",
    "QUEUE,'  '"
  })
  void whatNamesNoPlaceIsRefused(Kind kind, String typed) {
    assertThatThrownBy(() -> PrinterPlace.parse(kind, typed))
        .isInstanceOf(PrinterPlace.Unreadable.class);
  }
}
