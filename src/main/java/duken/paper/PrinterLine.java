package duken.paper;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A line to a receipt printer that is open. Closing it from another thread ends what blocks. */
interface PrinterLine extends Closeable {

  /** Sends commands; comes back when the printer, or its system, has taken all of them. */
  void send(byte[] commands) throws IOException;

  /** Answers one byte to a question; -1 when this line or this printer answers none. */
  default int ask(byte[] question) throws IOException {
    return -1;
  }

  /** Everything was sent: sees it out, where closing could take it back. */
  default void finish() throws IOException {}

  /**
   * Opens a line.
   *
   * @throws PrinterTrouble.Problem when there is nothing to open
   */
  static PrinterLine open(PrinterPlace place) throws PrinterTrouble.Problem {
    try {
      return switch (place) {
        case PrinterPlace.Network(String host, int port) -> new Net(host, port);
        case PrinterPlace.Device(Path file) -> new File(file);
        case PrinterPlace.Serial(String port, int baud) -> new Wire(port, baud);
        case PrinterPlace.Queue _,
            PrinterPlace.Pages _,
            PrinterPlace.Folder _,
            PrinterPlace.None _ ->
            throw new IllegalArgumentException("no line leads to " + place);
      };
    } catch (AccessDeniedException e) {
      throw new PrinterTrouble.Problem(PrinterTrouble.NOT_ALLOWED, e);
    } catch (IOException e) {
      throw new PrinterTrouble.Problem(PrinterTrouble.NOT_THERE, e);
    }
  }

  /** By TCP, as printers with a socket for the network listen. */
  final class Net implements PrinterLine {

    private static final int CONNECT_MS = 4_000;
    private static final int ANSWER_MS = 600;
    private static final int MOST_TALK = 4096;
    private static final int BUFFER = 8192;

    private final Socket socket = new Socket();

    private Net(String host, int port) throws IOException {
      InetSocketAddress address = new InetSocketAddress(host, port);
      if (address.isUnresolved()) {
        throw new UnknownHostException();
      }
      try {
        // Small, so that what was sent is nearly what was taken.
        socket.setSendBufferSize(BUFFER);
        socket.connect(address, CONNECT_MS);
        socket.setSoTimeout(ANSWER_MS);
        socket.setTcpNoDelay(true);
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    @Override
    public void send(byte[] commands) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(commands);
      out.flush();
    }

    @Override
    public int ask(byte[] question) throws IOException {
      send(question);
      try {
        InputStream in = socket.getInputStream();
        return in.read();
      } catch (SocketTimeoutException _) {
        return -1;
      }
    }

    /** A printer that has said something nobody read would lose what it has not read itself. */
    @Override
    public void finish() throws IOException {
      socket.shutdownOutput();
      try {
        socket.getInputStream().skipNBytes(MOST_TALK);
      } catch (SocketTimeoutException | EOFException _) {
        // It has nothing more to say.
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** A device file that the system's driver reads. */
  final class File implements PrinterLine {

    private final FileChannel channel;

    private File(Path file) throws IOException {
      if (Files.isDirectory(file)) {
        throw new NoSuchFileException(null);
      }
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    @Override
    public void send(byte[] commands) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(commands);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** A serial port; its speed is the printer's, eight bits, one stop bit, no parity. */
  final class Wire implements PrinterLine {

    private static final int BITS = 8;
    private static final int PATIENCE_MS = 10_000;
    private static final int ANSWER_MS = 600;

    private final SerialPort port;

    private Wire(String name, int baud) throws IOException {
      try {
        port = SerialPort.getCommPort(name);
      } catch (SerialPortInvalidPortException e) {
        throw new IOException(e);
      }
      port.setComPortParameters(baud, BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setFlowControl(
          SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED);
      port.setComPortTimeouts(
          SerialPort.TIMEOUT_READ_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING,
          ANSWER_MS,
          PATIENCE_MS);
      if (!port.openPort()) {
        throw new IOException("error " + port.getLastErrorCode());
      }
    }

    @Override
    public void send(byte[] commands) throws IOException {
      int sent = port.writeBytes(commands, commands.length);
      if (sent < commands.length) {
        throw new IOException("taken: " + sent);
      }
    }

    @Override
    public int ask(byte[] question) throws IOException {
      send(question);
      byte[] answer = new byte[1];
      return port.readBytes(answer, 1) == 1 ? answer[0] & 0xff : -1;
    }

    @Override
    public void close() {
      port.closePort();
    }
  }
}
