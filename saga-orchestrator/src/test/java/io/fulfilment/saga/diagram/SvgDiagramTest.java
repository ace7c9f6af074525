package io.fulfilment.saga.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.query.SagaDescription;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SvgDiagramTest {

    static Stream<Arguments> pictures() {
        return Stream.concat(Pictures.all().entrySet().stream(), Sketches.all().entrySet().stream())
                .map((Map.Entry<String, Diagram> named) ->
                        Arguments.of(named.getKey(), named.getValue().svg()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void noTwoBoxesOverlap(String name, String svg) {
        var boxes = DrawnPicture.parse(svg).boxes();

        assertThat(boxes).hasSizeGreaterThan(2);
        assertThat(boxes.entrySet())
                .allSatisfy(one -> assertThat(boxes.entrySet())
                        .filteredOn(other -> !other.getKey().equals(one.getKey()))
                        .noneMatch(other -> DrawnPicture.overlap(one.getValue(), other.getValue())));
    }

    /** But to the slanted side of a hexagon. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void noLineRunsThroughABox(String name, String svg) {
        var picture = DrawnPicture.parse(svg);
        Collection<Box> boxes = picture.boxes().values();

        assertThat(picture.lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(boxes).noneMatch(box -> DrawnPicture.overlap(box.around(-Shape.POINT), line)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void everythingIsInThePicture(String name, String svg) {
        var picture = DrawnPicture.parse(svg);

        assertThat(Stream.of(picture.boxes().values(), picture.lines(), picture.texts())
                        .flatMap(Collection::stream))
                .allMatch(box -> DrawnPicture.contains(picture.frame(), box));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void textsStayInTheirBoxes(String name, String svg) {
        var picture = DrawnPicture.parse(svg);

        picture.textsIn()
                .forEach((box, texts) -> assertThat(texts)
                        .isNotEmpty()
                        .allMatch(
                                text -> DrawnPicture.contains(picture.boxes().getOrDefault(box, picture.frame()), text),
                                box));
    }

    @Test
    void everyStepIsThereOnce() {
        for (SagaDescription saga : Pictures.sagas()) {
            var steps = saga.allSteps().map(step -> step.name()).toList();
            assertThat(DrawnPicture.parse(Diagram.of(saga).svg()).boxes().keySet())
                    .containsAll(steps);
        }
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(Pictures.all().values())
                .allSatisfy(picture -> assertThat(picture.svg().replace("http://www.w3.org/2000/svg", ""))
                        .doesNotContain("http", "href", "@import", "<script", "url(\""));
    }

    @Test
    void hasATitleAndADescription() {
        var svg = DrawnPicture.parse(Pictures.named("parked").svg());

        assertThat(svg.text("title")).isEqualTo("order-fulfilment, version 2");
        assertThat(svg.text("desc")).contains("capture-payment (retriable, parked)", "release-stock", "It is PARKED");
    }

    @Test
    void kindsDifferInShape() {
        var svg = DrawnPicture.parse(Diagram.of(Pictures.sagas().getFirst()).svg());

        assertThat(Stream.of("reserve-stock", "release-stock", "confirm-order", "capture-payment")
                        .map(svg::shape))
                .doesNotHaveDuplicates();
        assertThat(StyleSheet.TEXT).contains(".expendable .shape { stroke-dasharray");
    }

    @Test
    void isReadableOnLightAndOnDark() {
        assertThat(StyleSheet.TEXT).contains("@media (prefers-color-scheme: dark)");
    }

    @Test
    void theSameIsDrawnAlike() {
        assertThat(Pictures.named("cancelled").svg())
                .isEqualTo(Pictures.named("cancelled").svg());
    }

    @Test
    void textsAreNoMarkup() {
        var nasty = "</text><script>alert(\"1\" & '2')</script> ]]> \u0001";
        var picture = DrawnPicture.parse(Diagram.of(Sketches.saying(nasty)).svg());

        assertThat(picture.elements())
                .isSubsetOf(Set.of(
                        "svg", "title", "desc", "style", "defs", "marker", "path", "rect", "g", "text", "line",
                        "polygon"));
        assertThat(picture.text("desc")).contains("do-it");
        assertThat(picture.allText()).contains("alert(\"1\"").doesNotContain("\u0001");
    }
}
