package duken.desktop.kit.print;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/** Cuts a paper of any length into pages between its lines, never through one. */
public final class PaperPages {

  private PaperPages() {}

  /**
   * The pages. The paper is made smaller when it is wider than a page, and never larger.
   *
   * @param paper not part of a scene; its lines move to the pages
   * @param width of a page that can be printed on, in points; the same for {@code height}
   */
  public static List<VBox> of(VBox paper, double width, double height) {
    lay(paper);
    double scale = Math.min(1, width / Math.max(1, paper.getLayoutBounds().getWidth()));
    double room = height / scale - paper.getInsets().getTop() - paper.getInsets().getBottom();
    List<VBox> pages = new ArrayList<>();
    double used = 0;
    for (Node line : List.copyOf(paper.getChildren())) {
      double high = line.getLayoutBounds().getHeight() + paper.getSpacing();
      if (pages.isEmpty() || used + high > room) {
        pages.add(like(paper, scale));
        used = 0;
      }
      pages.getLast().getChildren().add(line);
      used += high;
    }
    pages.forEach(PaperPages::lay);
    return pages;
  }

  private static VBox like(VBox paper, double scale) {
    VBox page = new VBox(paper.getSpacing());
    page.setStyle(paper.getStyle());
    page.setPrefWidth(paper.getPrefWidth());
    page.setMaxWidth(paper.getMaxWidth());
    page.getTransforms().add(new Scale(scale, scale));
    return page;
  }

  /** A group gives what is in it the size it prefers; a scene that never shows gives none. */
  private static void lay(VBox paper) {
    Group group = new Group(paper);
    new Scene(group);
    group.applyCss();
    group.layout();
  }
}
