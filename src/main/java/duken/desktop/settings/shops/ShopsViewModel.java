package duken.desktop.settings.shops;

import duken.api.AdminApi;
import duken.api.AdminJson.Tenant;
import duken.api.EngineProblem;
import duken.desktop.kit.task.Background;
import duken.desktop.settings.ShopViewModel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The shops of this PC's own engine. */
final class ShopsViewModel {

  private static final String NAME_TAKEN = "NAME_TAKEN";

  private final Supplier<AdminApi> admin;
  private final Background background;

  private final ObservableList<Tenant> shops = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<String> wrong = new ReadOnlyObjectWrapper<>();
  private final StringProperty newName = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<String> wrongNewName = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Tenant> chosen = new SimpleObjectProperty<>();
  private final ObjectProperty<Tenant> opened = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /**
   * Nothing is asked before {@link #refresh}.
   *
   * @param admin asked before each call
   */
  ShopsViewModel(Supplier<AdminApi> admin, Background background) {
    this.admin = admin;
    this.background = background;
    name.addListener(_ -> wrong.set(null));
    newName.addListener(_ -> wrongNewName.set(null));
  }

  /** Asks for the list. */
  void refresh(Consumer<RuntimeException> failed) {
    background.ask(admin.get()::tenants, this::told, failed);
  }

  /**
   * Opens a shop with the typed name.
   *
   * @param failed called when the engine refused for another reason than the name, or did not
   *     answer
   */
  void create(Consumer<RuntimeException> failed) {
    String typed = name.get().strip();
    if (fits(typed, wrong)) {
      change(it -> it.createTenant(typed), _ -> name.set(""), unlessTaken(wrong, failed));
    }
  }

  /** The shop is about to be renamed: its name stands in {@link #newName}. */
  void beginRenaming(Tenant shop) {
    newName.set(shop.name());
    wrongNewName.set(null);
  }

  /**
   * Renames a shop to what was typed.
   *
   * @param done called when the engine has it
   */
  void rename(Tenant shop, Runnable done, Consumer<RuntimeException> failed) {
    String typed = newName.get().strip();
    if (fits(typed, wrongNewName)) {
      change(
          it -> it.renameTenant(shop.id(), typed),
          _ -> done.run(),
          unlessTaken(wrongNewName, failed));
    }
  }

  /** Suspends a shop, or lets a suspended one go on. */
  void lock(Tenant shop, Consumer<RuntimeException> failed) {
    change(it -> it.suspendTenant(shop.id(), !shop.suspended()), _ -> {}, failed);
  }

  private static boolean fits(String typed, ReadOnlyObjectWrapper<String> fault) {
    if (typed.isEmpty()) {
      fault.set("settings.shop.name.missing");
    } else if (typed.length() > ShopViewModel.LONGEST) {
      fault.set("settings.shop.name.too_long");
    }
    return fault.get() == null;
  }

  private static Consumer<RuntimeException> unlessTaken(
      ReadOnlyObjectWrapper<String> fault, Consumer<RuntimeException> failed) {
    return e -> {
      if (e instanceof EngineProblem problem && problem.code().equals(NAME_TAKEN)) {
        fault.set("settings.shops.name.taken");
      } else {
        failed.accept(e);
      }
    };
  }

  private void change(
      Function<AdminApi, Tenant> work, Consumer<Tenant> done, Consumer<RuntimeException> failed) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    AdminApi now = admin.get();
    background.ask(
        () -> work.apply(now),
        changed -> {
          done.accept(changed);
          finish();
        },
        e -> {
          failed.accept(e);
          finish();
        });
  }

  private void finish() {
    busy.set(false);
    refresh(_ -> {});
  }

  /** The rows are replaced; the same shop stays chosen, the first one at the beginning. */
  private void told(List<Tenant> all) {
    if (!all.equals(shops)) {
      long kept = chosen.get() == null ? 0 : chosen.get().id();
      shops.setAll(all);
      chosen.set(
          all.stream()
              .filter(shop -> shop.id() == kept)
              .findFirst()
              .orElse(all.isEmpty() ? null : all.getFirst()));
    }
  }

  /** All shops, oldest first. */
  ObservableList<Tenant> shops() {
    return shops;
  }

  /** The typed name of a shop to come. */
  StringProperty name() {
    return name;
  }

  /** Text key of what is wrong with it, or null. */
  ReadOnlyObjectProperty<String> wrong() {
    return wrong.getReadOnlyProperty();
  }

  StringProperty newName() {
    return newName;
  }

  /** Text key of what is wrong with it, or null. */
  ReadOnlyObjectProperty<String> wrongNewName() {
    return wrongNewName.getReadOnlyProperty();
  }

  /** The shop the buttons are about, or null. */
  ObjectProperty<Tenant> chosen() {
    return chosen;
  }

  /** The shop whose keys are looked at, or null. */
  ObjectProperty<Tenant> opened() {
    return opened;
  }

  /** Whether something is being carried out. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
