// The last day that the law gives, put into the form for whoever has not typed one.
import { nextTick, onBeforeUnmount, ref, watch } from "vue";
import { toFailure, useBackend } from "../../backend";
import type { LastDayAnswer } from "../../generated/contract";
import { t } from "../../texts";
import type { TypedLastDay } from "./lastDays";

/** How long nobody types before the law is asked, in milliseconds. */
const PAUSE_MS = 250;
/** A quarter, a year or two days: what is shorter is still being typed. */
const PERIOD = /^\d{4}(Q[1-4])?$|^\d{4}-\d\d-\d\d\s*(\/|\.\.)\s*\d{4}-\d\d-\d\d$/i;
/** Where the law has no day to give, and what is said then. */
const WITHOUT: Readonly<Record<string, string>> = { "no-last-day-rule": "last-day-law-none", "reception-needed": "last-day-law-reception" };

/**
 * What the law says about the compensation and the period in a form, while it is open. The day is filled in unless somebody has typed another; `onFilled`
 * is called when it has been.
 */
export function useLawDay(typed: TypedLastDay, isOpen: () => boolean, onFilled: () => void) {
    const backend = useBackend();
    const words = ref("");
    /** The day that was filled in here. */
    let filled = "";
    let turn = 0;
    let pause: ReturnType<typeof setTimeout> | undefined;

    watch(
        [isOpen, () => typed.compensation, () => typed.period],
        ([open]) => {
            clearTimeout(pause);
            turn++;
            if (open) pause = setTimeout(() => void ask(), PAUSE_MS);
        },
        { immediate: true },
    );
    // What somebody has changed is theirs, also where it comes to be the same day again.
    watch(
        () => typed.last_day,
        (day) => {
            if (day !== filled) filled = "";
        },
    );
    onBeforeUnmount(() => clearTimeout(pause));

    async function ask(): Promise<void> {
        const mine = ++turn;
        const period = typed.period.trim();
        if (typed.compensation === "" || !PERIOD.test(period)) return take("", "");
        try {
            const answer = await backend.call("law.last_day", { code: typed.compensation, period, received: null, first_claim: false });
            if (mine === turn) take(answer.cautious, sentence(answer));
        } catch (thrown) {
            const { code, message, place } = toFailure(thrown);
            const ours = WITHOUT[code];
            // The form works without the law: of what else may go wrong, only what is wrong with the period is told.
            if (mine === turn) take("", ours !== undefined ? t(ours) : place?.field === "period" ? message : "");
        }
    }

    /** Takes over a day and what is said about it; a day that somebody typed stays, and it is said that it is theirs. */
    function take(day: string, said: string): void {
        if (typed.last_day.trim() === "" || typed.last_day === filled) {
            typed.last_day = day;
            filled = day;
            if (day !== "") void nextTick(onFilled);
        }
        const theirs = day !== "" && typed.last_day.trim() !== day;
        words.value = theirs ? `${said} ${t("last-day-law-typed")}` : said;
    }

    return {
        words,
        /** What stands in the form is somebody's own. */
        forget(): void {
            filled = "";
            words.value = "";
        },
    };
}

function sentence({ cautious, practice, statutory }: LastDayAnswer): string {
    const same = cautious === practice && practice === statutory;
    return same ? t("last-day-law-same", { cautious }) : t("last-day-law", { cautious, practice, statutory });
}
