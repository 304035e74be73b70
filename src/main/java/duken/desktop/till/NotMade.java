package duken.desktop.till;

import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;

/** Why a sale was not made, in words. */
final class NotMade {

  private NotMade() {}

  /** Whether the bank cannot be reached. */
  static boolean isRoadless(RuntimeException failure) {
    return failure instanceof EngineProblem problem && problem.code().equals("PROVIDER_TIMEOUT");
  }

  /**
   * What to say.
   *
   * @param roadless whether it was a QR and the bank cannot be reached
   */
  static Message words(RuntimeException failure, boolean roadless) {
    if (failure instanceof EngineUnreachable) {
      return Message.of(Tone.CAREFUL, "till.no_answer");
    }
    return roadless ? Message.of(Tone.CAREFUL, "till.qr.roadless") : Message.of(failure);
  }
}
