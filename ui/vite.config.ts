import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
    root,
    // Texts and icons are shared with the core and lie above this folder.
    server: { port: 5173, strictPort: true, fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
    plugins: [vue()],
    build: {
        // The two engines it runs in: WebView2 (evergreen Chromium) and WebKitGTK 2.46 or later.
        target: ["chrome123", "safari17.5"],
        outDir: "dist",
        emptyOutDir: true,
        chunkSizeWarningLimit: 900,
        // Fonts and pictures stay files: the content policy allows only 'self' and small data URIs.
        assetsInlineLimit: 0,
    },
    test: {
        environment: "jsdom",
        include: ["src/**/*.test.ts"],
        setupFiles: ["src/test-setup.ts"],
        // Milliseconds. Only what never ends should run into it, not a machine that builds meanwhile.
        testTimeout: 30_000,
    },
});
