package io.fulfilment.saga.diagram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An SVG document, read back. */
final class DrawnPicture {

    private final Element svg;

    private DrawnPicture(Element svg) {
        this.svg = svg;
    }

    static DrawnPicture parse(String svg) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var bytes = svg.getBytes(StandardCharsets.UTF_8);
            return new DrawnPicture(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(svg, e);
        }
    }

    static boolean overlap(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    static boolean contains(Box outer, Box inner) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }

    Box frame() {
        var numbers = numbers(svg.getAttribute("viewBox"));
        return new Box(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /** The outlines, by name. */
    Map<String, Box> boxes() {
        var boxes = new LinkedHashMap<String, Box>();
        groups().forEach(group -> boxes.merge(group.getAttribute("data-name"), bounds(outline(group)), (one, other) -> {
            throw new AssertionError("two boxes named " + group.getAttribute("data-name"));
        }));
        return boxes;
    }

    String shape(String box) {
        return groups().filter(group -> group.getAttribute("data-name").equals(box))
                .flatMap(group -> children(group).stream())
                .filter(child -> child.getAttribute("class").equals("shape"))
                .map(child -> child.getTagName() + " " + child.getAttribute("rx"))
                .collect(Collectors.joining(", "));
    }

    /** The straight pieces of lines, as boxes that have no width or no height; a pixel less at each end. */
    List<Box> lines() {
        return all("path")
                .filter(path -> Set.of(Route.FLOW, Route.BACK, Route.FOLLOW).contains(path.getAttribute("class")))
                .flatMap(path -> pieces(numbers(path.getAttribute("d"))))
                .toList();
    }

    List<Box> texts() {
        return all("text").map(DrawnPicture::room).toList();
    }

    Map<String, List<Box>> textsIn() {
        var texts = new LinkedHashMap<String, List<Box>>();
        groups().forEach(group -> texts.put(
                group.getAttribute("data-name"),
                children(group).stream()
                        .filter(child -> child.getTagName().equals("text"))
                        .map(DrawnPicture::room)
                        .toList()));
        return texts;
    }

    /** Of the first element of the name. */
    String text(String element) {
        return all(element).findFirst().orElseThrow().getTextContent();
    }

    String allText() {
        return svg.getTextContent();
    }

    Set<String> elements() {
        return Stream.concat(Stream.of(svg), all("*")).map(Element::getTagName).collect(Collectors.toSet());
    }

    private Stream<Element> groups() {
        return all("g").filter(group -> group.getAttribute("class").startsWith("box "));
    }

    private Stream<Element> all(String name) {
        return elements(svg.getElementsByTagName(name));
    }

    private static List<Element> children(Element group) {
        return elements(group.getChildNodes()).toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Element outline(Element group) {
        return children(group).stream()
                .filter(child -> child.getAttribute("class").equals("shape"))
                .findFirst()
                .orElseThrow();
    }

    private static Box bounds(Element shape) {
        return shape.getTagName().equals("polygon")
                ? around(numbers(shape.getAttribute("points")))
                : new Box(number(shape, "x"), number(shape, "y"), number(shape, "width"), number(shape, "height"));
    }

    private static Box around(List<Integer> points) {
        var x = IntStream.range(0, points.size())
                .filter(i -> i % 2 == 0)
                .map(points::get)
                .summaryStatistics();
        var y = IntStream.range(0, points.size())
                .filter(i -> i % 2 == 1)
                .map(points::get)
                .summaryStatistics();
        return new Box(x.getMin(), y.getMin(), x.getMax() - x.getMin(), y.getMax() - y.getMin());
    }

    private static Stream<Box> pieces(List<Integer> points) {
        var pieces = new ArrayList<Box>();
        for (int i = 0; i + 3 < points.size(); i += 2) {
            pieces.add(around(points.subList(i, i + 4)));
        }
        return pieces.stream();
    }

    /** Where a text may stand, by what is reckoned for its letters. */
    private static Box room(Element text) {
        var classes = List.of(text.getAttribute("class").split(" "));
        var lettering = Arrays.stream(Lettering.values())
                .filter(each -> classes.contains(each.css()))
                .findFirst()
                .orElseThrow();
        int width = lettering.width(text.getTextContent());
        int left = number(text, "x") - (classes.contains("middle") ? width / 2 : 0);
        var level = new Box(left, number(text, "y") - lettering.height() + 4, width, lettering.height());
        return text.getAttribute("transform").isEmpty() ? level : upright(level);
    }

    private static Box upright(Box level) {
        return new Box(
                level.centerX() - level.height(), level.bottom() - level.width() / 2, level.height(), level.width());
    }

    private static int number(Element element, String attribute) {
        var value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split("[^0-9-]+"))
                .filter(part -> !part.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
