/**
 * The window around the screens.
 *
 * <p>To add a screen:
 *
 * <ol>
 *   <li>Make a package {@code desktop.yours} with a view-model (no control in it; it gets the
 *       {@link duken.desktop.shell.DeskContext} or parts of it) and a view that implements {@link
 *       duken.desktop.shell.Screen}. In {@code shown()} subscribe to {@code context.feed()} and
 *       load; in {@code hidden()} unsubscribe. Keep the view-model: the screen is made once.
 *   <li>Put its words into {@code src/main/resources/duken/desktop/text/yours_ru.properties},
 *       {@code _kk}, {@code _en} and add {@code "yours"} to {@link
 *       duken.desktop.text.Texts#SCREENS}.
 *   <li>Add a {@link duken.desktop.shell.Destination} to {@code duken.desktop.DeskScreens}. Keys:
 *       F1 till, F2 history, F8 anomalies, F9 settings; F6 and F7 are language and theme; F3, F4,
 *       F5 belong to the till. The ids {@code history}, {@code anomalies} and {@code settings} are
 *       known to the shell: their notices lead there.
 * </ol>
 *
 * <p>Steps inside a screen (a refund, a new key) are a {@link duken.desktop.kit.Sheet} opened
 * through {@code context.navigator().open(sheet)}; what happened is said by {@code
 * navigator().say(message)}. A view's keys go into its {@link duken.desktop.kit.Hotkeys}; while a
 * text field has the focus it keeps the letters, and function keys, Enter, Esc, Alt and Ctrl still
 * reach the hotkeys.
 */
package duken.desktop.shell;
