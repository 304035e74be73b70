package duken.gateway.guard;

import duken.gateway.http.HttpRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What may be sent (gateway contract, section 1). */
public final class BodyGuard {

  private static final Set<String> UTF_8 = Set.of("charset=utf-8", "charset=utf8");
  private static final Set<String> PLAIN = Set.of("", "identity");

  /**
   * Refuses a body that says it is too large, of another kind, or packed. One that does not say
   * what it is passes for the right one: small programs at tills forget to say it. A form with a
   * picture has to say how it is put together.
   *
   * @param declaredLength in bytes; 0 without one, -1 when it is not declared
   * @throws HttpRefusal PAYLOAD_TOO_LARGE, FILE_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE
   */
  public void check(HttpRequest head, BodyKind kind, long declaredLength) {
    if (declaredLength > kind.largest()) {
      throw HttpRefusal.because(kind.tooLarge());
    }
    if (declaredLength != 0
        && (!isOfKind(head.header("content-type").orElse(""), kind) || isEncoded(head))) {
      throw HttpRefusal.because(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static boolean isOfKind(String type, BodyKind kind) {
    if (kind.mediaType() == null) {
      return true;
    }
    if (type.isBlank()) {
      return kind != BodyKind.PICTURE;
    }
    String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
    return parts[0].strip().equals(kind.mediaType()) && isUtf8(parts);
  }

  private static boolean isEncoded(HttpRequest head) {
    return head.headers().getOrDefault("content-encoding", List.of()).stream()
        .anyMatch(encoding -> !PLAIN.contains(encoding.strip().toLowerCase(Locale.ROOT)));
  }

  private static boolean isUtf8(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !UTF_8.contains(parameter)) {
        return false;
      }
    }
    return true;
  }
}
