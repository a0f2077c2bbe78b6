// Bars of months: how wide they stand, how high an amount is, and how the keyboard goes along them.
import { computed, onBeforeUnmount, onMounted, ref, useTemplateRef } from "vue";
import { t } from "../texts";

/** A month as it is drawn. */
export interface MonthBar<Part> {
    /** "2026-10" */
    month: string;
    name: string;
    /** What its bar reaches up to. */
    ore: number;
    /** That in words, below the bar. */
    value: string;
    parts: Part[];
    /** Above the bar; `isLost` where it is money that is lost. */
    label: string;
    isLost?: boolean;
    isPresent?: boolean;
    /** The whole of it, read aloud. */
    spoken: string;
}

/** The drawing in pixels: its height, the edges of where the bars stand, and what a month's sum needs; where there is less, the table is shown. */
export interface BarSpace {
    height: number;
    left: number;
    top: number;
    bottom: number;
    leastStep: number;
}

const ORE_IN_THOUSAND_KRONOR = 100_000;
const ORE_IN_MILLION_KRONOR = 100_000_000;

/** The unit of an axis up to `most` öre: millions where thousands would have five digits. */
export function axisUnit(most: number): { ore: number; words: string } {
    return most >= 10 * ORE_IN_MILLION_KRONOR ? { ore: ORE_IN_MILLION_KRONOR, words: t("axis-millions") } : { ore: ORE_IN_THOUSAND_KRONOR, words: t("axis-thousands") };
}

/** A mark of an axis in its unit: "2,5". */
export function markWords(ore: number, unit: { ore: number }): string {
    return String(ore / unit.ore).replace(".", ",");
}

/** The month "2026-10" whole: "oktober 2026". */
export function longMonth(month: string): string {
    const [year = "", number = "1"] = month.split("-");
    return new Intl.DateTimeFormat("sv", { month: "long", year: "numeric" }).format(new Date(Number(year), Number(number) - 1, 1));
}

/** And in three letters: "okt". */
export function shortMonth(month: string): string {
    return longMonth(month).slice(0, 3);
}

/** Inside a component's setup, whose template has the drawing's frame as `box`. `count` is how many months there are, `highest` the most that one of them holds. */
export function useBars({ height, left, top: edge, bottom, leastStep }: BarSpace, count: () => number, highest: () => number) {
    const box = useTemplateRef<HTMLElement>("box");
    const width = ref(1120);
    const at = ref(0);
    const marks = computed(() => axisMarks(Math.max(0, highest())));
    const top = computed(() => marks.value.at(-1) ?? 1);
    /** Room for at least six months, so that one bar alone does not fill the page. */
    const step = computed(() => (width.value - left) / Math.max(count(), 6));

    let observer: ResizeObserver | undefined;
    onMounted(() => {
        if (typeof ResizeObserver === "undefined" || box.value === null) return;
        observer = new ResizeObserver(([entry]) => {
            // A page that is kept but not shown has no width.
            if (entry !== undefined && entry.contentRect.width > 0) width.value = Math.round(entry.contentRect.width);
        });
        observer.observe(box.value);
    });
    onBeforeUnmount(() => observer?.disconnect());

    return {
        width,
        at,
        marks,
        unit: computed(() => axisUnit(top.value)),
        step,
        isCramped: computed(() => step.value < leastStep),
        y: (ore: number) => height - bottom - (Math.max(ore, 0) / top.value) * (height - bottom - edge),
        centreOf: (index: number) => left + (index + 0.5) * step.value,
        keydown(event: KeyboardEvent): void {
            const next = { ArrowLeft: at.value - 1, ArrowRight: at.value + 1, Home: 0, End: count() - 1 }[event.key];
            if (next === undefined) return;
            event.preventDefault();
            at.value = Math.min(Math.max(next, 0), count() - 1);
            (event.currentTarget as SVGElement).querySelectorAll<SVGElement>("[data-month]")[at.value]?.focus();
        },
    };
}

/** Round marks of an axis up to at least `most` öre, at most five steps: 1, 2, 2.5 or 5 times a power of ten kronor. */
export function axisMarks(most: number): number[] {
    const least = Math.max(most, 100) / 4;
    const power = 10 ** Math.floor(Math.log10(least));
    const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((one) => one >= least) ?? 10 * power;
    const count = Math.ceil(most / step);
    return Array.from({ length: Math.max(count, 1) + 1 }, (_, index) => index * step);
}
