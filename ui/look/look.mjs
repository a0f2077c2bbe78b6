// Takes pictures of the gallery in both themes and runs axe on each page: `npm run look` in ui/. Needs Chromium (CHROMIUM, else /usr/bin/chromium).
// Pictures land in target/look. Exit status 1 where axe finds anything or the page writes an error.
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const PAGES = ["start", "fordelning"];
const SIZES = [
    { name: "", width: 1440, height: 900, themes: ["light", "dark"] },
    { name: "-narrow", width: 1080, height: 760, themes: ["light"] },
    // An ordinary window at 200 % text.
    { name: "-large-text", width: 720, height: 450, themes: ["light"] },
];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const ui = fileURLToPath(new URL("..", import.meta.url));
const pictures = fileURLToPath(new URL("../../target/look", import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

await mkdir(pictures, { recursive: true });
const server = await createServer({ root: ui, configFile: `${ui}/vite.config.ts`, server: { port: 5199 }, logLevel: "error" });
await server.listen();
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
});

let faults = 0;
for (const size of SIZES) {
    for (const theme of size.themes) {
        for (const name of PAGES) faults += await look(size, theme, name);
    }
}
await browser.close();
await server.close();
console.log(`${faults} faults`);
process.exit(faults === 0 ? 0 : 1);

/** One page in one theme and size: picture, axe, console. Returns the number of faults. */
async function look(size, theme, name) {
    const page = await browser.newPage({ viewport: { width: size.width, height: size.height }, colorScheme: theme, locale: "sv-SE" });
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
    await page.goto(`http://localhost:5199/gallery.html#/${name}`);
    await page.waitForSelector("h1");
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${pictures}/${name}-${theme}${size.name}.png` });
    await page.evaluate(axe);
    const { violations } = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), RULES);
    await page.close();
    for (const { id, nodes } of violations) {
        errors.push(`axe ${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary}`).join("\n    ")}`);
    }
    for (const error of errors) console.error(`${name} ${theme}${size.name}: ${error}`);
    return errors.length;
}
