package duken.domain.barcode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a scanner sent, or a person typed below the bars. There is no other reader. */
public final class BarcodeParser {

  /** ISO/IEC 15424: which bars it were. */
  private static final Pattern SYMBOLOGY =
      Pattern.compile("](?<kind>[A-Za-z][0-9A-Za-z])(.*)", Pattern.DOTALL);

  /** Those whose content is application identifiers. */
  private static final Set<String> GS1_KINDS = Set.of("C1", "d2", "e0", "e1", "e2", "Q3", "J1");

  private static final Set<Integer> GTIN_LENGTHS = Set.of(8, 12, 13, 14);

  /** {@code 01} and a GTIN-14, before anything else. */
  private static final int SHORTEST_GS1 = 16;

  private final ScaleLayout scales;

  /**
   * @param scales how the shop's scales fill their labels, or null when it has none
   */
  public BarcodeParser(ScaleLayout scales) {
    this.scales = scales;
  }

  /** What this says. Whatever it is, it says something: a text of the shop's own at worst. */
  public Barcode parse(String scanned) {
    String text = cleaned(scanned);
    Barcode said = read(text);
    return said instanceof Barcode.Text
        ? KeyboardLayout.restored(text).map(this::read).orElse(said)
        : said;
  }

  /**
   * Everything an item may be kept as that this code means, the likeliest first. A code that came
   * through another keyboard layout may really be kept as it came.
   */
  public List<String> keys(String scanned) {
    SequencedSet<String> keys = new LinkedHashSet<>();
    String text = cleaned(scanned);
    if (read(text) instanceof Barcode.Text(String own) && !own.isEmpty()) {
      keys.add(own);
    }
    keys.addAll(parse(scanned).keys());
    return List.copyOf(keys);
  }

  private Barcode read(String text) {
    Matcher symbology = SYMBOLOGY.matcher(text);
    if (symbology.matches()) {
      String content = cleaned(symbology.group(2));
      return GS1_KINDS.contains(symbology.group("kind"))
          ? Gs1Elements.plain(content).<Barcode>map(code -> code).orElseGet(() -> bare(content))
          : bare(content);
    }
    return bare(text);
  }

  private Barcode bare(String text) {
    if (CheckDigit.isDigits(text)) {
      Optional<Barcode> weighed = Optional.ofNullable(scales).flatMap(layout -> layout.read(text));
      if (weighed.isPresent()) {
        return weighed.get();
      }
      if (GTIN_LENGTHS.contains(text.length()) && CheckDigit.isRight(text)) {
        return new Barcode.Gtin(text);
      }
    }
    Optional<Barcode.Gs1> gs1 = Optional.empty();
    if (text.startsWith("(")) {
      gs1 = Gs1Elements.inBrackets(text);
    } else if ((text.startsWith("01") && text.length() >= SHORTEST_GS1)
        || text.indexOf(Gs1Elements.GS) >= 0) {
      gs1 = Gs1Elements.plain(text);
    }
    return gs1.<Barcode>map(code -> code).orElseGet(() -> new Barcode.Text(text));
  }

  /** Without blanks around it; FNC1 in front only says what kind it is. */
  private static String cleaned(String scanned) {
    String text = scanned.strip();
    while (!text.isEmpty() && text.charAt(0) < ' ') {
      text = text.substring(1);
    }
    return text.strip();
  }
}
