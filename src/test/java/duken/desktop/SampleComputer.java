package duken.desktop;

import duken.desktop.customer.Displays;
import duken.desktop.shell.CounterDevices;
import duken.desktop.shell.ThisComputer;
import duken.desktop.sound.SaleSound;
import duken.desktop.text.Language;
import duken.desktop.updates.Release;
import duken.desktop.updates.Updates;
import duken.domain.Money;
import duken.paper.PrintQueue;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Rectangle2D;

/** A computer with the program installed, whose switches can be looked at. */
public final class SampleComputer implements ThisComputer, Updates {

  /** A version with something new. */
  static final Release RELEASE =
      new Release(
          "0.2.0",
          URI.create("https://duken.example/download"),
          Map.of(
              Language.RU,
              List.of("чек можно напечатать ещё раз", "возврат по QR быстрее"),
              Language.KK,
              List.of("түбіртекті қайта басып шығаруға болады", "QR бойынша қайтару жылдамырақ"),
              Language.EN,
              List.of("a receipt can be printed again", "refunds by QR are faster")));

  final ReadOnlyObjectWrapper<Release> release = new ReadOnlyObjectWrapper<>();

  /** Prints nothing until a desk has a printer. */
  public final PrintQueue printing = new PrintQueue(Instant::now);

  boolean asks = true;
  boolean startsAtLogin;
  boolean firstStart;
  Instant outside;

  /** What was heard, {@code paid 15000.00 ru 80}. */
  public final List<String> heard = new ArrayList<>();

  /** The monitor turned to the customer; nothing is plugged in when this is empty. */
  public final List<Displays.Display> monitors = new ArrayList<>();

  private final List<InvalidationListener> plugged = new ArrayList<>();

  @Override
  public SaleSound sound() {
    return new SaleSound() {
      @Override
      public void paid(Money sum, Language language, int volume) {
        heard.add("paid " + sum.toWire() + " " + language.tag() + " " + volume);
      }

      @Override
      public void failed(int volume) {
        heard.add("failed " + volume);
      }
    };
  }

  @Override
  public Displays displays() {
    return new Displays() {
      @Override
      public List<Display> others() {
        return List.copyOf(monitors);
      }

      @Override
      public void onChange(InvalidationListener listener) {
        plugged.add(listener);
      }
    };
  }

  /** Plugs a monitor of this size and place in; null pulls all out. */
  public void plug(Rectangle2D bounds) {
    monitors.clear();
    if (bounds != null) {
      monitors.add(Displays.of(bounds));
    }
    List.copyOf(plugged).forEach(listener -> listener.invalidated(null));
  }

  @Override
  public Program program() {
    return new Program("0.1.0", "d4b66ec0f1a2", "26.0.2", "H2 2.4.240, PostgreSQL 42.7.14");
  }

  @Override
  public Updates updates() {
    return this;
  }

  @Override
  public Optional<PrintQueue> printing() {
    return Optional.of(printing);
  }

  @Override
  public Optional<LoginStart> loginStart() {
    return Optional.of(
        new LoginStart() {
          @Override
          public boolean isOn() {
            return startsAtLogin;
          }

          @Override
          public void turn(boolean on) {
            startsAtLogin = on;
          }
        });
  }

  @Override
  public CounterDevices devices() {
    return new CounterDevices() {
      @Override
      public List<String> screens() {
        return List.of("1366×768", "1024×768");
      }

      @Override
      public boolean playSound() {
        return true;
      }

      @Override
      public List<String> printers() {
        return List.of("XPrinter XP-80");
      }

      @Override
      public Optional<Instant> timeOutside() {
        return Optional.ofNullable(outside);
      }
    };
  }

  @Override
  public boolean isFirstStart() {
    return firstStart;
  }

  @Override
  public void firstStartIsOver() {
    firstStart = false;
  }

  @Override
  public ReadOnlyObjectProperty<Release> releaseProperty() {
    return release.getReadOnlyProperty();
  }

  @Override
  public void later(Release putOff) {
    release.set(null);
  }

  @Override
  public boolean isOn() {
    return asks;
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public void turn(boolean on) {
    asks = on;
  }
}
