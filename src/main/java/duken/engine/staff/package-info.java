/** Who is at the counter: PINs, what needs one, and in whose name the engine acts. */
package duken.engine.staff;
