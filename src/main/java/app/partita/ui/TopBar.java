package app.partita.ui;

import app.partita.jobs.Batch;
import app.partita.ui.queue.QueueFilter;
import app.partita.ui.queue.QueueViewModel;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.ColourScheme;
import app.partita.ui.theme.Icon;
import app.partita.ui.theme.Mark;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Name, filter, chips and the buttons of the window; in a narrow window the chips get a line of their own. */
final class TopBar extends VBox {

    private static final double WIDE = 1160;

    private final QueueViewModel model;
    private final Texts texts;
    private final Consumer<WindowAction> actions;
    private final TextField filter = new TextField();
    private final HBox chips = new HBox();
    private final HBox main = new HBox();
    private final HBox second = new HBox();

    TopBar(QueueViewModel model, Texts texts, ObservableValue<ColourScheme> scheme, Consumer<WindowAction> actions) {
        this.model = model;
        this.texts = texts;
        this.actions = actions;
        Label name = new Label("Partita");
        HBox brand = new HBox(Mark.ofWidth(20), name);
        brand.getStyleClass().add("brand");
        brand.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        main.getStyleClass().add("top-bar");
        main.getChildren().addAll(brand, filterBox(), chips, space, pauseButton(), addButton(), themeButton(scheme),
                iconButton("settings", Icon.SETTINGS, WindowAction.SETTINGS));
        second.getStyleClass().addAll("top-bar", "second");
        addChips();
        getChildren().add(main);
        // Its own width tells when there is too little of it; as wide as its content it would never know.
        setMinWidth(0);
        widthProperty().addListener((property, old, now) -> arrange(now.doubleValue() >= WIDE));
    }

    /** Puts the keyboard on the filter. */
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private void arrange(boolean wide) {
        if (wide == main.getChildren().contains(chips)) {
            return;
        }
        if (wide) {
            second.getChildren().remove(chips);
            main.getChildren().add(2, chips);
            getChildren().remove(second);
        } else {
            main.getChildren().remove(chips);
            second.getChildren().add(chips);
            getChildren().add(second);
        }
    }

    private Node filterBox() {
        filter.setId("filter");
        filter.setPromptText(texts.get("filter.prompt"));
        filter.setAccessibleText(texts.get("filter.prompt"));
        filter.setTooltip(new Tooltip(texts.get("filter.prompt") + "  " + WindowAction.FIND.key().getDisplayText()));
        filter.textProperty().bindBidirectional(model.queryProperty());
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            }
        });
        Node glass = Icon.SEARCH.node();
        glass.setMouseTransparent(true);
        StackPane box = new StackPane(filter, glass);
        StackPane.setAlignment(glass, Pos.CENTER_LEFT);
        StackPane.setMargin(glass, new Insets(0, 0, 0, 10));
        box.getStyleClass().add("filter-box");
        HBox.setHgrow(box, Priority.SOMETIMES);
        return box;
    }

    private void addChips() {
        chips.getStyleClass().add("chips");
        chips.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (QueueFilter choice : QueueFilter.values()) {
            ToggleButton chip = new ToggleButton();
            chip.setId("chip-" + choice.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(group);
            chip.setUserData(choice);
            chip.setMinWidth(USE_PREF_SIZE);
            chip.textProperty().bind(model.batchProperty().map(batch -> chipText(choice, batch)));
            chip.setTooltip(new Tooltip(texts.get("chip.tooltip", texts.of("chip", choice)) + "  "
                    + WindowKeys.chipKey(choice).getDisplayText()));
            chip.setOnAction(event -> {
                model.filterProperty().set(choice);
                chip.setSelected(true);
            });
            chips.getChildren().add(chip);
        }
        model.filterProperty().subscribe(now -> group.getToggles().forEach(chip ->
                chip.setSelected(chip.getUserData() == now)));
    }

    private String chipText(QueueFilter choice, Batch batch) {
        return texts.of("chip", choice) + " " + choice.count(batch);
    }

    private Node pauseButton() {
        Button button = new Button();
        button.setId("pause");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(texts.of("window", WindowAction.PAUSE) + "  "
                + WindowAction.PAUSE.key().getDisplayText()));
        button.setOnAction(event -> actions.accept(WindowAction.PAUSE));
        ObservableValue<Boolean> paused = model.batchProperty().map(Batch::paused);
        button.textProperty().bind(paused.map(now -> texts.get(now ? "queue.resume" : "queue.pause")));
        paused.subscribe(now -> button.setGraphic((now ? Icon.PLAY : Icon.PAUSE).node()));
        button.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node addButton() {
        Button button = new Button(texts.of("window", WindowAction.ADD_SONGS), Icon.ADD.node());
        button.setId("add");
        button.getStyleClass().add("accent");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(texts.of("window", WindowAction.ADD_SONGS) + "  "
                + WindowAction.ADD_SONGS.key().getDisplayText()));
        button.setOnAction(event -> actions.accept(WindowAction.ADD_SONGS));
        return button;
    }

    private Node themeButton(ObservableValue<ColourScheme> scheme) {
        Button button = iconButton("theme", Icon.MOON, WindowAction.THEME);
        // Only as long as it is shown: the theme outlives this bar.
        scheme.when(sceneProperty().isNotNull()).subscribe(now -> button.setGraphic((now == ColourScheme.DARK ? Icon.MOON : Icon.SUN).node()));
        return button;
    }

    private Button iconButton(String id, Icon icon, WindowAction action) {
        Button button = new Button(null, icon.node());
        button.setId(id);
        button.getStyleClass().add("icon");
        String name = texts.of("window", action);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name + "  " + action.key().getDisplayText()));
        button.setOnAction(event -> actions.accept(action));
        return button;
    }
}
