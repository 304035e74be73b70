/** The shop's goods in the window: list, editor, scales, lists from files and to files. */
package duken.desktop.goods;
