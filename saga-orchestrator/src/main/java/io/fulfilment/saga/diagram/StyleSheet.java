package io.fulfilment.saga.diagram;

/** The colours of SVG, on light and on dark. All names are below one class, for a picture may be part of a page. */
final class StyleSheet {

    static final String TEXT = """

            .saga { --paper: #ffffff; --ink: #17202e; --soft: #566275; --line: #8793a5; --tile: #f5f7fa;
              --blue: #2457c5; --blue-tile: #eaf1ff; --green: #17784a; --green-tile: #e6f6ed; --red: #c0271f;
              --red-tile: #fdeae8; --amber: #8a6300; --amber-tile: #fff6d8; --orange: #b3530c; --orange-tile: #fff0e2;
              --violet: #7438b8; --violet-tile: #f4ecfd;
              font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
            @media (prefers-color-scheme: dark) {
              .saga { --paper: #10151d; --ink: #e8edf4; --soft: #a3afc0; --line: #6d7a8d; --tile: #1a222d;
                --blue: #82aaff; --blue-tile: #16243f; --green: #6fd3a0; --green-tile: #12301f; --red: #ff8f86;
                --red-tile: #3b1715; --amber: #f0c64a; --amber-tile: #332a0c; --orange: #ffad6b; --orange-tile: #38220f;
                --violet: #c9a2ff; --violet-tile: #2a1b40; }
            }
            .saga .paper { fill: var(--paper); }
            .saga text { fill: var(--ink); font-size: 12px; }
            .saga .middle { text-anchor: middle; }
            .saga .title { font-size: 22px; font-weight: 700; }
            .saga .subtitle { font-size: 13px; fill: var(--soft); }
            .saga .kind { font-size: 11px; fill: var(--hue, var(--soft)); letter-spacing: 0.06em; }
            .saga .name { font-size: 15px; font-weight: 650; }
            .saga .condition { font-style: italic; }
            .saga .participant, .saga .label { font-size: 11px; fill: var(--soft); }
            .saga .label { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
            .saga .mark { font-size: 12.5px; font-weight: 700; fill: var(--hue); }
            .saga .shape { fill: var(--shade, var(--tile)); stroke: var(--hue, var(--line)); stroke-width: 1.5px; }
            .saga .inner { fill: none; }
            .saga .halo { fill: none; stroke: var(--hue); stroke-width: 4px; opacity: 0.45; }
            .saga .compensatable { --hue: var(--blue); --shade: var(--blue-tile); }
            .saga .compensation { --hue: var(--orange); --shade: var(--orange-tile); }
            .saga .pivot { --hue: var(--amber); --shade: var(--amber-tile); }
            .saga .pivot .shape { stroke-width: 3px; }
            .saga .retriable { --hue: var(--green); --shade: var(--green-tile); }
            .saga .expendable .shape { stroke-dasharray: 6 4; }
            .saga .end { --hue: var(--ink); --shade: var(--paper); }
            .saga .next { --hue: var(--violet); --shade: var(--violet-tile); }
            .saga.marked .box { --hue: var(--soft); --shade: var(--tile); }
            .saga.marked .now { --hue: var(--blue); --shade: var(--blue-tile); }
            .saga.marked .parked { --hue: var(--red); --shade: var(--red-tile); }
            .saga.marked .done { --hue: var(--green); --shade: var(--green-tile); }
            .saga.marked .failed { --hue: var(--orange); --shade: var(--orange-tile); }
            .saga.marked .undone { --hue: var(--violet); --shade: var(--violet-tile); }
            .saga.marked .to-come, .saga.marked .left-out { --hue: var(--soft); }
            .saga.marked .left-out { opacity: 0.7; }
            .saga .now .shape, .saga .parked .shape { stroke-width: 2.5px; }
            .saga path { fill: none; stroke-width: 1.6px; stroke: var(--line); }
            .saga .flow { --stroke: var(--soft); stroke: var(--stroke); }
            .saga .back { --stroke: var(--orange); stroke: var(--stroke); stroke-dasharray: 6 4; }
            .saga .follow { --stroke: var(--violet); stroke: var(--stroke); stroke-dasharray: 2 4; }
            .saga .tip { fill: var(--stroke); stroke: none; }
            .saga .bracket { stroke: var(--line); }
            """;

    private StyleSheet() {}
}
