package io.sioscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text exists in English and in French, with the same places for the same values. */
class BundlesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");

    @Test
    void everyBundleHasItsFrenchTwin() {
        List<String> faults = new ArrayList<>();
        for (Path english : Sources.resources(".properties")) {
            String name = String.valueOf(english.getFileName());
            if (name.matches("\\w+_fr\\.properties")) {
                Path twin = english.resolveSibling(name.replace("_fr.", "."));
                if (!Files.exists(twin)) {
                    faults.add(Sources.name(english) + " has no English twin");
                }
            } else if (name.startsWith("messages")) {
                Path french = english.resolveSibling(name.replace(".properties", "_fr.properties"));
                if (Files.exists(french)) {
                    compare(english, french, faults);
                } else {
                    faults.add(Sources.name(english) + " has no French twin");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void compare(Path english, Path french, List<String> faults) {
        Properties left = load(english);
        Properties right = load(french);
        for (String key : new TreeSet<>(left.stringPropertyNames())) {
            String translated = right.getProperty(key);
            if (translated == null) {
                faults.add(Sources.name(french) + " lacks " + key);
            } else if (!places(left.getProperty(key)).equals(places(translated))) {
                faults.add(Sources.name(french) + ": " + key + " has other {…} than its English twin");
            }
        }
        for (String key : new TreeSet<>(right.stringPropertyNames())) {
            if (!left.containsKey(key)) {
                faults.add(Sources.name(english) + " lacks " + key);
            }
        }
    }

    private static TreeSet<String> places(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError(Sources.name(file) + " is no UTF-8 properties file", e);
        }
        return properties;
    }
}
