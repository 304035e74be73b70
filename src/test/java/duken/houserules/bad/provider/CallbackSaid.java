package duken.houserules.bad.provider;

/** What a callback said. */
public record CallbackSaid(String word) {}
