package duken.houserules.bad.desktop.util;

/** A vague name in a vague room. */
record ScreenUtils(String text) {}
