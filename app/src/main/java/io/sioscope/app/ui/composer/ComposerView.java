package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two rows: who sends what to whom, and the arguments. While an acknowledgement is answered, the first row says which. */
@SuppressWarnings("NullAway.Init")
public final class ComposerView extends VBox {

    private static final int PER_LINE = 2;
    private static final double LEAST = 28;
    private static final double HEAD = 53;
    private static final double SHARE = 0.4;
    private static final double USUAL_WINDOW = 700;
    private static final double NARROW = 1000;
    private static final double REPORT_NARROW = 180;
    private static final double REPORT_WIDE = 300;

    private final ComposerViewModel model;
    private final Texts texts;
    private final ArgumentView.Actions actions;
    private final KeyCombination layOutKey;
    private final Window room = new Window();
    private SuggestField event;
    private PickField target;
    private PickField except;

    @FXML
    private HBox emitRow;

    @FXML
    private HBox answerRow;

    @FXML
    private Label answerWords;

    @FXML
    private Button cancelAnswer;

    @FXML
    private Button sendAnswer;

    @FXML
    private Label as;

    @FXML
    private Label eventLabel;

    @FXML
    private Label sender;

    @FXML
    private HBox targetSlot;

    @FXML
    private HBox exceptSlot;

    @FXML
    private Label exceptLabel;

    @FXML
    private ComboBox<String> namespace;

    @FXML
    private HBox eventSlot;

    @FXML
    private CheckBox ack;

    @FXML
    private TextField ackTime;

    @FXML
    private Button send;

    @FXML
    private ScrollPane argumentsScroll;

    @FXML
    private VBox arguments;

    @FXML
    private Button addArgument;

    @FXML
    private Button always;

    @FXML
    private Label report;

    /**
     * A composer.
     *
     * @param model what it shows
     * @param texts its words
     * @param sendKey shown beside the button
     * @param alwaysKey makes a rule of the last answer, shown beside its button
     * @param layOutKey lays out the JSON of the argument that is edited
     * @param pickFile lets a person pick the file of an argument
     */
    public ComposerView(
            ComposerViewModel model,
            Texts texts,
            KeyCombination sendKey,
            KeyCombination alwaysKey,
            KeyCombination layOutKey,
            Consumer<ArgumentRow> pickFile) {
        this.model = model;
        this.texts = texts;
        this.layOutKey = layOutKey;
        this.actions = new ArgumentView.Actions(model::removeArgument, pickFile, model::layOut);
        Fxml.load(this, texts);
        Tips.name(send, texts.get("send"), sendKey);
        Tips.name(always, texts.get("answer.always.tip"), alwaysKey);
        Tips.name(sendAnswer, texts.get("answer.send"), sendKey);
    }

    /** Puts the focus where a person begins to type. */
    public void focusFirst() {
        if (model.answeringProperty().get() == null) {
            event.field().requestFocus();
            event.field().selectAll();
        } else {
            focusArgument(0);
        }
    }

    /** Lays out the JSON of the argument that is edited. */
    public void layOut() {
        views().stream().filter(ArgumentView::isEdited).findFirst().ifPresent(view -> model.layOut(view.row()));
    }

    @FXML
    private void initialize() {
        event = new SuggestField(model::suggestions, texts.get("event"), texts.get("event.all"));
        event.field().setId("composer-event");
        event.field().textProperty().bindBidirectional(model.eventProperty());
        event.field().setPromptText(texts.get("event.prompt"));
        HBox.setHgrow(event, Priority.ALWAYS);
        eventSlot.getChildren().setAll(event);
        markWhen(event.field(), model.eventProblemProperty().isNotEmpty());
        sender.textProperty().bind(model.senderProperty());
        namespace.setItems(model.audience().namespaces());
        namespace.valueProperty().bindBidirectional(model.audience().namespaceProperty());
        buildAudience();
        ack.selectedProperty().bindBidirectional(model.ackProperty());
        ackTime.textProperty().bindBidirectional(model.ackTimeProperty());
        ackTime.disableProperty().bind(ack.selectedProperty().not());
        markWhen(ackTime, model.ackTimeWrongProperty());
        send.setGraphic(Icons.of("mdi2s-send"));
        send.textProperty().bind(model.sendWordsProperty());
        send.setOnAction(pressed -> model.send());
        sendAnswer.setGraphic(Icons.of("mdi2k-keyboard-return"));
        sendAnswer.setOnAction(pressed -> model.send());
        cancelAnswer.setOnAction(pressed -> model.cancelAnswer());
        always.setGraphic(Icons.of("mdi2r-repeat"));
        always.setOnAction(pressed -> model.offer().take());
        always.visibleProperty().bind(model.offer().openProperty());
        always.managedProperty().bind(always.visibleProperty());
        addArgument.setGraphic(Icons.of("mdi2p-plus"));
        addArgument.setOnAction(pressed -> onAdd());
        Tips.name(addArgument, texts.get("argument.add"), null);
        disableProperty().bind(model.availableProperty().not());
        Listening.toList(this, model.arguments(), (ListChangeListener<ArgumentRow>) change -> fill());
        Listening.to(this, model.reportProperty(), ignored -> showReport());
        Listening.to(this, model.answeringProperty(), ignored -> showMode(true));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        widthProperty().addListener(ignored -> showWidth());
        arguments.heightProperty().addListener(ignored -> fit(arguments.getHeight()));
        sceneProperty().flatMap(Scene::heightProperty).addListener(ignored -> fitAgain());
        fill();
        showReport();
        showMode(false);
        showWidth();
    }

    private void buildAudience() {
        Audience audience = model.audience();
        target = new PickField(audience::targets, audience.targetProperty(), texts.get("to.name"), texts);
        target.field().setId("composer-target");
        except = new PickField(audience::exceptions, audience.exceptProperty(), texts.get("but.name"), texts);
        except.field().setId("composer-except");
        HBox.setHgrow(target, Priority.ALWAYS);
        HBox.setHgrow(except, Priority.ALWAYS);
        targetSlot.getChildren().setAll(target);
        exceptSlot.getChildren().setAll(except);
        for (Node node : List.of(exceptSlot, exceptLabel)) {
            node.visibleProperty().bind(audience.canExceptProperty());
            node.managedProperty().bind(node.visibleProperty());
        }
        Listening.to(this, audience.canExceptProperty(), ignored -> showWidth());
    }

    /** The most that the arguments may take: four tenths of the window, without the first row. */
    private double most() {
        // The window may show everything larger: its height counts in this view's own pixels.
        double scale = getLocalToSceneTransform().getMyy();
        double window = getScene() == null || scale <= 0 ? USUAL_WINDOW : getScene().getHeight() / scale;
        return Math.max(LEAST * 2, Math.rint(window * SHARE) - HEAD);
    }

    private final class Window implements ArgumentView.Room {
        @Override
        public double most() {
            return ComposerView.this.most();
        }

        @Override
        public void changed() {
            fit(arguments.prefHeight(-1));
        }
    }

    private void fit(double wanted) {
        double height = Math.clamp(wanted, LEAST, most());
        argumentsScroll.setPrefHeight(height);
        argumentsScroll.setMinHeight(Math.min(height, LEAST * 2));
    }

    private void fitAgain() {
        views().forEach(ArgumentView::fit);
        fit(arguments.prefHeight(-1));
    }

    private List<ArgumentView> views() {
        return arguments.getChildren().stream()
                .flatMap(line -> ((HBox) line).getChildren().stream())
                .map(ArgumentView.class::cast)
                .toList();
    }

    /** In a narrow window the words of what an icon says as well make room for the arguments. */
    private void showWidth() {
        boolean narrow = getWidth() < NARROW;
        addArgument.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        as.setText(texts.get(narrow ? "as.short" : "as"));
        boolean tight = narrow && model.audience().canExceptProperty().get();
        as.setVisible(!tight);
        as.setManaged(!tight);
        sender.setVisible(!tight);
        sender.setManaged(!tight);
        eventLabel.setVisible(!narrow);
        eventLabel.setManaged(!narrow);
        report.setMaxWidth(narrow ? REPORT_NARROW : REPORT_WIDE);
    }

    private static void markWhen(TextField field, javafx.beans.value.ObservableBooleanValue wrong) {
        ChangeListener<Boolean> mark = (property, before, now) -> {
            field.getStyleClass().remove("invalid");
            if (now) {
                field.getStyleClass().add("invalid");
            }
        };
        var binding = Bindings.createBooleanBinding(wrong::get, wrong);
        binding.addListener(mark);
        field.getProperties().put("mark", binding);
    }

    private void onKey(KeyEvent key) {
        if (key.isAltDown() && key.getCode() == KeyCode.UP) {
            model.historyBack();
            key.consume();
        } else if (key.isAltDown() && key.getCode() == KeyCode.DOWN) {
            model.historyForward();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            model.send();
            key.consume();
        } else if (layOutKey.match(key)) {
            layOut();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && model.answeringProperty().get() != null) {
            model.cancelAnswer();
            key.consume();
        }
    }

    private void onAdd() {
        model.addArgument();
        focusArgument(model.arguments().size() - 1);
    }

    private void focusArgument(int index) {
        List<ArgumentView> views = views();
        if (index < views.size()) {
            views.get(index).focusText();
        }
    }

    private void fill() {
        arguments.getChildren().clear();
        int number = 1;
        HBox line = new HBox();
        for (ArgumentRow row : model.arguments()) {
            if ((number - 1) % PER_LINE == 0) {
                line = new HBox();
                line.getStyleClass().add("argument-line");
                arguments.getChildren().add(line);
            }
            ArgumentView view = new ArgumentView(row, texts, actions, layOutKey, room);
            view.setRemovable(model.arguments().size() > 1);
            view.number(number++);
            HBox.setHgrow(view, Priority.ALWAYS);
            view.setPrefWidth(100);
            line.getChildren().add(view);
        }
        fit(arguments.prefHeight(-1));
    }

    private void showMode(boolean focus) {
        var answering = model.answeringProperty().get();
        boolean answers = answering != null;
        emitRow.setVisible(!answers);
        emitRow.setManaged(!answers);
        answerRow.setVisible(answers);
        answerRow.setManaged(answers);
        getStyleClass().remove("answering");
        if (answering != null) {
            getStyleClass().add("answering");
            answerWords.setText(
                    answering.packet() > 0
                            ? texts.get("answer.head", answering.event(), answering.namespace(), answering.packet())
                            : texts.get("answer.head.plain", answering.event(), answering.namespace()));
            if (focus) {
                focusArgument(0);
            }
        }
    }

    private void showReport() {
        Report now = model.reportProperty().get();
        report.setText(now.words());
        report.setVisible(now.kind() != Report.Kind.NONE);
        report.setManaged(report.isVisible());
        report.setTooltip(now.words().isEmpty() ? null : new Tooltip(now.words()));
        report.getStyleClass().removeAll("fault", "ack", "quiet");
        report.setGraphic(switch (now.kind()) {
            case NONE -> null;
            case SENT -> Icons.small("mdi2c-check", "quiet");
            case WAITING -> Icons.small("mdi2t-timer-sand", "ack");
            case ACKNOWLEDGED -> Icons.small("mdi2k-keyboard-return", "ack");
            case UNANSWERED -> Icons.small("mdi2c-comment-remove-outline", "fault");
            case REFUSED -> Icons.small("mdi2a-alert-octagon", "fault");
        });
        report.getStyleClass().add(switch (now.kind()) {
            case NONE, SENT -> "quiet";
            case WAITING, ACKNOWLEDGED -> "ack";
            case UNANSWERED, REFUSED -> "fault";
        });
    }
}
