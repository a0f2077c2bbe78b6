// A page of the handbook, drawn from its blocks: never from HTML.
import { h, type FunctionalComponent, type VNode } from "vue";
import { handbookPlace } from "../../frame/places";
import type { Block, Piece } from "./markdown";

/** A link to a chapter leads to it; where anything else leads the program does not go. */
function drawnPiece(piece: Piece): VNode | string {
    switch (piece.kind) {
        case "strong":
            return h("strong", piece.text);
        case "emphasis":
            return h("em", piece.text);
        case "code":
            return h("code", piece.text);
        case "link": {
            const chapter = /^(\d\d-[a-z0-9-]+)\.md/.exec(piece.target)?.[1];
            return chapter === undefined ? piece.text : h("a", { href: `#${handbookPlace(chapter)}` }, piece.text);
        }
        default:
            return piece.text;
    }
}

const drawn = (pieces: readonly Piece[]) => pieces.map(drawnPiece);

function drawnBlock(block: Block, place: number): VNode {
    const id = `handbok-${place}`;
    switch (block.kind) {
        case "heading":
            // The page's own heading stands above; a chapter's title is its second.
            return h(`h${Math.min(block.level + 1, 6)}`, { id, tabindex: -1 }, drawn(block.pieces));
        case "list":
            return h(
                block.ordered ? "ol" : "ul",
                { id },
                block.items.map((item) => h("li", drawn(item))),
            );
        case "table":
            return h("div", { id, class: "wide", tabindex: 0 }, [
                h("table", [
                    h("thead", [
                        h(
                            "tr",
                            block.head.map((cell) => h("th", { scope: "col" }, drawn(cell))),
                        ),
                    ]),
                    h(
                        "tbody",
                        block.rows.map((row) =>
                            h(
                                "tr",
                                row.map((cell) => h("td", drawn(cell))),
                            ),
                        ),
                    ),
                ]),
            ]);
        case "code":
            return h("pre", { id, tabindex: 0 }, [h("code", block.text)]);
        default:
            return h("p", { id }, drawn(block.pieces));
    }
}

/** The blocks of a page. */
export const HandbookPage: FunctionalComponent<{ blocks: readonly Block[] }> = ({ blocks }) => blocks.map(drawnBlock);
HandbookPage.props = ["blocks"];
