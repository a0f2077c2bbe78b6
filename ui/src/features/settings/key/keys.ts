// Lines of a distribution key, compensation by compensation.
import type { KeyDraftView, KeyLineView, KeyView } from "../../../generated/contract";
import { t } from "../../../texts";

/** How one compensation is shared. */
export interface Shares {
    compensation: string;
    lines: KeyLineView[];
}

/** The lines of each compensation, in the order in which the compensations come. */
export function byCompensation(lines: readonly KeyLineView[]): Shares[] {
    const found = new Map<string, KeyLineView[]>();
    for (const line of lines) found.set(line.compensation, [...(found.get(line.compensation) ?? []), line]);
    return [...found].map(([compensation, its]) => ({ compensation, lines: its }));
}

/** "70 % nämnd · 30 % 8200". */
export function sharesWords(lines: readonly KeyLineView[]): string {
    return lines.map(({ percent, target }) => t("set-key-share", { percent, target })).join(" · ");
}

/** A compensation under a decision. */
export interface Decided extends Shares {
    id: string;
    key: KeyView;
}

/** What has been decided on each compensation: its decisions beside each other, in the core's order. */
export function decisionsOf(keys: readonly KeyView[]): Decided[] {
    const all = keys.flatMap((key) =>
        byCompensation(key.lines).map((shares) => ({ ...shares, key, id: [shares.compensation, key.decision_number, key.valid_from].join(" ") })),
    );
    const order = [...new Set(all.map(({ compensation }) => compensation))];
    return order.flatMap((compensation) => all.filter((one) => one.compensation === compensation));
}

/** A compensation of the working copy, with what the core says about it. */
export interface DraftRow extends Shares {
    /** The core's sentences about what does not work out. */
    fault: string | undefined;
    /** Shared otherwise than what holds. */
    differs: boolean;
    /** The city is still paid it, and nobody gets it. */
    without: boolean;
}

/** The working copy compensation by compensation, those without a line last. */
export function draftRows(draft: KeyDraftView): DraftRow[] {
    const shared = byCompensation(draft.lines);
    const named = new Set(shared.map(({ compensation }) => compensation));
    const left = [...new Set([...draft.without, ...draft.differs])].filter((code) => !named.has(code)).map((compensation) => ({ compensation, lines: [] }));
    return [...shared, ...left].map((shares) => ({
        ...shares,
        fault: faultOf(draft, shares.compensation),
        differs: draft.differs.includes(shares.compensation),
        without: draft.without.includes(shares.compensation),
    }));
}

/** What is wrong with a compensation of the working copy, in the core's words. */
export function faultOf(draft: KeyDraftView, compensation: string): string | undefined {
    return draft.faults.filter((one) => one.compensation === compensation).map(({ text }) => text).join(" ") || undefined;
}
