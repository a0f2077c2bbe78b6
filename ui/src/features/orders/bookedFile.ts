// Voucher numbers from a file of the finance system: all of them, or none.
import { shallowRef, type Ref, type ShallowRef } from "vue";
import type { Backend, Failure } from "../../backend";
import { useAction } from "../../frame/action";
import type { VouchersBooked } from "../../generated/contract";
import { t } from "../../texts";

/** A file of numbers that can be read in. */
export interface BookedFile {
    /** What it brought, or what is wrong in it. */
    result: ShallowRef<VouchersBooked | undefined>;
    failure: ShallowRef<Failure | undefined>;
    busy: Ref<boolean>;
    /** Lets somebody choose the file, and reads it. */
    choose(): Promise<void>;
}

/** `done` is told when numbers have been noted. */
export function useBookedFile(backend: Backend, done: () => unknown): BookedFile {
    const result = shallowRef<VouchersBooked>();
    const { failure, busy, run } = useAction();

    async function choose(): Promise<void> {
        const path = await backend.pickOpen({ title: t("orders-numbers-file"), kinds: [{ name: t("set-tables"), extensions: ["csv", "txt", "xlsx"] }] });
        if (path === null) return;
        result.value = undefined;
        await run(async () => {
            result.value = await backend.call("orders.booked_file", { path });
            if (result.value.outcome === "done") await done();
        });
    }

    return { result, failure, busy, choose };
}
