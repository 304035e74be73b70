package duken.simulator.smartpos;

import java.util.LinkedHashMap;
import java.util.Map;

/** The terminal's answers as the sheet shows them (sections 5, 7 and 16). */
final class TerminalAnswers {

  private TerminalAnswers() {}

  /** Done, with these facts. */
  static Map<String, Object> done(Map<String, Object> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("statusCode", 0);
    body.put("data", data);
    return body;
  }

  static Map<String, Object> refused(int code, String text, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("statusCode", code);
    body.put("errorText", text);
    if (message != null) {
      body.put("data", Map.of("message", message));
    }
    return body;
  }

  /** An operation as {@code status} shows it. */
  static Map<String, Object> operation(TerminalOperation it, TerminalMoods moods) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("processId", it.processId());
    data.put("status", it.word().status());
    data.put("subStatus", it.word().step());
    if (it.word().message() != null) {
      data.put("message", it.word().message());
    }
    if (it.isDone()) {
      if (!moods.is("transaction", "none")) {
        data.put("transactionId", it.transaction());
      }
      data.put("addInfo", Map.of("IsOffer", false, "ProductType", "Gold", "LoanTerm", 0));
      if (!moods.is("cheque", "none")) {
        data.put("chequeInfo", slip(it, moods));
      }
      if (moods.is("method", "data")) {
        data.put("method", it.method());
        data.put("amount", amount(it, moods));
      }
      if (moods.is("extra", "yes")) {
        data.put("somethingNew", Map.of("deep", 1));
      }
    }
    return data;
  }

  private static Map<String, Object> slip(TerminalOperation it, TerminalMoods moods) {
    Map<String, Object> slip = new LinkedHashMap<>();
    slip.put("storeName", "Дүкен");
    slip.put("terminalId", "30000001");
    slip.put("date", "01.03.26 10:20:05");
    slip.put("type", it.refund() ? "refund" : "payment");
    if (!moods.is("method", "data")) {
      slip.put("method", it.method());
      if (!moods.is("amount", "none")) {
        slip.put("amount", amount(it, moods));
      }
    }
    if (it.method().equals("card")) {
      slip.put("cardMask", "440043******0042");
      slip.put("icc", "Visa Debit");
      slip.put("rrn", it.transaction());
      slip.put("authorizationCode", "000042");
      slip.put("hostResponseCode", "000");
    } else {
      slip.put("orderNumber", it.transaction());
    }
    slip.put("status", "Покупка с Kaspi Gold. Одобрено");
    return slip;
  }

  private static String amount(TerminalOperation it, TerminalMoods moods) {
    long sum = moods.is("amount", "other") ? it.amount() + 1 : it.amount();
    String digits = String.format(java.util.Locale.ROOT, "%,d", sum).replace(',', ' ');
    return (it.refund() ? "- " : "") + digits + " ₸";
  }
}
