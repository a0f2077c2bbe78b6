import { describe, expect, it, vi } from "vitest";
import { defineComponent } from "vue";
import { openStatus, stage } from "../testing";
import { usePresence } from "./presence";

const Here = defineComponent({
    setup() {
        usePresence();
        return () => null;
    },
});

describe("whether a person is at work", () => {
    it("is told by keys and pointer, now and then, while a database is open", () => {
        vi.useFakeTimers({ toFake: ["performance"] });
        const { backend, session, wrapper } = stage(Here);
        const awake = () => backend.asked.filter(({ name }) => name === "session.awake").length;
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
        expect(awake()).toBe(0);
        session.status = openStatus();
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
        window.dispatchEvent(new Event("pointermove"));
        expect(awake()).toBe(1);
        vi.advanceTimersByTime(20_000);
        window.dispatchEvent(new Event("wheel"));
        expect(awake()).toBe(2);
        wrapper.unmount();
        vi.advanceTimersByTime(20_000);
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
        expect(awake()).toBe(2);
        vi.useRealTimers();
    });

    it("is the core's to judge: the window takes over that it has locked", async () => {
        const { backend, session } = stage(Here);
        session.status = openStatus();
        backend.lock({ ...openStatus(), open: null });
        await vi.waitFor(() => expect(session.status?.open).toBeNull());
    });
});
