package duken.houserules.bad.app;

/** Known by everybody, which is wrong. */
public record Wiring() {}
