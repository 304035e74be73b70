package duken.desktop.settings;

import duken.desktop.kit.Question;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.staff.PeoplePane;
import duken.desktop.staff.PeopleViewModel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The people at the counter and their PINs. */
final class PeopleSection extends SectionPane {

  private final PeopleViewModel model;
  private final PeoplePane pane;

  PeopleSection(DeskContext context) {
    super("people", context.texts());
    model =
        new PeopleViewModel(
            () -> context.engine().staff(),
            context.background(),
            context.navigator()::follow,
            context.navigator()::say);
    pane =
        new PeoplePane(
            model,
            context.texts(),
            context.moments(),
            keys(),
            yes ->
                new Question("staff.remove.", new Object[0], Material2RoundAL.BLOCK, true)
                    .ask(
                        context.texts(),
                        context.navigator()::open,
                        context.navigator()::closeSheet,
                        yes));
    getChildren().addAll(words("people.intro"), pane);
  }

  @Override
  public Ikon icon() {
    return Material2RoundMZ.PEOPLE;
  }

  @Override
  public void shown() {
    model.refresh();
    pane.takeFocus();
  }

  @Override
  public void hidden() {
    model.forget();
  }
}
