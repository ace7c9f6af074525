package io.fulfilment.events.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a message's JSON Schema from its record. Everything is inlined, so that the schema knows no class names, and
 * unknown properties are allowed: a reader is tolerant.
 */
final class MessageSchemas {

    private final SourceComments comments;
    private final SchemaGenerator generator;

    MessageSchemas(Path sources) {
        comments = SourceComments.under(sources);
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule())
                .with(Option.INLINE_ALL_SCHEMAS, Option.ENUM_KEYWORD_FOR_SINGLE_VALUES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral().withPropertySorter(Comparator.comparingInt(Components::position));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, _) -> wireForm(type));
        config.forFields()
                .withCustomDefinitionProvider((field, _) -> wireForm(field))
                .withRequiredCheck(field -> !Components.isOptional(field.getRawMember()))
                .withDescriptionResolver(this::description);
        generator = new SchemaGenerator(config.build());
    }

    /** By type name. */
    Map<String, ObjectNode> of(Collection<Class<? extends Message>> types) {
        var schemas = new TreeMap<String, ObjectNode>();
        types.forEach(type -> schemas.put(TypeName.of(type).toString(), of(type)));
        return schemas;
    }

    ObjectNode of(Class<? extends Message> type) {
        var name = TypeName.of(type);
        var body = generator.generateSchema(type);
        var schema = body.objectNode()
                .put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier())
                .put("$id", "urn:fulfilment:" + name)
                .put("title", name.name().replaceAll("^.*\\.", ""));
        var description = comments.of(type);
        if (description != null) {
            schema.put("description", description);
        }
        return schema.setAll(body);
    }

    private static @Nullable CustomDefinition wireForm(ResolvedType type) {
        return WireForms.of(type.getErasedType())
                .map(node -> new CustomDefinition(node, true))
                .orElse(null);
    }

    private static @Nullable CustomPropertyDefinition wireForm(FieldScope field) {
        if (field.getType().getErasedType() != String.class) {
            return null;
        }
        return WireForms.of(field.getDeclaringType().getErasedType(), field.getName())
                .map(CustomPropertyDefinition::new)
                .orElse(null);
    }

    private @Nullable String description(FieldScope field) {
        var ofComponent = field.isFakeContainerItemScope()
                ? null
                : comments.of(field.getDeclaringType().getErasedType(), field.getName());
        return ofComponent != null ? ofComponent : comments.of(field.getType().getErasedType());
    }
}
