package duken.desktop.shell;

import duken.api.EngineApi;
import duken.desktop.customer.CustomerShow;
import duken.desktop.kit.Theme;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.Heartbeat;
import duken.desktop.text.Texts;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;

/**
 * Everything a screen is given.
 *
 * @param engine call it through {@code background} only
 * @param background where waiting is done
 * @param feed what the engine tells by itself: its state, sales that changed
 * @param texts the words
 * @param theme light or dark; set it to change
 * @param counter how this counter is set up; set it to change
 * @param customer what the customer is to see; the till sets it
 * @param preferences what this PC remembers
 * @param engineSwitch leads to another engine
 * @param navigator the window around the screen
 * @param moments times on the shop's clock
 * @param heartbeat beats for countdowns
 * @param nanoTime a monotonic clock in nanoseconds
 * @param thisComputer what the program knows of itself and can change on this computer
 */
public record DeskContext(
    EngineApi engine,
    Background background,
    EngineFeed feed,
    Texts texts,
    ObjectProperty<Theme> theme,
    ObjectProperty<Counter> counter,
    ObjectProperty<CustomerShow> customer,
    DeskPreferences preferences,
    EngineSwitch engineSwitch,
    Navigator navigator,
    Moments moments,
    Heartbeat heartbeat,
    LongSupplier nanoTime,
    ThisComputer thisComputer) {}
