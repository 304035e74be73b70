package duken.store.jdbc.backup;

import duken.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of an H2 file that was opened once and holds as many rows in each table as the original. A
 * zip with the file {@code duken.mv.db} in it, to be unpacked in the data folder.
 *
 * @param user whom the copy is opened as
 * @param password of that user
 */
public record VerifiedCopy(DataSource database, String user, String password) {

  private static final Logger LOG = LoggerFactory.getLogger(VerifiedCopy.class);
  private static final String TABLES =
      "select table_name from information_schema.tables"
          + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'";

  /**
   * Makes it; one of the same name is replaced when the new one has proven well.
   *
   * @param folder is made when it is missing
   * @param name of the copy without ending, for example {@code before-update-of-175}
   * @return the zip
   * @throws StoreUnavailable when there is no such copy in the end: the disk is full, say
   */
  public Path make(Path folder, String name) {
    Path copy = folder.resolve(name + ".zip");
    Path beginning = folder.resolve(name + "-new.zip");
    try {
      Files.createDirectories(folder);
      SortedMap<String, Long> rows;
      try (Connection connection = database.getConnection()) {
        rows = rows(connection);
        try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
          backup.setString(1, beginning.toString());
          backup.execute();
        }
      }
      verify(beginning, folder.resolve("reading"), rows);
      Files.move(beginning, copy, StandardCopyOption.REPLACE_EXISTING);
      LOG.info("the database was copied to {} before its update", copy.getFileName());
      return copy;
    } catch (SQLException | IOException e) {
      throw new StoreUnavailable(
          "no copy of it can be made before its update, so nothing was changed; make room on the"
              + " disk or look at the folder "
              + folder,
          e);
    }
  }

  private void verify(Path zip, Path read, SortedMap<String, Long> rows)
      throws IOException, SQLException {
    Path file = read.resolveSibling(read.getFileName() + ".mv.db");
    try (InputStream packed = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(packed)) {
      if (entries.getNextEntry() == null) {
        throw new IOException("the copy is empty");
      }
      Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
      String url = "jdbc:h2:file:%s;access_mode_data=r;ifexists=true".formatted(read);
      try (Connection connection = DriverManager.getConnection(url, user, password)) {
        if (!rows(connection).equals(rows)) {
          throw new IOException("the copy holds other rows than the database");
        }
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static SortedMap<String, Long> rows(Connection connection) throws SQLException {
    SortedMap<String, Long> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet tables = statement.executeQuery(TABLES)) {
        while (tables.next()) {
          rows.put(tables.getString(1), 0L);
        }
      }
      for (String table : rows.keySet()) {
        String quoted = table.replace("\"", "\"\"");
        try (ResultSet count =
            statement.executeQuery("select count(*) from \"%s\"".formatted(quoted))) {
          count.next();
          rows.put(table, count.getLong(1));
        }
      }
    }
    return rows;
  }
}
