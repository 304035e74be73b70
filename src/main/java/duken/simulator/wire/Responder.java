package duken.simulator.wire;

/** Answers requests; called on a virtual thread of the connection, and may take its time. */
@FunctionalInterface
public interface Responder {

  Sending respond(Request request);
}
