// The links of the chain as they are drawn: each with a pattern of its own, so that they read in grey and on paper.
import { distributionPlace, orderPlace } from "../../frame/places";
import type { ChainLink, ChainMonth, ListStep, ListSummary } from "../../generated/contract";
import { t } from "../../texts";
import { formatOre } from "../../texts/format";

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

/** What stands above a month's bar: nothing where all is booked, what is left where a part is, else what is still to be done with all of it. */
export function labelOf(month: ChainMonth): string {
    if (month.left_ore === null || month.paid_ore === 0) return "";
    return month.left_ore === month.paid_ore ? t(`month-${month.reached}.label`) : formatOre(-month.left_ore);
}
