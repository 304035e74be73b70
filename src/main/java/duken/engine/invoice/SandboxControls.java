package duken.engine.invoice;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.engine.poll.PaymentPoller;
import duken.engine.runtime.Caller;
import duken.engine.runtime.InvoiceLookup;
import duken.provider.SandboxCustomer;
import duken.provider.SandboxCustomer.Action;
import duken.provider.SandboxCustomer.SandboxFault;
import duken.store.Store;
import java.util.Arrays;
import java.util.Optional;

/** The customer's phone and the practice bank's moods, for the window and the pay page. */
public final class SandboxControls {

  private final Store store;
  private final SandboxCustomer phone;
  private final PaymentPoller poller;

  public SandboxControls(Store store, SandboxCustomer phone, PaymentPoller poller) {
    this.store = store;
    this.phone = phone;
    this.poller = poller;
  }

  /**
   * Does what a cashier wants to see.
   *
   * @param word {@code scan}, {@code confirm}, {@code pay}, {@code decline}, {@code leave}, {@code
   *     expire}, {@code fail}, {@code pay_late}, {@code silence}, {@code speak}, {@code
   *     lose_next_answer} or {@code refuse_next_refund}
   * @throws DomainRefusal NOT_FOUND, NOT_SANDBOX, VALIDATION on {@code action}, INVALID_TRANSITION
   *     when the payment does not allow it any more
   */
  public void act(Caller caller, long invoiceId, String word) {
    act(InvoiceLookup.find(store, caller.scope(), invoiceId), word);
  }

  /**
   * Practice money that no invoice asked for.
   *
   * @throws DomainRefusal NOT_SANDBOX
   */
  public void payWithoutInvoice(Caller caller, Money amount) {
    if (!caller.mode().isSandbox()) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_SANDBOX);
    }
    phone.payWithoutInvoice(caller.tenantId(), amount);
  }

  /**
   * The same for the pay page, which knows its invoice already.
   *
   * @throws DomainRefusal NOT_SANDBOX, VALIDATION on {@code action}, INVALID_TRANSITION
   */
  public void act(Invoice invoice, String word) {
    if (!invoice.mode().isSandbox()) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_SANDBOX);
    }
    Optional<Action> action =
        Arrays.stream(Action.values()).filter(it -> it.wire().equals(word)).findFirst();
    Optional<SandboxFault> mood =
        Arrays.stream(SandboxFault.values()).filter(it -> it.wire().equals(word)).findFirst();
    if (action.isPresent()) {
      act(invoice, action.get());
    } else if (mood.isPresent()) {
      phone.behave(invoice.tenantId(), mood.get());
      poller.hurry(invoice.tenantId());
    } else {
      throw DomainRefusal.field("action", Complaint.of("choice"));
    }
  }

  private void act(Invoice invoice, Action action) {
    if (action == Action.PAY_LATE && invoice.state().status().isOpen()) {
      // Late means after the bank had said no, and after that was settled.
      phone.act(invoice.id(), Action.EXPIRE);
      poller.askNow(invoice);
    }
    if (phone.act(invoice.id(), action).isEmpty()) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
  }
}
