// Numbers that the finance system has given the vouchers of an order, as somebody types or pastes them.
import type { VoucherView } from "../../generated/contract";
import { pastedCells } from "../payments/read/entry";

/** What is typed of a voucher. */
export interface VoucherNumber {
    voucher: number;
    number: string;
    day: string;
}

/** The columns in the order in which they stand, and are pasted. */
export const FIELDS = ["number", "day"] as const;

/** A line to fill in for each voucher that has no number; `day` is proposed. */
export function linesOf(vouchers: readonly VoucherView[], day: string): VoucherNumber[] {
    return vouchers.filter((voucher) => voucher.number === null).map(({ voucher }) => ({ voucher, number: "", day }));
}

/** `lines` with a block put in from the cell `at` to the right and downwards; undefined where it is one cell, which is pasted as text. Cells outside are left out. */
export function withBlock(lines: readonly VoucherNumber[], text: string, at: { line: number; column: number }): VoucherNumber[] | undefined {
    const cells = pastedCells(text);
    if (cells.length === 0 || (cells.length === 1 && cells[0]?.length === 1)) return undefined;
    return lines.map((line, index) => {
        const pasted = cells[index - at.line];
        if (pasted === undefined) return line;
        const fields = FIELDS.slice(at.column).map((field, place) => [field, pasted[place] ?? line[field]]);
        return { ...line, ...Object.fromEntries(fields) };
    });
}

/** The lines that hold a number: of the others it is not known yet. */
export function filled(lines: readonly VoucherNumber[]): VoucherNumber[] {
    return lines.filter(({ number }) => number.trim() !== "");
}
