/**
 * The cashier's window. It knows the engine through {@link duken.api.EngineApi} only. Every screen
 * has a package of its own; {@code kit} holds what they are built from, {@code text} the words,
 * {@code shell} the window around them. {@link duken.desktop.DeskScreens} lists the screens.
 */
package duken.desktop;
