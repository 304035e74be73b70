/** Sums, phones, times and numbers as people here write them. */
package duken.desktop.kit.format;
