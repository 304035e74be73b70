package duken.engine;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what objects of ours keep in their maps, lists and queues, however deep. */
public final class Holdings {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> left = new ArrayDeque<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  private Holdings() {}

  /**
   * How many entries each collection holds, by the field that leads to it; the store and the
   * simulated bank are not looked into.
   */
  public static Map<String, Integer> of(Object... roots) {
    Holdings holdings = new Holdings();
    for (Object root : roots) {
      holdings.meet(root);
    }
    while (!holdings.left.isEmpty()) {
      holdings.lookInto(holdings.left.pop());
    }
    return holdings.counts;
  }

  private void meet(Object object) {
    if (object != null && seen.add(object)) {
      left.push(object);
    }
  }

  private void lookInto(Object object) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      if (isOurs(type)) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            follow(field, object);
          }
        }
      }
    }
  }

  private static boolean isOurs(Class<?> type) {
    String name = type.getName();
    return name.startsWith("duken.")
        && !name.startsWith("duken.store.")
        && !name.startsWith("duken.simulator.");
  }

  private void follow(Field field, Object owner) {
    field.setAccessible(true);
    try {
      enter(field.getDeclaringClass().getSimpleName() + "." + field.getName(), field.get(owner));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private void enter(String name, Object value) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map -> {
        counts.merge(name, map.size(), Integer::sum);
        map.keySet().forEach(this::meet);
        map.values().forEach(it -> enter(name, it));
      }
      case Collection<?> many -> {
        counts.merge(name, many.size(), Integer::sum);
        many.forEach(this::meet);
      }
      case Reference<?> reference -> meet(reference.get());
      default -> meet(value);
    }
  }
}
