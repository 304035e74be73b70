/** HTTP/1.1 on a plain socket: what came in, byte for byte, and every way not to answer. */
package duken.simulator.wire;
