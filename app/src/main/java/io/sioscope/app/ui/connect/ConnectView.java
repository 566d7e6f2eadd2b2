package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.SaveBar;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The page of one connection. */
@SuppressWarnings("NullAway.Init")
public final class ConnectView extends ScrollPane {

    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final ConnectViewModel model;
    private final Texts texts;
    private final Supplier<Optional<Path>> pick;
    private RoomsView rooms;
    private SettingsView settings;

    @FXML
    private UrlField url;

    @FXML
    private StackPane moreSlot;

    @FXML
    private StackPane importPlace;

    @FXML
    private Label urlProblem;

    @FXML
    private ComboBox<TransportChoice> transports;

    @FXML
    private Button connect;

    @FXML
    private StackPane save;

    @FXML
    private StackPane environmentSlot;

    @FXML
    private StackPane environmentPlace;

    @FXML
    private HBox insecureWarning;

    @FXML
    private Label implied;

    @FXML
    private StackPane settingsSlot;

    @FXML
    private FlowPane chips;

    @FXML
    private HBox addNamespace;

    @FXML
    private TextField newNamespace;

    @FXML
    private Button add;

    @FXML
    private Label namespaceProblem;

    @FXML
    private TextField path;

    @FXML
    private Label pathProblem;

    @FXML
    private HBox outcome;

    @FXML
    private StackPane outcomeIcon;

    @FXML
    private Label outcomeHead;

    @FXML
    private Label outcomeDetail;

    @FXML
    private Label outcomeHint;

    @FXML
    private VBox outcomeWords;

    @FXML
    private Button outcomeWhy;

    @FXML
    private StackPane doctorPlace;

    @FXML
    private StackPane tables;

    @FXML
    private StackPane habits;

    @FXML
    private StackPane roomsPlace;

    /**
     * A page.
     *
     * @param model what it shows
     * @param texts its words
     * @param pick lets a person pick a certificate's file
     */
    public ConnectView(ConnectViewModel model, Texts texts, Supplier<Optional<Path>> pick) {
        this.pick = pick;
        this.model = model;
        this.texts = texts;
        Fxml.load(this, texts);
    }

    /** Puts the focus where a person begins to type. */
    public void focusFirst() {
        url.requestFocus();
        url.end();
    }

    /** Puts the focus where a room is asked for. */
    public void focusRooms() {
        rooms.focusFirst();
    }

    @FXML
    private void initialize() {
        url.textProperty().bindBidirectional(model.urlProperty());
        url.setOnAction(event -> model.connect());
        path.textProperty().bindBidirectional(model.pathProperty());
        path.setOnAction(event -> model.connect());
        showWhenTold(urlProblem, model.urlProblemProperty(), url);
        showWhenTold(pathProblem, model.pathProblemProperty(), path);
        showWhenTold(namespaceProblem, model.namespaces().problemProperty(), newNamespace);
        transports.getItems().setAll(TransportChoice.values());
        transports.setConverter(new ChoiceWords());
        transports.valueProperty().bindBidirectional(model.transportsProperty());
        newNamespace.setOnAction(event -> onAddNamespace());
        add.setOnAction(event -> onAddNamespace());
        Listening.toList(this, model.namespaces().chips(), (ListChangeListener<NamespaceChip>) change -> fillChips());
        // Its height is asked for before its width is known: then it is as high as at the width that it has.
        chips.prefWrapLengthProperty().bind(chips.widthProperty());
        fillChips();
        tables.getChildren()
                .setAll(new TablesPane(
                        new PairTableView(model.headers(), "headers", texts),
                        new PairTableView(model.query(), "query", texts),
                        new AuthView(model, texts)));
        fillSave();
        fillBesides();
        habits.getChildren().setAll(new AnswersView(model.habits().form(), texts));
        rooms = new RoomsView(model, texts);
        roomsPlace.getChildren().setAll(rooms);
        connect.setOnAction(event -> onButton());
        connect.disableProperty()
                .bind(model.phaseProperty()
                        .isEqualTo(ConnectViewModel.Phase.EDITING)
                        .and(model.connectableProperty().not()));
        Listening.to(this, model.phaseProperty(), ignored -> showPhase());
        Listening.to(this, model.outcomeProperty(), ignored -> showOutcome());
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.phaseProperty().get() == ConnectViewModel.Phase.CONNECTING) {
                model.disconnect();
                event.consume();
            }
        });
        fillDoctor();
        showPhase();
        showOutcome();
    }

    private void fillSave() {
        SaveBar.Words words = new SaveBar.Words(
                texts.get("save"), texts.get("save.tip"), texts.get("save.name"), texts.get("save.do"), texts.get("save.cancel"));
        SaveBar bar = new SaveBar("connect-save", words, model::suggestedName, model::save);
        bar.disableProperty().bind(model.connectableProperty().not());
        save.getChildren().setAll(bar);
    }

    private void fillDoctor() {
        DoctorView card = new DoctorView(model, texts);
        doctorPlace.getChildren().setAll(card);
        doctorPlace.managedProperty().bind(card.visibleProperty());
        Tips.name(outcomeWhy, texts.get("outcome.why.tip"), KeyCombination.valueOf("F9"));
        outcomeWhy.setOnAction(event -> model.diagnose());
        Listening.to(this, model.doctor().openProperty(), ignored -> showOutcome());
        new GuiltyCells(url, path, transports).follow(this, model.doctor());
    }

    /** The environment, the settings, and what is said of them. */
    private void fillBesides() {
        EnvironmentsView values = new EnvironmentsView(model.environments(), texts);
        environmentSlot.getChildren().setAll(new EnvironmentBar(model.environments(), texts, values::focusFirst));
        environmentPlace.getChildren().setAll(values);
        environmentPlace.managedProperty().bind(values.visibleProperty());
        ImportView pasting = new ImportView(model.importing(), texts);
        importPlace.getChildren().setAll(pasting);
        importPlace.managedProperty().bind(pasting.visibleProperty());
        moreSlot.getChildren().setAll(new MoreMenu(model, texts, () -> {
            model.importing().openProperty().set(true);
            pasting.focusFirst();
        }));
        url.setOnPaste(model.importing()::take);
        settings = new SettingsView(model.settings(), texts, pick);
        settingsSlot.getChildren().setAll(settings);
        insecureWarning.visibleProperty().bind(model.insecureProperty());
        insecureWarning.managedProperty().bind(insecureWarning.visibleProperty());
        Listening.to(this, model.namespaces().impliedProperty(), ignored -> showImplied());
        showImplied();
    }

    private void showImplied() {
        String name = model.namespaces().impliedProperty().get();
        boolean any = !name.isEmpty() && model.namespaces().chips().isEmpty();
        implied.setText(any ? texts.get("namespaces.implied", name) : "");
        implied.setVisible(any);
        implied.setManaged(any);
    }

    private static void showWhenTold(Label label, ReadOnlyStringProperty problem, TextField field) {
        label.textProperty().bind(problem);
        label.visibleProperty().bind(problem.isNotEmpty().and(field.textProperty().isNotEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        ChangeListener<Boolean> mark = (property, before, wrong) -> {
            field.getStyleClass().remove("invalid");
            if (wrong) {
                field.getStyleClass().add("invalid");
            }
        };
        label.visibleProperty().addListener(mark);
    }

    private void onAddNamespace() {
        if (model.namespaces().add(newNamespace.getText())) {
            newNamespace.clear();
        }
        newNamespace.requestFocus();
    }

    private void onButton() {
        switch (model.phaseProperty().get()) {
            case EDITING -> model.connect();
            case CONNECTING, CONNECTED -> model.disconnect();
        }
    }

    private void fillChips() {
        chips.getChildren().setAll(implied, addNamespace);
        showImplied();
        int at = 0;
        for (NamespaceChip chip : model.namespaces().chips()) {
            chips.getChildren()
                    .add(at++, new ChipView(chip, texts, model.phaseProperty(), () -> model.namespaces().remove(chip)));
        }
    }

    private void showPhase() {
        ConnectViewModel.Phase phase = model.phaseProperty().get();
        boolean editing = phase == ConnectViewModel.Phase.EDITING;
        pseudoClassStateChanged(LOCKED, !editing);
        url.setEditable(editing);
        path.setEditable(editing);
        transports.setDisable(!editing);
        if (!editing && (addNamespace.isFocusWithin() || tables.isFocusWithin() || settingsSlot.isFocusWithin())) {
            connect.requestFocus();
        }
        addNamespace.setDisable(!editing);
        tables.setDisable(!editing);
        settings.setLocked(!editing);
        connect.getStyleClass().remove("primary");
        switch (phase) {
            case EDITING -> {
                connect.getStyleClass().add("primary");
                button("mdi2l-lan-connect", texts.get("button.connect"));
            }
            case CONNECTING -> button("mdi2c-close", texts.get("button.cancel"));
            case CONNECTED -> button("mdi2l-lan-disconnect", texts.get("button.edit"));
        }
    }

    private void button(String icon, String words) {
        connect.setText(words);
        connect.setGraphic(Icons.of(icon));
        Tips.name(connect, words, null);
    }

    private void showOutcome() {
        Outcome now = model.outcomeProperty().get();
        // The doctor's card says the same and more.
        boolean any = now.kind() != Outcome.Kind.NONE && !model.doctor().openProperty().get();
        boolean trouble = now.isTrouble();
        outcomeWhy.setVisible(trouble);
        outcomeWhy.setManaged(trouble);
        outcome.setVisible(any);
        outcome.setManaged(any);
        outcomeHead.setText(now.headline());
        line(outcomeDetail, now.detail());
        line(outcomeHint, now.hint().isEmpty() ? "" : texts.get("outcome.try", now.hint()));
        outcomeIcon.getChildren().setAll(switch (now.kind()) {
            case NONE, CONNECTING -> new ProgressIndicator();
            case CONNECTED -> Icons.large("mdi2c-check-circle", "ok-text");
            case REFUSED, FAILED -> Icons.large("mdi2a-alert-octagon", "fault");
            case ENDED -> Icons.large("mdi2l-lan-disconnect", "link");
        });
        outcomeWords.setAccessibleText(now.headline() + " " + now.detail() + " " + now.hint());
    }

    private static void line(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private final class ChoiceWords extends StringConverter<TransportChoice> {
        @Override
        public String toString(TransportChoice choice) {
            return switch (choice) {
                case POLLING_THEN_WEBSOCKET -> texts.get("transports.both");
                case WEBSOCKET_THEN_POLLING -> texts.get("transports.websocket-first");
                case WEBSOCKET -> texts.get("transports.websocket");
                case POLLING -> texts.get("transports.polling");
            };
        }

        @Override
        public TransportChoice fromString(String words) {
            return TransportChoice.POLLING_THEN_WEBSOCKET;
        }
    }
}
