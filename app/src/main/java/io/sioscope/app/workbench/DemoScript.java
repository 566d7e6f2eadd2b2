package io.sioscope.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the demo's people do, one step after another, without end. The same seed gives the same steps. One thread at a time.
 */
final class DemoScript {
    /** The people, by their number in the steps. */
    static final List<String> PEOPLE = List.of("Ada", "Grace", "Alan", "Barbara", "Edsger");
    /** The rooms of the chat's namespace and, last, the one of the help desk's. */
    static final List<Place> PLACES =
            List.of(new Place("/chat", "lobby"), new Place("/chat", "coffee"), new Place("/desk", "help"));
    /** How many texts there are to say. */
    static final int LINES = 12;

    private static final int ARRIVALS = 2 * PEOPLE.size();

    private final SplittableRandom random;
    private final boolean[][] present = new boolean[PEOPLE.size()][PLACES.size()];
    private int arrivals;
    private boolean asked;

    DemoScript(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A room and the namespace that it is in. */
    record Place(String namespace, String room) {}

    /** One thing that somebody does. {@code person} is an index of {@link #PEOPLE}. */
    sealed interface Step {
        /** Who does it. */
        int person();

        /** Enters a room. */
        record Join(int person, Place place) implements Step {}

        /** Leaves a room. */
        record Leave(int person, Place place) implements Step {}

        /** Says the text with a number from 0 to {@link #LINES} - 1. */
        record Say(int person, Place place, int line) implements Step {}

        /** Is about to say something. */
        record Typing(int person, Place place) implements Step {}

        /** Sends a few bytes. */
        record Sketch(int person, int bytes) implements Step {}

        /** Asks whoever looks on, who may answer by hand. */
        record Ask(int person, int line) implements Step {}

        /** Asks the help desk. */
        record Ticket(int person, int line) implements Step {}
    }

    /** The pause before the next step, in milliseconds. */
    long pauseMs() {
        return arrivals < ARRIVALS ? 60 : 120 + random.nextInt(480);
    }

    /** The next step. Everybody enters the lobby first, and then one of the other rooms. */
    Step next() {
        if (arrivals < ARRIVALS) {
            int person = arrivals % PEOPLE.size();
            boolean lobby = arrivals < PEOPLE.size();
            arrivals++;
            return enter(person, lobby ? 0 : 1 + person % (PLACES.size() - 1));
        }
        int person = random.nextInt(PEOPLE.size());
        int dice = random.nextInt(100);
        if (!asked || dice < 2) {
            asked = true;
            return new Step.Ask(person, random.nextInt(LINES));
        }
        if (dice < 16) {
            return move(person);
        }
        if (dice < 24) {
            return new Step.Ticket(person, random.nextInt(LINES));
        }
        if (dice < 30) {
            return new Step.Sketch(person, 8 + random.nextInt(40));
        }
        List<Place> here = places(person);
        if (here.isEmpty()) {
            return enter(person, random.nextInt(PLACES.size()));
        }
        Place place = here.get(random.nextInt(here.size()));
        return dice < 48 ? new Step.Typing(person, place) : new Step.Say(person, place, random.nextInt(LINES));
    }

    private Step move(int person) {
        int place = random.nextInt(PLACES.size());
        if (present[person][place]) {
            present[person][place] = false;
            return new Step.Leave(person, PLACES.get(place));
        }
        return enter(person, place);
    }

    private Step enter(int person, int place) {
        present[person][place] = true;
        return new Step.Join(person, PLACES.get(place));
    }

    private List<Place> places(int person) {
        List<Place> here = new ArrayList<>(PLACES.size());
        for (int i = 0; i < PLACES.size(); i++) {
            if (present[person][i]) {
                here.add(PLACES.get(i));
            }
        }
        return here;
    }
}
