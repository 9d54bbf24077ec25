package io.nearstock.deploy.checks;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML as a tree, anchors and merges resolved. */
final class Tree {

    private static final JsonMapper JSON = new JsonMapper();

    private Tree() {}

    static JsonNode of(String file) {
        return documents(Repository.text(file)).getFirst();
    }

    static List<JsonNode> documents(String yaml) {
        var parsed = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(new StringReader(yaml));
        return StreamSupport.stream(parsed.spliterator(), false)
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Stream<String> texts(JsonNode array) {
        return items(array).map(JsonNode::asString);
    }
}
