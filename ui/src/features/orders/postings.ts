// An order's postings as one list, grouped by voucher.
import type { OrderView, PostingView, VoucherView } from "../../generated/contract";

/** A posting with the voucher it stands in. */
export interface PostingLine {
    /** Voucher and posting: "1-3". */
    id: string;
    voucher: VoucherView;
    posting: PostingView;
}

/** Every posting of the order, voucher by voucher. */
export function postingLines(order: OrderView): PostingLine[] {
    return order.vouchers.flatMap((voucher) =>
        voucher.postings.map((posting) => ({ id: `${voucher.voucher}-${posting.posting}`, voucher, posting })),
    );
}

/** A code with its name: "3511 Bidrag Migrationsverket"; the code alone where there is no name, nothing where there is no code. */
export function named(code: string | null, names: Readonly<Record<string, string | undefined>>): string {
    if (code === null) return "";
    return [code, names[code]].filter(Boolean).join(" ");
}
