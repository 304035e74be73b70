package duken.notice;

import java.util.regex.Pattern;

/**
 * Where messages go: a bot of the owner's and the chat it writes into.
 *
 * @param token as BotFather gave it
 * @param chat a number, or the name of a channel with its {@code @}
 */
public record BotChat(String token, String chat) {

  private static final Pattern TOKEN = Pattern.compile("[0-9]{5,15}:[A-Za-z0-9_-]{20,80}");
  private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,19}|@[A-Za-z0-9_]{5,32}");

  /** Whether a bot's token looks like this. */
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /** Whether a chat is named like this. */
  public static boolean isChat(String text) {
    return CHAT.matcher(text).matches();
  }

  static BotChat read(String text) {
    String[] parts = text.split("\n", -1);
    return new BotChat(parts[0], parts[1]);
  }

  String text() {
    return token + "\n" + chat;
  }

  @Override
  public String toString() {
    return "destination";
  }
}
