// Filters of the list of persons: what is chosen on screen, what is asked, and the views that keep them.
import { byWords } from "../../backend/finding";
import type { Choice } from "../../components/ChoiceField.vue";
import type { FindRequest, NamedView } from "../../generated/contract";
import { t } from "../../texts";

/** What is chosen; an empty choice is any. */
export interface Filters {
    /** Cost centre of the board, or `NO_BOARD`. */
    board: string;
    /** Legal ground, as in facts. */
    ground: string;
    /** Span of ages in whole years, "18-20" or "21-". */
    ages: string;
}

/** Everybody. */
export const EVERYBODY: Readonly<Filters> = { board: "", ground: "", ages: "" };

/** In place of a board: those that no board answers for. */
export const NO_BOARD = "-";

/** Spans that are asked for: children, young adults and adults first, then the parts of childhood, then those of and above working age. */
const AGES = ["0-17", "18-20", "21-", "0-5", "6-15", "16-17", "21-64", "65-"] as const;

/** The spans to choose between, with the chosen one where a view brought another. */
export function ageChoices(chosen: string): Choice[] {
    const spans = chosen === "" || AGES.some((one) => one === chosen) ? AGES : [...AGES, chosen];
    return spans.map((value) => ({ value, label: agesWords(value) }));
}

/** "0–17 år", "21 år och äldre". */
export function agesWords(ages: string): string {
    const { age_from: from, age_until: until } = agesOf(ages);
    if (until === null) return t("persons-ages-from", { from: String(from ?? 0) });
    return t("persons-ages", { from: String(from ?? 0), until: String(until) });
}

function agesOf(ages: string): Pick<NamedView, "age_from" | "age_until"> {
    const [from = "", until = ""] = ages.split("-");
    const orNone = (text: string) => (text === "" ? null : Number(text));
    return { age_from: orNone(from), age_until: orNone(until) };
}

/** A choice as the core asks for it. */
function asked({ board, ground, ages }: Filters): Omit<NamedView, "name"> {
    const without = board === NO_BOARD;
    return { cost_centre: without ? null : board || null, without_board: without, ground: ground || null, ...agesOf(ages) };
}

/** Asks for those that have all that was typed and chosen. */
export function find(words: string, filters: Filters): FindRequest {
    return { ...byWords(words), ...asked(filters) };
}

/** The choice under a name. */
export function viewOf(name: string, filters: Filters): NamedView {
    return { name: name.trim(), ...asked(filters) };
}

/** What a view chooses. A span without a lower end begins at 0. */
export function filtersOf(view: NamedView): Filters {
    const { age_from: from, age_until: until } = view;
    return {
        board: view.without_board ? NO_BOARD : (view.cost_centre ?? ""),
        ground: view.ground ?? "",
        ages: from === null && until === null ? "" : `${from ?? 0}-${until ?? ""}`,
    };
}

/** Whether two choose the same. */
export function isSame(one: Filters, other: Filters): boolean {
    return one.board === other.board && one.ground === other.ground && one.ages === other.ages;
}
