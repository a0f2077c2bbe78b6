// The links of the chain as they are drawn: each with a pattern of its own, so that they read in grey and on paper.
import { distributionPlace, orderPlace } from "../../frame/places";
import type { ChainLink, ChainMonth, ListStep, ListSummary } from "../../generated/contract";

/** Name of a link, as in the contract. */
export type LinkName = "paid" | "distributed" | "handed-over" | "booked";

/** The links in the order of the chain. */
export const LINKS: readonly LinkName[] = ["paid", "distributed", "handed-over", "booked"];

/** Where the work of a link is done. */
export const PLACES: Record<LinkName, string> = {
    paid: "/inbetalningar",
    distributed: distributionPlace(),
    "handed-over": orderPlace(),
    booked: orderPlace(),
};

/** The steps whose lists hold a link back. */
const HOLDING: Record<LinkName, readonly ListStep[]> = {
    paid: ["review"],
    distributed: ["match", "distribute"],
    "handed-over": ["book", "hand-over"],
    booked: [],
};

/** The links that the core tells of, in the chain's order. */
export function knownLinks(links: readonly ChainLink[]): (ChainLink & { link: LinkName })[] {
    return LINKS.flatMap((name) => links.filter((link) => link.link === name).map((link) => ({ ...link, link: name })));
}

/** Lists that wait in a link. */
export function holding(link: LinkName, lists: readonly ListSummary[]): ListSummary[] {
    return lists.filter((list) => HOLDING[link].includes(list.step));
}

/** A part of a bar: from and to in öre above nothing, and how far that money has come. */
export interface BarPart {
    link: LinkName;
    from: number;
    to: number;
}

/** The parts of a month's bar from the bottom: what has come furthest lies lowest. Empty parts are left out. */
export function barParts(month: ChainMonth): BarPart[] {
    const reached: [LinkName, number][] = [
        ["booked", month.booked_ore],
        ["handed-over", month.handed_over_ore],
        ["distributed", month.distributed_ore],
        ["paid", month.paid_ore],
    ];
    let from = 0;
    return reached.flatMap(([link, to]) => {
        const part = { link, from, to: Math.max(to, from) };
        from = part.to;
        return part.to > part.from ? [part] : [];
    });
}

/** How far a whole month has come: the last link in which all of what was paid is. */
export function reachedBy(month: ChainMonth): LinkName {
    if (month.booked_ore === month.paid_ore) return "booked";
    if (month.handed_over_ore === month.paid_ore) return "handed-over";
    if (month.distributed_ore === month.paid_ore) return "distributed";
    return "paid";
}
