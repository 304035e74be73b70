package duken.paper;

import java.time.Instant;

/**
 * Something for a printer.
 *
 * @param slip what to print; null for the drawer alone
 * @param name of the file where there is no printer, without its end; letters and digits
 * @param kick whether the drawer opens
 * @param since when somebody wanted it
 */
record Printout(Slip slip, String name, PrinterChoice choice, boolean kick, Instant since) {}
