/**
 * The settings in two panes: sections on the left, one of them on the right. Each section is a
 * view-model and a pane of its own.
 */
package duken.desktop.settings;
