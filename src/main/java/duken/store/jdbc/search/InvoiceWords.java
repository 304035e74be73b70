package duken.store.jdbc.search;

import duken.domain.Invoice;
import duken.store.jdbc.row.InvoiceRows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Update;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Table {@code invoice_word}: what a search finds an invoice by. Every word of the description and
 * of the order number is there, so that its beginning finds it, and the order number backwards, so
 * that its last signs find it. Any part of any text would need to read all of them.
 */
public final class InvoiceWords {

  private static final String INSERT =
      "insert into invoice_word (tenant_id, mode, word, invoice_id, created_at)"
          + " values (:tenant, :mode, :word, :invoice, :createdAt)";

  /** What is longer is compared as a whole afterwards. */
  private static final int LONGEST = 32;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");

  /** The number in {@code order12345}: people look for it alone. */
  private static final Pattern NUMBER_AFTER_LETTERS = Pattern.compile("(?<=\\p{L})\\p{Nd}{3,}");

  private static final char OF_WORD = 'w';
  private static final char OF_END = 'e';
  private static final char OF_PAYMENT = 'p';

  private InvoiceWords() {}

  public static void insert(Handle handle, long id, Invoice invoice) {
    Set<String> words =
        of(invoice.terms().order().externalOrderId(), invoice.terms().order().description());
    if (words.isEmpty()) {
      return;
    }
    Update batch = handle.createUpdate(INSERT);
    for (String word : words) {
      bound(batch, id, invoice, bytes(word)).add();
    }
    batch.executeBatch();
  }

  /** The bank's own number of the payment, which becomes known while the invoice lives. */
  public static void insertPayment(Handle handle, long id, Invoice invoice) {
    bound(handle.createUpdate(INSERT), id, invoice, ofPayment(invoice.bank().details().paymentId()))
        .execute();
  }

  private static Update bound(Update update, long id, Invoice invoice, byte[] word) {
    return update
        .bind("tenant", invoice.tenantId())
        .bind("mode", invoice.mode())
        .bind("word", word)
        .bind("invoice", id)
        .bind("createdAt", invoice.revision().createdAt());
  }

  /** What is stored for the bank's number of a payment: found whole, letter by letter. */
  public static byte[] ofPayment(String paymentId) {
    return bytes(OF_PAYMENT + paymentId);
  }

  /** What is stored for these texts, either of which may be null. */
  public static Set<String> of(String orderId, String description) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : Arrays.asList(orderId, description)) {
      if (text == null) {
        continue;
      }
      String searchable = InvoiceRows.searchable(text);
      WORD.matcher(searchable).results().forEach(word -> words.add(word(word.group())));
      NUMBER_AFTER_LETTERS
          .matcher(searchable)
          .results()
          .forEach(number -> words.add(word(rest(searchable, number.start()))));
    }
    if (orderId != null && !orderId.isEmpty()) {
      words.add(end(InvoiceRows.searchable(orderId)));
    }
    return words;
  }

  /**
   * Where to look for a typed text.
   *
   * @param from the first word that may match, in bytes
   * @param until the first that may not any more
   * @param sure whether whatever lies between matches; else the whole text has to be compared
   */
  record Range(byte[] from, byte[] until, boolean sure) {}

  /** The ranges in any of which a match may lie; {@code text} is in lower case, not blank. */
  static List<Range> ranges(String text) {
    List<Range> ranges = new ArrayList<>();
    List<MatchResult> typed = WORD.matcher(text).results().toList();
    typed.stream()
        .max((a, b) -> Integer.compare(telling(a.group()), telling(b.group())))
        .ifPresent(
            best -> {
              String word = best.group();
              boolean open = best.end() == text.length() || word.length() >= LONGEST;
              boolean sure = word.length() == text.length() && word.length() <= LONGEST;
              ranges.add(range(word(word), open, sure));
            });
    if (text.length() > 1) {
      ranges.add(range(end(text), true, text.length() <= LONGEST));
    }
    return ranges;
  }

  /** How few invoices a word may be expected to find: numbers tell more than words. */
  private static int telling(String word) {
    return word.length() + (word.chars().anyMatch(Character::isDigit) ? LONGEST : 0);
  }

  private static Range range(String word, boolean open, boolean sure) {
    byte[] from = bytes(word);
    byte[] until = Arrays.copyOf(from, from.length + 1);
    // Neither byte begins or ends a letter in UTF-8.
    until[from.length] = open ? (byte) 0xff : 0;
    return new Range(from, until, sure);
  }

  private static String rest(String text, int start) {
    var word = WORD.matcher(text).region(start, text.length());
    return word.lookingAt() ? word.group() : "";
  }

  private static String word(String text) {
    return OF_WORD + cut(text);
  }

  private static String end(String text) {
    return OF_END + cut(InvoiceRows.reversed(text));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  public static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }
}
