package duken.engine.runtime;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.provider.PaymentProvider;
import duken.provider.SingleDevice.Occupant;
import java.util.Map;
import java.util.Optional;

/** The refusal of work for a device that is not free. */
public final class BusyDevice {

  private BusyDevice() {}

  /**
   * Who holds a shop's device with an operation of ours.
   *
   * @param device its name, or null for the shop's first
   * @return empty when the device is free, as far as we know, or the provider has none
   */
  public static Optional<DomainRefusal> held(
      PaymentProvider provider, long tenantId, String device) {
    return provider.device().flatMap(it -> it.occupant(tenantId, device)).map(BusyDevice::by);
  }

  /** The same once the device itself has said that it is busy; with us, or with somebody else. */
  public static DomainRefusal said(PaymentProvider provider, Invoice invoice, String device) {
    return held(provider, invoice.tenantId(), device)
        .orElseGet(
            () ->
                new DomainRefusal(
                    DomainRefusal.Reason.TERMINAL_BUSY,
                    Map.of(),
                    Map.of("invoice_id", invoice.id(), "status", invoice.state().status().wire())));
  }

  private static DomainRefusal by(Occupant occupant) {
    return new DomainRefusal(
        DomainRefusal.Reason.TERMINAL_BUSY,
        Map.of(),
        Map.of("invoice_id", occupant.invoiceId(), "amount", occupant.amount()));
  }
}
