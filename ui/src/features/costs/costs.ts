// Costs as they are listed and typed.
import type { CostPerson, CostShareView, CostView } from "../../generated/contract";
import { t } from "../../texts";
import { formatOre, parseOre } from "../../texts/format";
import { nameOf } from "../persons/identity";

/** Somebody whom a cost is for, as typed: without kronor as much as the others. */
export interface TypedPerson {
    person: string;
    kronor: string;
}

/** A cost as it is typed. */
export interface TypedCost {
    persons: TypedPerson[];
    compensation: string;
    from: string;
    until: string;
    kronor: string;
    fee: string;
    item: string;
    voucher: string;
    unit: string;
    note: string;
    reason: string;
    not_the_same: string;
}

/** Nothing typed yet, for one person. */
export function emptyCost(): TypedCost {
    return { persons: [{ person: "", kronor: "" }], compensation: "", from: "", until: "", kronor: "", fee: "", item: "", voucher: "", unit: "", note: "", reason: "", not_the_same: "" };
}

/** A cost as it would have been typed. */
export function typedOf(cost: CostView): TypedCost {
    const several = cost.shares.length > 1;
    return {
        ...emptyCost(),
        persons: cost.shares.map(({ person, amount_ore }) => ({ person: person.person, kronor: several ? formatOre(amount_ore) : "" })),
        compensation: cost.compensation,
        from: cost.from,
        until: cost.until,
        kronor: formatOre(cost.amount_ore),
        fee: cost.fee_ore === 0 ? "" : formatOre(cost.fee_ore),
        item: cost.item ?? "",
        voucher: cost.voucher,
        unit: cost.unit ?? "",
        note: cost.note,
    };
}

/** The persons of a request; undefined where a share is no amount. Lines without a person are left out. */
export function personsOf(typed: readonly TypedPerson[]): CostPerson[] | undefined {
    const persons = typed.filter(({ person, kronor }) => person.trim() !== "" || kronor.trim() !== "").map(({ person, kronor }) => ({ person: person.trim(), amount_ore: kronor.trim() === "" ? null : parseOre(kronor) }));
    return persons.every(({ amount_ore }) => amount_ore !== undefined) ? (persons as CostPerson[]) : undefined;
}

/** Whom a cost is for: the first by name, and how many more. */
export function whoOf(shares: readonly CostShareView[]): string {
    const [first] = shares;
    if (first === undefined) return "";
    const name = nameOf(first.person) || first.person.person;
    return shares.length === 1 ? name : t("costs-who-more", { name, count: shares.length - 1 });
}

/** In which claim a cost is: all of it, some of it or none. */
export function claimWords(cost: CostView): string {
    if (cost.claim === null) return t("costs-open");
    return t(cost.open ? "costs-partly-claimed" : "costs-claimed");
}
