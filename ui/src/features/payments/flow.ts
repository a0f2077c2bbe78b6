// The way of a payment list, from the file to the finance system, as steps and addresses.
import type { Step } from "../../components/Steps.vue";
import { distributionPlace, orderPlace } from "../../frame/places";
import type { ListStep, ListSummary } from "../../generated/contract";
import { t } from "../../texts";

/** The steps in order. "read" is done as soon as there is a list. */
export const STEPS = ["read", "review", "match", "distribute", "book", "hand-over"] as const;

/** A step of the way. */
export type StepId = (typeof STEPS)[number];

/** Which of the list's own two pages a step is shown on. */
export type ListPageName = "granska" | "matcha";

/** Address of one of the list's own pages. */
export function listPagePlace(list: string, page: ListPageName): string {
    return `/inbetalningar/${list}/${page}`;
}

/** The page where the list is worked on now: Granska until it is taken in, then Matcha. */
export function presentPage(list: Pick<ListSummary, "state">): ListPageName {
    return list.state === "draft" ? "granska" : "matcha";
}

/** Number of the step that the list waits for, in STEPS; after the last when nothing waits. */
function waitingAt(step: ListStep): number {
    const at = STEPS.findIndex((one) => one === step);
    return at < 0 ? STEPS.length : at;
}

/** The steps as the head of a page shows them. `distributions` are the runs that the list lies in, the latest last. */
export function stepsOf(list: ListSummary, distributions: readonly string[], shown: StepId): Step[] {
    const waiting = waitingAt(list.step);
    const run = distributions.at(-1);
    const places: Record<StepId, string | undefined> = {
        read: undefined,
        review: listPagePlace(list.list, "granska"),
        match: list.state === "draft" ? undefined : listPagePlace(list.list, "matcha"),
        distribute: distributionPlace(run ?? list.payment_date?.slice(0, 7)),
        book: distributionPlace(run ?? list.payment_date?.slice(0, 7)),
        "hand-over": orderPlace(),
    };
    return STEPS.map((id, index): Step => {
        const place = places[id];
        const state = id === shown ? "current" : index < waiting ? "done" : index === waiting ? "waiting" : "ahead";
        return { id, label: t(`step-${id}`), state, href: place === undefined ? undefined : `#${place}` };
    });
}

/** The steps before there is a list: reading is the present one. */
export function stepsBefore(): Step[] {
    return STEPS.map((id, index) => ({ id, label: t(`step-${id}`), state: index === 0 ? "current" : "ahead" }));
}

/** What the list is about: of a draft the whole file, because what of it will be taken in is still being found out; else its payments. */
export function sumOf(list: Pick<ListSummary, "state" | "file_ore" | "net_ore">): number {
    return list.state === "draft" ? list.file_ore : list.net_ore;
}

/** What the list waits for, in words: "Granska, 10 rader kvar". */
export function waitingWords(list: ListSummary): string {
    const rows = list.step === "review" ? list.open_rows : list.step === "match" ? list.unmatched_rows : 0;
    const words = t(`list-step-${list.step}`);
    return rows > 0 ? `${words}, ${t("rows-left", { rows })}` : words;
}
