package duken.houserules.bad.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.logging.Logger;

/** Ends threads the hard way and waits the wrong way. */
final class Impatient {

  private final Logger invoiceHelper = Logger.getLogger("impatient");

  void stop(Thread thread, ExecutorService threads, Future<?> work) throws InterruptedException {
    Runnable later = thread::interrupt;
    later.run();
    threads.shutdownNow();
    work.cancel(true);
    Thread.sleep(1);
    invoiceHelper.info("stopped");
  }
}
