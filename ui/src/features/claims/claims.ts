// Claims as they are listed, and what of a line is typed into the agency's service.
import type { Choice } from "../../components/ChoiceField.vue";
import type { Column } from "../../components/list";
import type { Backend } from "../../backend";
import type { ClaimBrief, ClaimLineView, ClaimView } from "../../generated/contract";
import { t } from "../../texts";
import { formatCount, formatOre } from "../../texts/format";

/** How far a claim may have come, in the order of the way. */
export const CLAIM_STATES = ["draft", "in-review", "returned", "approved", "submitted", "withdrawn"] as const;

/** Days ahead within which a last day is near: as the core's groups of last days. */
export const NEAR_DAYS = 14;

/** A state's words with a capital, as a choice has them. */
export function stateLabel(state: string): string {
    const words = t(`claim-state-${state}`);
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether a last day is near or has passed, and the claim has not left the house. */
export function isUrgent(claim: Pick<ClaimBrief, "state" | "days_left">): boolean {
    return claim.days_left !== null && claim.days_left <= NEAR_DAYS && claim.state !== "submitted" && claim.state !== "withdrawn";
}

/** The columns of the list of claims. */
export function claimColumns(): Column<ClaimBrief>[] {
    return [
        { id: "number", title: t("claims-number"), width: "104px", text: (row) => row.number },
        { id: "compensation", title: t("claims-compensation"), width: "minmax(150px, 2fr)", text: (row) => `${row.compensation} ${row.compensation_name}`, shorten: true },
        { id: "period", title: t("claims-period"), width: "minmax(90px, 1fr)", text: (row) => row.period, shorten: true },
        { id: "unit", title: t("claims-unit"), width: "minmax(110px, 1.4fr)", text: (row) => row.unit_name ?? row.unit ?? "", shorten: true, secondary: true },
        { id: "state", title: t("claims-state"), width: "104px", text: (row) => t(`claim-state-${row.state}`) },
        { id: "lines", title: t("claims-lines"), width: "56px", align: "end", text: (row) => formatCount(row.lines) },
        { id: "sum", title: t("claims-sum"), width: "120px", align: "end", text: (row) => formatOre(row.sum_ore) },
        { id: "last", title: t("claims-cautious"), width: "96px", text: (row) => row.cautious ?? "" },
        { id: "left", title: t("claims-days-left"), width: "56px", align: "end" },
    ];
}

/** The compensations that the municipality applies for. */
export async function applicationChoices(backend: Backend): Promise<Choice[]> {
    const { compensations } = await backend.call("law.list", { on: null });
    return compensations.filter(({ ask, state }) => ask === "municipality" && state !== "ended").map(({ code, short_name }) => ({ value: code, label: `${code} ${short_name}` }));
}

/** One field of the agency's service, as it is typed there. */
export interface FieldToCopy {
    id: "number" | "from" | "until" | "amount";
    /** The key that copies it. */
    key: string;
    label: string;
    value: string;
}

/** What of a line is typed into the agency's service, in its order. A key each, for it is filled in by hand. */
export function fieldsToCopy(line: ClaimLineView): FieldToCopy[] {
    const kronor = (ore: number) => (ore % 100 === 0 ? String(ore / 100) : (ore / 100).toFixed(2).replace(".", ","));
    return [
        { id: "number", key: "1", label: t("claim-number"), value: line.number ?? "" },
        { id: "from", key: "2", label: t("claim-from"), value: line.from },
        { id: "until", key: "3", label: t("claim-until"), value: line.until },
        { id: "amount", key: "4", label: t("claim-amount"), value: kronor(line.amount_ore) },
    ];
}

/** Steps of the way that this view allows, the one that leads on first. */
export function stepsOf(view: ClaimView): string[] {
    const order = ["in-review", "approved", "submitted", "returned", "withdrawn"];
    return view.steps.map(({ to }) => to).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
