package duken.engine.reconcile;

import duken.store.reconcile.BankDecision;
import duken.store.reconcile.OwnSide;
import java.util.List;

/**
 * What we know of a stretch of time.
 *
 * @param named sales whose operations stand in lines
 * @param paid sales paid in it
 * @param refunded refunds completed in it and around it
 * @param odd anomalies found since it began
 * @param decisions what was said before, oldest first
 */
record OwnBooks(
    List<OwnSide.Named> named,
    List<OwnSide.Paid> paid,
    List<OwnSide.Refunded> refunded,
    List<OwnSide.Odd> odd,
    List<BankDecision> decisions) {}
