package duken.gateway.server;

import duken.gateway.guard.BodyKind;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * What a client sends after its head, read by the thread that answers, within limits: so many
 * bytes, and so much time as a client needs that sends {@link #SLOWEST} bytes a second. Every
 * refusal is a {@link HttpRefusal}.
 */
final class RequestBody extends InputStream {

  /** Slower clients run out of time, in bytes a second. */
  private static final long SLOWEST = 16L * 1024;

  private final Request request;
  private final BodyKind kind;
  private final long patienceNanos;
  private final Semaphore arrived = new Semaphore(0);
  private long received;
  private Content.Chunk chunk;
  private boolean abandoned;
  private boolean broken;
  private boolean draining;

  /**
   * @param patience how long any request may take to arrive
   */
  RequestBody(Request request, BodyKind kind, Duration patience) {
    this.request = request;
    this.kind = kind;
    this.patienceNanos = patience.toNanos();
  }

  /** When the request has to be here with what it sent so far, in {@link System#nanoTime()}. */
  long deadline() {
    return request.getBeginNanoTime()
        + patienceNanos
        + received * TimeUnit.SECONDS.toNanos(1) / SLOWEST;
  }

  /** Whether nothing more can be read that makes sense. */
  boolean isBroken() {
    return broken;
  }

  /** Whether the server still waits for bytes that nobody wants any more. */
  boolean isAbandoned() {
    return abandoned;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  /**
   * Reads what is there, and waits when nothing is.
   *
   * @throws HttpRefusal REQUEST_TIMEOUT, BAD_REQUEST, PAYLOAD_TOO_LARGE, FILE_TOO_LARGE
   */
  @Override
  public int read(byte[] into, int from, int length) {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (chunk == null || !chunk.hasRemaining()) {
      if (chunk != null && chunk.isLast()) {
        return -1;
      }
      next();
    }
    ByteBuffer bytes = chunk.getByteBuffer();
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, from, count);
    if (!bytes.hasRemaining()) {
      consumed();
    }
    return count;
  }

  /** Reads on and drops what comes, at most so many bytes, until the client ends or is too slow. */
  void drain(long most) {
    draining = true;
    byte[] dropped = new byte[8192];
    try {
      for (long count = 0; count < most; ) {
        int read = read(dropped, 0, dropped.length);
        if (read < 0) {
          return;
        }
        count += read;
      }
    } catch (HttpRefusal _) {
      // The client has gone or waits for us, which is as good.
    }
  }

  @Override
  public void close() {
    if (chunk != null) {
      consumed();
    }
  }

  private void next() {
    Content.Chunk read = request.read();
    while (read == null) {
      await();
      read = request.read();
    }
    if (Content.Chunk.isFailure(read)) {
      broken = true;
      boolean timedOut = read.getFailure() instanceof TimeoutException;
      throw HttpRefusal.because(timedOut ? Problem.REQUEST_TIMEOUT : Problem.BAD_REQUEST);
    }
    received += draining ? 0 : read.remaining();
    chunk = read;
    if (received > kind.largest() && !draining) {
      throw HttpRefusal.because(kind.tooLarge());
    }
    if (System.nanoTime() - deadline() > 0) {
      broken = true;
      throw HttpRefusal.because(Problem.REQUEST_TIMEOUT);
    }
  }

  private void await() {
    request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, arrived::release));
    try {
      if (!arrived.tryAcquire(deadline() - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        abandoned = true;
        broken = true;
        throw HttpRefusal.because(Problem.REQUEST_TIMEOUT);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("somebody interrupted a request's thread", e);
    }
  }

  /** Keeps what says whether more comes. */
  private void consumed() {
    Content.Chunk done = chunk;
    chunk = Content.Chunk.next(done);
    done.release();
  }
}
