package duken.desktop.goods;

import duken.api.goods.ImportJson;
import duken.desktop.goods.ImportViewModel.State;
import duken.desktop.goods.exchange.Column;
import duken.desktop.goods.exchange.Mapping;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The steps of taking a list of goods over from a file. */
final class ImportSheet {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 350;
  private static final int ALPHABET = 26;

  private final DeskContext context;
  private final Texts texts;
  private final ImportViewModel model;
  private final ImportWords words;
  private final VBox body = new VBox(12);
  private final Label fileName = new Label();
  private KeyButton stop;
  private KeyButton next;
  private ProgressBar bar;
  private Label progress;

  ImportSheet(DeskContext context, Path file) {
    this.context = context;
    texts = context.texts();
    words = new ImportWords(texts);
    model = new ImportViewModel(context.engine(), context.background(), file);
    fileName.setText(file.getFileName().toString());
    fileName.getStyleClass().addAll("muted", "may-be-cut");
  }

  /**
   * Opens it.
   *
   * @param closed is run when it closes, however that happens
   */
  void open(Runnable closed) {
    body.setMinHeight(HEIGHT);
    body.setMaxHeight(HEIGHT);
    Sheet sheet = new Sheet(texts.of("goods.import.title"), new VBox(6, fileName, body), WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    stop =
        new KeyButton(Material2RoundMZ.STOP, Hotkeys.key(KeyCode.DELETE), model::stop)
            .captioned(texts, "goods.import.stop")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.DELETE));
    stop.setId("goods-import-stop");
    next =
        new KeyButton(Material2RoundAL.CHECK, Hotkeys.key(KeyCode.ENTER), this::goOn)
            .captioned(texts, "goods.import.check")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    next.setId("goods-import-next");
    Subscription subscription =
        Subscription.combine(
            model.state().subscribe(this::show),
            texts.languageProperty().subscribe((_, _) -> show(model.state().get())),
            context.heartbeat().listen(model::beat));
    context
        .navigator()
        .open(
            sheet
                .with(back, stop, next)
                .onClosed(
                    () -> {
                      subscription.unsubscribe();
                      model.stop();
                      closed.run();
                    }));
    model.open();
  }

  private void goOn() {
    if (model.state().get() instanceof State.Over) {
      context.navigator().closeSheet();
    } else {
      model.goOn();
    }
  }

  private void show(State state) {
    boolean moving =
        switch (state) {
          case State.Opening(), State.Reading(_), State.Writing(_, _) -> true;
          default -> false;
        };
    stop.setVisible(moving);
    stop.setManaged(moving);
    next.setDisable(moving || state instanceof State.Faulty || state instanceof State.Refused);
    switch (state) {
      case State.Opening() -> moving(-1, texts.get("goods.import.opening"));
      case State.Reading(int rows) -> moving(-1, texts.count("goods.import.reading", rows));
      case State.Writing(int done, int total) ->
          moving(
              (double) done / Math.max(1, total),
              texts.get("goods.import.writing", grouped(done), grouped(total)));
      case State.Naming(Mapping mapping, Message said) -> naming(mapping, said);
      case State.Faulty(var read) ->
          lines(
              Tone.BAD,
              texts.count("goods.import.faults", read.faultCount()),
              read.faults().size(),
              at -> words.fault(read.faults().get(at)));
      case State.Refused(ImportJson.Result result) ->
          lines(
              Tone.BAD,
              texts.count("goods.import.faults", result.problems().size()),
              result.problems().size(),
              at -> words.problem(result.problems().get(at)));
      case State.Shown(_, ImportJson.Result result) -> shown(result);
      case State.Over(Message said, _) -> over(said);
    }
  }

  private void moving(double share, String text) {
    if (bar == null) {
      bar = new ProgressBar();
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.accessibleTextProperty().bind(texts.of("goods.import.title"));
      progress = new WrappedLabel("sheet-words");
      body.requestFocus();
      body.getChildren().setAll(progress, bar);
    }
    bar.setProgress(share);
    progress.setText(text);
  }

  private void still(Node... nodes) {
    bar = null;
    // Keys go to whatever has the focus; what is taken away must not have it.
    body.requestFocus();
    body.getChildren().setAll(nodes);
  }

  private void over(Message said) {
    next.captioned(texts, "goods.import.close");
    Label label = new WrappedLabel("sheet-words");
    said.show(label, texts);
    still(label);
  }

  private void shown(ImportJson.Result result) {
    boolean any = result.created() + result.changed() > 0;
    next.setDisable(!any);
    next.captioned(texts, "goods.import.do");
    String counts =
        texts.get(
            "goods.import.counts",
            grouped(result.created()),
            grouped(result.changed()),
            grouped(result.unchanged()));
    lines(
        any ? Tone.GOOD : Tone.PLAIN,
        any ? counts : counts + " " + texts.get("goods.import.nothing"),
        result.lines().size(),
        at -> words.line(result.lines().get(at)));
  }

  private void lines(Tone tone, String title, int count, IntFunction<String> line) {
    Label label = new WrappedLabel("outcome");
    tone.paint(label);
    label.setText(title);
    label.setId("goods-import-title");
    ListView<String> list = new ListView<>();
    list.setId("goods-import-lines");
    list.accessibleTextProperty().bind(texts.of("goods.import.title"));
    list.setItems(
        FXCollections.observableArrayList(
            java.util.stream.IntStream.range(0, count).mapToObj(line).toList()));
    list.setCellFactory(_ -> new LineCell());
    list.setPrefHeight(HEIGHT);
    still(label, list);
    list.setVisible(count > 0);
    if (count > 0) {
      list.requestFocus();
    }
  }

  private void naming(Mapping mapping, Message said) {
    next.captioned(texts, "goods.import.check");
    Label hint = new WrappedLabel("sheet-words");
    hint.setText(
        mapping.headRow() > 0
            ? texts.get("goods.import.named", mapping.headRow())
            : texts.get("goods.import.unnamed"));
    GridPane grid = new GridPane(20, 8);
    grid.setPadding(new Insets(4, 0, 0, 0));
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    Column[] all = Column.values();
    for (int i = 0; i < all.length; i++) {
      grid.add(choice(all[i], mapping), i % 2, i / 2);
    }
    Label fault = new WrappedLabel("outcome");
    if (said != null) {
      said.show(fault, texts);
    }
    still(hint, grid, fault);
  }

  private VBox choice(Column column, Mapping mapping) {
    ComboBox<String> box = new ComboBox<>();
    box.setId("goods-column-" + column.word());
    box.setMaxWidth(Double.MAX_VALUE);
    box.getStyleClass().add("search-field");
    box.getItems().add(texts.get("goods.import.nowhere"));
    List<String> heads = mapping.heads();
    for (int i = 0; i < heads.size(); i++) {
      box.getItems().add(letters(i) + " · " + heads.get(i));
    }
    Integer at = mapping.columns().get(column);
    box.getSelectionModel().select(at == null ? 0 : at + 1);
    box.accessibleTextProperty().bind(texts.of("goods.column." + column.word()));
    box.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            (_, now) -> model.place(column, now.intValue() <= 0 ? null : now.intValue() - 1));
    Label label = new Label();
    label.getStyleClass().add("field-label");
    label.setText(texts.get("goods.column." + column.word()));
    label.setLabelFor(box);
    return new VBox(2, label, box);
  }

  private static String grouped(long number) {
    return Sums.grouped(Long.toString(number));
  }

  /** A column as a spreadsheet names it. */
  private static String letters(int at) {
    String last = String.valueOf((char) ('A' + at % ALPHABET));
    return at < ALPHABET ? last : letters(at / ALPHABET - 1) + last;
  }
}
