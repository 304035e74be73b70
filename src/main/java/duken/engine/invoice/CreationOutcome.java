package duken.engine.invoice;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.engine.runtime.BusyDevice;
import duken.engine.sync.Opened;
import duken.engine.sync.Opened.Outcome;
import duken.engine.sync.SyncResult.Answer;
import duken.provider.PaymentProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What whoever creates an invoice is told of the bank's answer. */
final class CreationOutcome {

  private static final Set<DomainRefusal.Reason> SAYS_WHY =
      Set.of(DomainRefusal.Reason.PROVIDER_ERROR, DomainRefusal.Reason.PROVIDER_SESSION_INVALID);

  private CreationOutcome() {}

  static Invoice delivered(PaymentProvider provider, String device, Opened opened) {
    Invoice invoice = opened.invoice();
    return switch (opened.outcome()) {
      case OPEN -> invoice;
      case QUEUED -> {
        if (invoice.kind() == PaymentKind.PHONE) {
          yield invoice;
        }
        throw refusal(DomainRefusal.Reason.PROVIDER_TIMEOUT, invoice);
      }
      case REFUSED -> throw refused(provider, device, invoice);
      case SIGNED_OUT -> throw refusal(DomainRefusal.Reason.PROVIDER_SESSION_INVALID, invoice);
      case NOT_SENT ->
          throw refusal(
              invoice.kind() == PaymentKind.TERMINAL
                  ? DomainRefusal.Reason.TERMINAL_UNREACHABLE
                  : DomainRefusal.Reason.PROVIDER_TIMEOUT,
              invoice);
      case ABSENT, UNKNOWN, UNDECIDED ->
          throw refusal(DomainRefusal.Reason.PROVIDER_TIMEOUT, invoice);
    };
  }

  /** What the bank has against the sum or the phone is said at the field. */
  private static DomainRefusal refused(PaymentProvider provider, String device, Invoice invoice) {
    String message = invoice.bank().errorMessage();
    Complaint complaint = Complaint.of("bank.refused", message == null ? "" : message);
    return switch (String.valueOf(invoice.bank().errorCode())) {
      case "terminal_busy" -> BusyDevice.said(provider, invoice, device);
      case "amount_refused" -> DomainRefusal.field("amount", complaint);
      case "phone_refused" -> DomainRefusal.field("phone_number", complaint);
      default -> refusal(DomainRefusal.Reason.PROVIDER_ERROR, invoice);
    };
  }

  static DomainRefusal refusal(DomainRefusal.Reason reason, Invoice invoice) {
    Map<String, Object> extra = new HashMap<>();
    if (SAYS_WHY.contains(reason)) {
      extra.putAll(DomainRefusal.said(invoice.bank().errorCode(), invoice.bank().errorMessage()));
    }
    extra.put("invoice_id", invoice.id());
    extra.put("status", invoice.state().status().wire());
    return new DomainRefusal(reason, Map.of(), extra);
  }

  static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case OPEN, REFUSED, SIGNED_OUT, ABSENT -> Answer.SPOKE;
      case QUEUED, NOT_SENT, UNKNOWN, UNDECIDED -> Answer.SILENT;
    };
  }
}
