/**
 * What screens are built from.
 *
 * <ul>
 *   <li>{@link duken.desktop.kit.FxThread}, {@link duken.desktop.kit.Background}: a button goes
 *       view-model → {@code background.ask(() -> engine.…, done, failed)}; both ends on the JavaFX
 *       thread. In tests: {@code new Background(Runnable::run, Runnable::run)}.
 *   <li>{@link duken.desktop.kit.KeyButton} with {@link duken.desktop.kit.Hotkeys}: a button shows
 *       its key and the shell makes the key press it. Style classes: {@code primary}, {@code
 *       danger}, {@code quiet}.
 *   <li>{@link duken.desktop.kit.SaleState} and {@link duken.desktop.kit.StatusBadge}: a sale as
 *       icon, word and {@link duken.desktop.kit.Tone}.
 *   <li>{@link duken.desktop.kit.Sums}, {@link duken.desktop.kit.Phones}, {@link
 *       duken.desktop.kit.Moments}, {@link duken.desktop.kit.Countdown}: how things are written.
 *   <li>{@link duken.desktop.kit.Sheet} instead of a dialog, {@link duken.desktop.kit.EmptyState}
 *       for an empty list, {@link duken.desktop.kit.Banner} for a calm line. Toasts and sheets are
 *       shown through {@code DeskContext.navigator()}.
 * </ul>
 *
 * <p>Style classes worth knowing (duken.css): {@code card}, {@code card-title}, {@code
 * field-label}, {@code big-field}, {@code muted}, {@code screen} (a screen's outer box), {@code
 * tone-…}. Colours only by role: {@code -duken-ground}, {@code -duken-card}, {@code
 * -color-fg-default}, {@code -color-fg-muted}, {@code -color-accent-emphasis}, {@code
 * -color-success-fg}, …
 */
package duken.desktop.kit;
