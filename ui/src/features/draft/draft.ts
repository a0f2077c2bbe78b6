// A draft under review: what it asks of the core and tells it, and what can be done to many of its rows at once.
import { computed, ref, type Ref } from "vue";
import { toFailure, useBackend, type Backend } from "../../backend";
import { useRowReview, type RowList } from "../../components/review";
import type { Step } from "../../components/Steps.vue";
import type { DraftFieldView, DraftRowCounts, DraftRowDetail, DraftRowFilter, DraftRowView, DraftView, RowDecision } from "../../generated/contract";
import { t } from "../../texts";
import { kindOf, type DraftArea } from "./kinds";

/** The finding that asks from which day a person's new board holds. */
export const DAY_MISSING = "board-change-without-day";
/** The field that answers it. */
export const DAY_FIELD = "board_from";

/** Steps of bringing a file in. */
const STEPS = ["read", "review", "taken"] as const;

/** The steps as the head of a page shows them; after the last, all are done. */
export function draftSteps(shown: (typeof STEPS)[number] | "done"): Step[] {
    const at = shown === "done" ? STEPS.length : STEPS.indexOf(shown);
    return STEPS.map((id, index) => ({ id, label: t(`draft-step-${id}`), state: index === at ? "current" : index < at ? "done" : "ahead" }));
}

/** Rows by filter. */
export function countsOf({ all, errors, warnings, corrected, parked, accepted }: DraftRowCounts): Record<DraftRowFilter, number> {
    return { all, open: errors + warnings, errors, warnings, corrected, parked, accepted };
}

/** Rows that are taken in as things stand. */
export function takenOf({ clean, corrected, accepted }: DraftRowCounts): number {
    return clean + corrected + accepted;
}

/** Inside a component's setup. `view` is the draft with its counts; it is replaced as the core answers. */
export function useDraftReview(view: Ref<DraftView>, list: Readonly<Ref<RowList | null>>, onNothingLeft: () => void) {
    const backend = useBackend();
    const draft = () => view.value.draft;
    const { area } = kindOf(view.value.kind);
    const review = useRowReview<DraftRowView, DraftRowDetail, DraftRowFilter>(
        {
            counts: () => countsOf(view.value.rows),
            list: `${area}.rows`,
            request: (filter) => ({ draft: draft(), filter }),
            row: (line) => askRow(line, null),
            async decide(decisions) {
                view.value = await backend.call(`${area}.decide`, { draft: draft(), decisions });
            },
            async undo(line) {
                const undone = await backend.call(`${area}.undo`, { draft: draft(), line });
                view.value = undone.view;
                const [first = 1] = undone.lines;
                return first;
            },
        },
        list,
        onNothingLeft,
    );

    /** The row; a protected person's whole where the person has been opened, or where a reason opens the row. */
    function askRow(line: number, reason: string | null): Promise<DraftRowDetail> {
        const person = review.rows.value.find((row) => row.line === line)?.person ?? null;
        return backend.call(`${area}.row`, { draft: draft(), line, person, reason });
    }

    return {
        ...review,
        /** Opens the row that is looked at, about a protected person, with a reason that is kept in the log. */
        async open(reason: string): Promise<void> {
            const { row, known } = review.detail.value ?? {};
            if (row === undefined) return;
            try {
                if (known && row.person !== null) await backend.call("persons.open", { person: row.person, reason });
                review.detail.value = await askRow(row.line, known ? null : reason);
                review.failure.value = undefined;
            } catch (thrown) {
                review.failure.value = toFailure(thrown);
            }
        },
        /** Gives every row that lacks it the day from which its person's new board holds. */
        async giveDay(day: string): Promise<boolean> {
            const lines = await linesWithout(backend, draft());
            return review.decide(lines.map((line) => ({ line, decision: "correct", fields: { [DAY_FIELD]: day } })));
        },
        /** Parks every row that waits, or accepts every row with warnings only. */
        async settleAll(decision: "park" | "accept"): Promise<boolean> {
            const rows = await allRows(backend, area, draft(), decision === "park" ? "open" : "warnings");
            return review.decide(rows.map(({ line }): RowDecision => ({ line, decision, fields: {} })));
        },
    };
}

/** Every row in the filter. */
async function allRows(backend: Backend, area: DraftArea, draft: string, filter: DraftRowFilter): Promise<DraftRowView[]> {
    return (await backend.call(`${area}.rows`, { draft, filter, at_line: null, shown: { all: true } })).rows;
}

/** Lines of the rows whose board has no day. The list tells the first finding of each only; of rows with more the others are asked for. */
async function linesWithout(backend: Backend, draft: string): Promise<number[]> {
    const lines: number[] = [];
    for (const { line, finding, findings, person } of await allRows(backend, "register", draft, "errors")) {
        const isFirst = finding?.code === DAY_MISSING;
        if (isFirst || (findings > 1 && (await backend.call("register.row", { draft, line, person, reason: null })).findings.some(({ code }) => code === DAY_MISSING))) lines.push(line);
    }
    return lines;
}

/** What can be asked about many rows: the marked ones, or all that wait. */
export type BulkAct = "park" | "accept" | "park-rest" | "accept-warnings";

/** Several rows at once: asked once, with how many. Inside a component's setup. */
export function useDraftBulk(review: ReturnType<typeof useDraftReview>, view: Ref<DraftView>) {
    const asked = ref<BulkAct>();
    const marked = review.markedRows;
    const rows = computed(() => {
        if (asked.value === "park-rest") return view.value.rows.errors + view.value.rows.warnings;
        return asked.value === "accept-warnings" ? view.value.rows.warnings : marked.value.length;
    });
    return {
        asked,
        rows,
        some: () => marked.value.length > 0,
        mayAccept: () => marked.value.every((row) => row.state === "open" && row.finding?.severity === "warning"),
        ask: (act: BulkAct) => (asked.value = act),
        async confirm(): Promise<void> {
            const act = asked.value;
            asked.value = undefined;
            if (act === "park-rest") await review.settleAll("park");
            else if (act === "accept-warnings") await review.settleAll("accept");
            else if (act !== undefined) await review.decide(marked.value.map((row) => ({ line: row.line, decision: act, fields: {} })));
        },
    };
}

/** The text of a field as it stands: corrected, else as written; of a word to choose, what it means. */
export function textOf(field: Pick<DraftFieldView, "corrected" | "choices" | "meant" | "written">): string {
    return field.corrected ?? (field.choices.length > 0 ? (field.meant ?? "") : field.written.trim());
}

/** What a correction starts with: the fields at fault, and those that have been corrected already. */
export function correctionOf(detail: Pick<DraftRowDetail, "fields">): Record<string, string> {
    const faulty = detail.fields.filter(({ severity }) => severity !== null);
    const corrected = detail.fields.filter((field) => field.corrected !== null && !faulty.includes(field));
    return Object.fromEntries([...faulty, ...corrected].map((field) => [field.field, textOf(field)]));
}

/** Whether any of the texts differs from what stands. */
export function isChanged(fields: Record<string, string>, detail: Pick<DraftRowDetail, "fields"> | undefined): boolean {
    const standing = new Map(detail?.fields.map((field) => [field.field, textOf(field)]));
    return Object.entries(fields).some(([field, text]) => text.trim() !== (standing.get(field) ?? "").trim());
}

/** Whether the row is about a protected person whom nobody has opened: then it shows nothing but the id. */
export function isClosed(detail: Pick<DraftRowDetail, "row" | "fields">): boolean {
    return detail.row.protected && detail.fields.every(({ field }) => field === "person_id");
}
