// Keys that were pressed before the page they were meant for was there: they wait for it, a moment, and are done once.

/** Milliseconds that a key waits for what it is meant for, and between two looks. */
const [WAITS_MS, LOOKS_MS] = [1200, 25] as const;

/** Keys that wait. */
export interface KeptKeys {
    keep(name: string): void;
}

/** `press` does what a key means, and says whether that was there. */
export function keepKeys(press: (name: string) => boolean): KeptKeys {
    const waiting: { name: string; until: number }[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;

    /** In their order: none goes before one that was pressed earlier. */
    function look(): void {
        timer = undefined;
        while (waiting[0] !== undefined && (performance.now() > waiting[0].until || press(waiting[0].name))) waiting.shift();
        if (waiting.length > 0) timer = setTimeout(look, LOOKS_MS);
    }
    return {
        keep(name) {
            waiting.push({ name, until: performance.now() + WAITS_MS });
            timer ??= setTimeout(look, LOOKS_MS);
        },
    };
}
