// What somebody chooses when an order is made.
import type { Choice } from "../../components/ChoiceField.vue";
import type { CreateOrderRequest, DistributionView, RaisedReceivable } from "../../generated/contract";

/** What is typed; empty fields are as the core proposes. */
export interface OrderChoice {
    period: string;
    voucher_date: string;
    receivables: RaisedReceivable[];
}

/** The choices as the core is asked. */
export function requestOf({ period, voucher_date, receivables }: OrderChoice): Pick<CreateOrderRequest, "period" | "voucher_date" | "receivables"> {
    return {
        period: period.trim() || null,
        voucher_date: voucher_date.trim() || null,
        receivables: receivables.map(({ compensation, voucher }) => ({ compensation, voucher: voucher.trim() })),
    };
}

/** The compensations that a run has shared: "ASYL-BIF Barn i familj". */
export function compensationsOf(view: DistributionView): Choice[] {
    return view.groups.flatMap(({ rows }) => rows.map(({ compensation, name }) => ({ value: compensation, label: `${compensation} ${name}` })));
}

/** Whether a fault is about what is chosen beside the period, so that it is asked there. */
export function isAsked(field: string | undefined): boolean {
    return field === "voucher_date" || field?.startsWith("receivables.") === true;
}
