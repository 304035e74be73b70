package duken.houserules.bad.security;

import ch.qos.logback.classic.Level;
import com.github.anastaciocintra.escpos.EscPos;
import com.github.javakeyring.Keyring;
import com.google.zxing.common.BitMatrix;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.sql.Connection;
import javafx.util.Duration;
import javax.print.PrintService;
import okhttp3.OkHttpClient;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dhatim.fastexcel.Workbook;
import org.eclipse.jetty.server.Server;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Keeps libraries of other rooms. */
record Hoarder(
    Level level,
    Keyring keyring,
    BitMatrix bits,
    CsvWriter csv,
    PDDocument pdf,
    EscPos printer,
    PrintService service,
    Workbook book,
    Server server,
    Connection connection,
    Duration duration,
    OkHttpClient client,
    SLF4JBridgeHandler bridge,
    CommandLine commandLine,
    JsonMapper mapper) {}
