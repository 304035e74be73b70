package duken.desktop.history;

import duken.desktop.kit.Tone;
import java.time.Instant;

/**
 * One line of an invoice's life, ready for words.
 *
 * @param textKey what to say
 * @param tone how it feels to the cashier
 * @param at UTC
 */
public record LifeLine(String textKey, Tone tone, Instant at) {}
