package duken.provider;

import java.time.Duration;

/**
 * How a provider wants to be asked.
 *
 * @param parallelCalls at most so many calls at once
 * @param firstQuestion how long after opening the first question makes sense
 * @param minInterval the shortest pause between two questions about one payment
 */
public record Pace(int parallelCalls, Duration firstQuestion, Duration minInterval) {}
