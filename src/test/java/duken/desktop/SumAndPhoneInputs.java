package duken.desktop;

import java.util.ArrayList;
import java.util.List;

/**
 * What people type and paste where a sum or a phone is asked for.
 *
 * @param text what comes from the keyboard or the clipboard
 * @param means the one value it has, as the engine is told it; null when it is to be refused
 * @param how from where such a text comes
 */
record SumAndPhoneInputs(String text, String means, How how) {

  /** From where a text comes. */
  enum How {
    TYPED,
    PASTED
  }

  private static final String CARD = "4400 4301 1234 5678";
  private static final String IDENTITY_NUMBER = "850412300123";

  /** For a field that takes a sum. */
  static List<SumAndPhoneInputs> sums() {
    List<SumAndPhoneInputs> all = new ArrayList<>();
    both(all, "15000", "15000.00");
    both(all, "15 000", "15000.00");
    both(all, "1 500,50", "1500.50");
    both(all, "1500.5", "1500.50");
    pasted(all, "15\u00a0000", "15000.00");
    pasted(all, "15\u202f000,00\u00a0₸", "15000.00");
    pasted(all, "15\u2009000 тг", "15000.00");
    pasted(all, "\u200e15\u00ad000\u202c\ufeff\n", "15000.00");
    for (String text :
        List.of(
            "15,000",
            "15.000",
            "15,000.50",
            "15.000,50",
            "1.500.000",
            "28.11.2026",
            "5.3.26",
            "5.3.6",
            "+77011234567",
            "8 701 123 45 67",
            CARD,
            IDENTITY_NUMBER)) {
      both(all, text, null);
    }
    for (String text :
        List.of("100\n200", "100\t200", "100\r\n200", "100; 200", "100, 200", "28/11/2026", "-5")) {
      pasted(all, text, null);
    }
    pasted(all, "1e5", null);
    pasted(all, "заказ 150", null);
    return all;
  }

  /** For a field that takes a phone. */
  static List<SumAndPhoneInputs> phones() {
    List<SumAndPhoneInputs> all = new ArrayList<>();
    for (String text :
        List.of(
            "+77011234567",
            "8 701 123 45 67",
            "77011234567",
            "7011234567",
            "+7 (701) 123-45-67",
            "8-701-123-45-67")) {
      both(all, text, "87011234567");
    }
    pasted(all, "\u202a+7\u00a0701\u2011123\u201145\u201167\u202c\n", "87011234567");
    pasted(all, "\ufeff8\u200b701\u00ad1234567", "87011234567");
    for (String text :
        List.of(
            "+79161234567",
            "+996700123456",
            "+1 (701) 123-45-67",
            "8 916 123 45 67",
            "28.11.2026 19:49",
            "07.11.2026 18:30",
            CARD,
            IDENTITY_NUMBER,
            "701231300123",
            "871231300123",
            "87011234567 87027654321",
            "15,000",
            "15 000")) {
      both(all, text, null);
    }
    pasted(all, "87011234567\n87027654321", null);
    pasted(all, "заказ 87011234567", null);
    pasted(all, "+7011234567", null);
    pasted(all, "1 500,50 ₸", null);
    return all;
  }

  private static void both(List<SumAndPhoneInputs> all, String text, String means) {
    all.add(new SumAndPhoneInputs(text, means, How.TYPED));
    pasted(all, text, means);
  }

  private static void pasted(List<SumAndPhoneInputs> all, String text, String means) {
    all.add(new SumAndPhoneInputs(text, means, How.PASTED));
  }

  @Override
  public String toString() {
    return how + " " + text.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
  }
}
